#include "terminology/term_search.h"

#include "common/log.h"
#include "terminology/folded.h"
#include "terminology/release_index.h"
#include "terminology/release_writer.h"
#include "terminology/starter_set.h"
#include "terminology/terminology_folder.h"

#include <QFile>

#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <set>

namespace nadi::terminology
{
namespace
{

/// Candidates per question and release. Several terms of one concept may be among them.
constexpr int candidatesPerHit = 4;

/// Which file a name stands for at the moment; changes when an import puts another one there.
struct FileId
{
    dev_t device = 0;
    ino_t inode = 0;

    bool operator==(const FileId &) const = default;
};

std::optional<FileId> fileAt(const QString &path)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return std::nullopt;
    return FileId{found.st_dev, found.st_ino};
}

std::unique_ptr<ReleaseIndex> starterIndex(CodeSystem system)
{
    auto database = TermDatabase::create({});
    if (!database)
        return nullptr;
    auto writer = ReleaseWriter::begin(**database, system);
    for (const auto &entry : starterEntries(system))
        if (!writer || !(*writer)->add(entry))
            return nullptr;
    if (!writer || !(*writer)->finish([](qint64, qint64) { return Done{}; }))
        return nullptr;
    writer->reset(); // its statements end before the connection
    return ReleaseIndex::open(std::move(*database), system).value_or(nullptr);
}

struct OpenRelease
{
    FileId file;
    std::unique_ptr<ReleaseIndex> index; ///< null when the file cannot be read
};

}

struct TermSearch::Private
{
    QString folder;
    std::map<CodeSystem, OpenRelease> releases;
    std::map<CodeSystem, std::unique_ptr<ReleaseIndex>> starters;

    ReleaseIndex *release(CodeSystem system);
    ReleaseIndex *starter(CodeSystem system);
    /// The imported release, then the starter set.
    QList<ReleaseIndex *> indexes(CodeSystem system);
};

ReleaseIndex *TermSearch::Private::release(CodeSystem system)
{
    const auto path = releaseFile(folder, system);
    const auto file = folder.isEmpty() ? std::nullopt : fileAt(path);
    auto &open = releases[system];
    if (!file) {
        open = {};
        return nullptr;
    }
    if (open.file == *file)
        return open.index.get();
    open = {*file, nullptr};
    auto database = TermDatabase::open(path);
    auto index = database ? ReleaseIndex::open(std::move(*database), system) : failed(database);
    if (!index)
        qCWarning(lcStorage) << "terminology" << toWord(system) << "cannot be read:" << index.error().code;
    else
        open.index = std::move(*index);
    return open.index.get();
}

ReleaseIndex *TermSearch::Private::starter(CodeSystem system)
{
    if (system != CodeSystem::Snomed && system != CodeSystem::Loinc)
        return nullptr;
    auto &index = starters[system];
    if (!index)
        index = starterIndex(system);
    return index.get();
}

QList<ReleaseIndex *> TermSearch::Private::indexes(CodeSystem system)
{
    QList<ReleaseIndex *> all{release(system), starter(system)};
    all.removeAll(nullptr);
    return all;
}

TermSearch::TermSearch(QString folder)
    : d(std::make_unique<Private>())
{
    d->folder = std::move(folder);
}

TermSearch::~TermSearch() = default;

QList<TermHit> TermSearch::find(const QString &query, TermScope scope, int limit)
{
    constexpr qsizetype longestQuery = 256;
    const auto typed = folded(QStringView(query).left(longestQuery));
    QList<TermHit> all;
    for (const auto system : systemsFor(scope))
        for (auto *index : d->indexes(system)) {
            auto hits = index->find(typed, scope, limit * candidatesPerHit);
            if (hits)
                all << *hits;
            else
                qCWarning(lcStorage) << "terminology" << toWord(system) << "search:" << hits.error().code;
        }
    // The order within a release is that of its index already.
    std::ranges::stable_sort(all, {}, &TermHit::match);
    std::set<std::pair<CodeSystem, QString>> seen;
    QList<TermHit> best;
    for (auto &hit : all) {
        const std::pair concept_(hit.code.system, hit.code.code);
        if (best.size() == limit || seen.contains(concept_))
            continue;
        seen.insert(concept_);
        best << std::move(hit);
    }
    return best;
}

std::optional<KnownCode> TermSearch::lookUp(CodeSystem system, const QString &code)
{
    for (auto *index : d->indexes(system))
        if (auto known = index->lookUp(code); known && *known)
            return *known;
    return std::nullopt;
}

QList<KnownCode> TermSearch::underTm2(const QString &tm2Code)
{
    auto *namaste = d->release(CodeSystem::Namaste);
    return namaste ? namaste->underTm2(tm2Code).value_or(QList<KnownCode>()) : QList<KnownCode>();
}

}
