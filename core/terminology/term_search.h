#pragma once

#include "terminology/release_entry.h"

#include <memory>

namespace nadi::terminology
{

/// How a term fits what was typed, best first.
enum class TermMatch {
    Exact, ///< the term, or the code itself
    Beginning, ///< the term begins with it
    Words, ///< every typed word begins a word of the term
};

struct TermHit
{
    Code code; ///< with the preferred display
    QString matched; ///< the term that was found, in its own script
    TermMatch match = TermMatch::Words;
    QString notice; ///< of a third party, to be shown with the code

    bool operator==(const TermHit &) const = default;
};

/// What is known of a code that stands in a record.
struct KnownCode
{
    Code code;
    bool retired = false; ///< the owner has withdrawn it: kept where it stands, never offered
    QString notice;
    std::optional<Tm2Link> tm2;

    bool operator==(const KnownCode &) const = default;
};

/// Searches the imported releases of a folder and the starter set. Files that an import puts in place are noticed at
/// the next question. Belongs to one thread; TermDesk is the asynchronous front.
class TermSearch
{
public:
    /// An empty folder name: the starter set alone.
    explicit TermSearch(QString folder);
    ~TermSearch();

    /// At most `limit` concepts, each once: exact before beginning before words, then frequent before rare, short
    /// before long. Retired ones are not offered. Empty for a query without a letter or digit.
    QList<TermHit> find(const QString &query, TermScope scope, int limit);
    std::optional<KnownCode> lookUp(CodeSystem system, const QString &code);
    /// The AYUSH codes whose TM2 class this is, the equivalent one first.
    QList<KnownCode> underTm2(const QString &tm2Code);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}
