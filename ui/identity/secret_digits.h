#pragma once

#include "common/secret.h"

#include <QColor>
#include <QFont>
#include <QQuickPaintedItem>

namespace nadi::ui
{

/// A field for digits that must not lie about in memory: an Aadhaar number, an OTP. What is typed stays in this item's
/// own bytes, wiped when it is taken, cleared, left (`clearsOnLeave`) or destroyed; no property, no undo history and no
/// accessible value holds it. It draws itself, so that no QML string does either.
class SecretDigits : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int capacity MEMBER m_capacity NOTIFY styleChanged)
    Q_PROPERTY(int grouping MEMBER m_grouping NOTIFY styleChanged)
    /// Bullets for all but the last four, and those only once it is full: "•••• •••• 7058" (abha-m1.md 4.3).
    Q_PROPERTY(bool masked MEMBER m_masked NOTIFY styleChanged)
    Q_PROPERTY(bool clearsOnLeave MEMBER m_clearsOnLeave NOTIFY styleChanged)
    Q_PROPERTY(QFont font MEMBER m_font NOTIFY styleChanged)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY styleChanged)
    Q_PROPERTY(QColor emptyInk MEMBER m_emptyInk NOTIFY styleChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool full READ full NOTIFY countChanged)

public:
    explicit SecretDigits(QQuickItem *parent = nullptr);
    ~SecretDigits() override;

    int count() const { return int(m_digits.size()); }
    bool full() const { return count() == m_capacity; }
    /// A copy for one check; the digits stay in the field.
    Secret peek() const;
    Q_INVOKABLE void clear();
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void styleChanged();
    void countChanged();
    void accepted(); ///< Enter

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void add(QStringView typed);
    QChar shown(int index) const;

    QByteArray m_digits; ///< reserved once for `capacity`, so that growing leaves no copy behind
    int m_capacity = 12;
    int m_grouping = 4;
    bool m_masked = true;
    bool m_clearsOnLeave = false;
    QFont m_font;
    QColor m_ink;
    QColor m_emptyInk;
};

}
