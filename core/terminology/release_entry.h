#pragma once

#include "common/result.h"
#include "terminology/term_scope.h"

#include <QStringList>

#include <functional>

namespace nadi::terminology
{

/// How a concept stands in a search: frequent ones first, retired ones never.
enum class Standing { Frequent, Ordinary, Discouraged, Retired };

/// What the owner of a NAMASTE code says of its ICD-11 TM2 class.
enum class Tm2Relation {
    Equivalent, ///< a primary term of the class
    Narrower, ///< an index term: the NAMASTE code says more than the class
};

struct Tm2Link
{
    QString code;
    QString title; ///< as WHO names the class; empty where the release does not tell it
    Tm2Relation relation = Tm2Relation::Equivalent;

    bool operator==(const Tm2Link &) const = default;
};

/// One concept of a release, in the form that every reader gives.
struct ReleaseEntry
{
    QString code;
    QString display;
    Standing standing = Standing::Ordinary;
    QList<TermScope> scopes;
    QStringList terms; ///< found and shown by these, the display among them
    QString alsoFoundBy; ///< words that find it but are not shown
    QString notice; ///< of a third party, to be shown with the code
    std::optional<Tm2Link> tm2;

    bool operator==(const ReleaseEntry &) const = default;
};

/// What a reader hands its entries to, and asks whether to go on.
struct ReleaseSink
{
    std::function<Done(const ReleaseEntry &)> take;
    /// Bytes read of all; an error ends the reading with it.
    std::function<Done(qint64 read, qint64 size)> progress = [](qint64, qint64) { return Done{}; };
};

/// What a reader has found.
struct ReadRelease
{
    QString version; ///< as far as the files tell it
    /// Rows without a usable code that were left out, by line. A release made by hand has some; one from a machine
    /// ends in an error instead.
    QList<qint64> leftOut;
};

}
