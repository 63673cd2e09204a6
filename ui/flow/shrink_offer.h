#pragma once

#include "common/result.h"
#include "documents/worker.h"
#include "ui/session/services.h"

#include <QImage>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace nadi::ui
{

/// A smaller copy of a file over the size limit, shown beside the page as it is (B18). Nothing is taken before the
/// person says so.
class ShrinkOffer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the step that adds pages")
    Q_PROPERTY(bool waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString sizeBefore READ sizeBefore NOTIFY changed)
    Q_PROPERTY(QString sizeAfter READ sizeAfter NOTIFY changed)
    Q_PROPERTY(int pages READ pages NOTIFY changed)
    Q_PROPERTY(QImage before READ before NOTIFY changed)
    Q_PROPERTY(QImage after READ after NOTIFY changed)

public:
    explicit ShrinkOffer(UiServices &services, QObject *parent = nullptr);

    /// Whether a copy waits for a decision.
    bool waiting() const { return !m_after.isNull(); }
    QString name() const { return m_name; }
    QString sizeBefore() const;
    QString sizeAfter() const;
    int pages() const { return m_shrunk ? int(m_shrunk->pages.size()) : 0; }
    QImage before() const { return m_before; }
    QImage after() const { return m_after; }

    bool isFree() const { return m_file == 0; }
    /// Makes both copies of `file`, which answers with one of the three signals below. One at a time: isFree().
    void make(int file, const QString &name, const QByteArray &bytes);

    Q_INVOKABLE void accept();
    Q_INVOKABLE void decline();
    /// The draft is another one now.
    void forget();

Q_SIGNALS:
    void changed();
    void accepted(int file, const nadi::documents::CleanDocument &document);
    void declined(int file);
    void failed(int file, const nadi::Error &error);

private:
    using Cleaned = Result<documents::CleanDocument>;
    void take(int file, std::optional<Cleaned> &slot, const Cleaned &document);
    void preview(int file);

    UiServices &m_services;
    int m_file = 0; ///< 0 while nothing is asked
    QString m_name;
    qint64 m_bytes = 0;
    std::optional<Cleaned> m_printed;
    std::optional<Cleaned> m_screened;
    std::optional<documents::CleanDocument> m_shrunk;
    QImage m_before;
    QImage m_after;
};

}
