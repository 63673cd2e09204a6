#pragma once

#include "documents/page_likeness.h"
#include "domain/record.h"
#include "ui/session/services.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// Pages of one draft that show the same paper (B17): finds them, off the thread of the window, and asks about one pair
/// at a time. Both stay until a person decides; deciding is the owner's work.
class LikePages : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the step that adds pages")
    Q_PROPERTY(bool waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QVariant left READ left NOTIFY changed)
    Q_PROPERTY(QVariant right READ right NOTIFY changed)
    Q_PROPERTY(QString better READ better NOTIFY changed)

public:
    explicit LikePages(UiServices &services, QObject *parent = nullptr);

    /// Whether a pair is waiting for a decision.
    bool waiting() const { return !m_pairs.isEmpty(); }
    bool looking() const { return m_looking; }
    /// The waiting pair as page rows, or nothing.
    QVariant left() const;
    QVariant right() const;
    /// The sharper of the two.
    QString better() const;

    /// The draft as it is now; cheap when nothing is new.
    void look(const Record &record);

    Q_INVOKABLE void keepBoth();
    Q_INVOKABLE void keepOnly(const QString &page);

Q_SIGNALS:
    void changed();
    void bothKept(const nadi::PageId &one, const nadi::PageId &other);
    void oneRejected(const nadi::PageId &page);

private:
    using Pair = std::pair<PageId, PageId>;
    using Looks = QHash<QString, documents::PageLook>;
    struct Findings;

    void lookAtNew();
    void compare(QHash<QString, QByteArray> images);
    static Findings found(
        const Record &record, Looks looks, const QSet<Pair> &judged, const QHash<QString, QByteArray> &images);
    void keepOpenPairs();
    const RecordPage *page(const PageId &id) const;
    QVariant row(const PageId &id) const;

    UiServices &m_services;
    Record m_record;
    bool m_looking = false;
    Looks m_looks; ///< by keyOf(): a page that was turned looks different
    QSet<Pair> m_judged;
    QList<Pair> m_pairs;
};

}
