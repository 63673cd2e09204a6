#include "terminology/terminology_folder.h"

#include "common/log.h"
#include "terminology/term_database.h"

#include <QDir>

namespace nadi::terminology
{

QList<CodeSystem> importableSystems()
{
    using enum CodeSystem;
    return {Snomed, Loinc, Icd10, Namaste, Siddha, Unani};
}

QString releaseFile(const QString &folder, CodeSystem system)
{
    return QDir(folder).filePath(toWord(system) + QStringLiteral(".db"));
}

QList<ReleaseInfo> releasesIn(const QString &folder)
{
    QList<ReleaseInfo> all;
    for (const auto system : importableSystems()) {
        const auto path = releaseFile(folder, system);
        if (!QFile::exists(path))
            continue;
        auto database = TermDatabase::open(path);
        if (!database) {
            qCWarning(lcStorage) << toWord(system) << "cannot be read:" << database.error().code;
            continue;
        }
        const auto fact = [&](const char *name) { return (*database)->fact(QString::fromLatin1(name)); };
        all << ReleaseInfo{system, fact("version"), fact("concepts").toLongLong(), fact("terms").toLongLong(),
            fact("importedAt"), fact("notice")};
    }
    return all;
}

}
