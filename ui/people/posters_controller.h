#pragma once

#include "documents/poster.h"
#include "ui/session/page_controller.h"
#include "ui/session/row_model.h"

#include <QImage>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

struct CounterRow
{
    Q_GADGET
    Q_PROPERTY(QString counter MEMBER counter)

public:
    QString counter;

    bool operator==(const CounterRow &) const = default;
};

/// The posters that patients scan: one per counter of this clinic, drawn here, printed or saved (IT-2, FD-2).
class PostersController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(nadi::ui::RowModel *counters READ counters CONSTANT)
    Q_PROPERTY(QString shown READ shown NOTIFY previewChanged)
    Q_PROPERTY(QUrl preview READ preview NOTIFY previewChanged)

public:
    explicit PostersController(UiServices &services, QObject *parent = nullptr);

    RowModel *counters() { return &m_counters; }
    /// The counter whose poster is looked at.
    QString shown() const { return m_shown; }
    /// "data:" URL of the poster, small; empty until drawn.
    QUrl preview() const { return m_preview; }

    void open();
    Q_INVOKABLE void show(const QString &counter);
    Q_INVOKABLE void addCounter(const QString &counter);
    Q_INVOKABLE void removeCounter(const QString &counter);
    Q_INVOKABLE void print();
    Q_INVOKABLE void saveAs(const QUrl &file);

Q_SIGNALS:
    void previewChanged();
    void told(const QString &sentence);

private:
    documents::Poster poster() const;
    void setCounters(QStringList counters);

    QString m_shown;
    QUrl m_preview;
    RowsOf<CounterRow> m_counters;
};

}
