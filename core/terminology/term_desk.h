#pragma once

#include "terminology/term_search.h"

#include <QFuture>

namespace nadi::terminology
{

/// The terminology for a window: questions are answered on a thread of their own, while somebody types.
class TermDesk
{
public:
    /// Opens nothing yet. `folder` need not exist: then there is the starter set.
    explicit TermDesk(QString folder);
    ~TermDesk();
    TermDesk(const TermDesk &) = delete;
    TermDesk &operator=(const TermDesk &) = delete;

    /// The newest question wins: one that still waits is cancelled, and its future never has a result.
    QFuture<QList<TermHit>> find(const QString &query, TermScope scope, int limit);
    /// Never cancelled by later ones.
    QFuture<std::optional<KnownCode>> lookUp(CodeSystem system, const QString &code);
    QFuture<QList<KnownCode>> underTm2(const QString &tm2Code);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}
