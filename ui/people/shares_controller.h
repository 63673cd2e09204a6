#pragma once

#include "clinic/shares.h"
#include "ui/session/page_controller.h"
#include "ui/session/row_model.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// One person who scanned the clinic's QR.
struct ShareLine
{
    Q_GADGET
    Q_PROPERTY(QString share MEMBER share)
    Q_PROPERTY(QString token MEMBER token)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString chip MEMBER chip)
    Q_PROPERTY(int standing MEMBER standing)
    Q_PROPERTY(bool waiting MEMBER waiting)

public:
    QString share;
    QString token;
    QString name;
    QString detail; ///< "Female, 36 y, mobile ••••• 3210, counter OPD1, 09:42"
    QString chip; ///< empty while fresh and waiting
    int standing = 0;
    bool waiting = true;

    bool operator==(const ShareLine &) const = default;
};

/// The shares panel: who scanned the QR, waiting ones first, live (FD-2).
class SharesController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(nadi::ui::RowModel *rows READ rows CONSTANT)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(QString listening READ listening NOTIFY changed)

public:
    explicit SharesController(UiServices &services, QObject *parent = nullptr);

    RowModel *rows() { return &m_rows; }
    int waiting() const { return m_list.waiting; }
    bool loaded() const { return m_loaded; }
    /// "Last scan 4 minutes ago" or that none came yet (B43).
    QString listening() const;
    Q_INVOKABLE void refresh();

Q_SIGNALS:
    void changed();
    /// A row came that was not there before: a soft sign for the desk.
    void arrived(const QString &name, const QString &token);

private:
    void show(const clinic::ShareList &list);
    ShareLine lineOf(const clinic::ShareRow &row) const;

    clinic::ShareList m_list;
    bool m_loaded = false;
    QTimer m_minute;
    RowsOf<ShareLine> m_rows;
};

}
