#include "terminology/snomed_files.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>

namespace nadi::terminology
{

qint64 SnomedFiles::size() const
{
    qint64 all = 0;
    for (const auto &path : concepts + descriptions + languages)
        all += QFileInfo(path).size();
    return all;
}

Result<SnomedFiles> snomedFilesIn(const QString &folder)
{
    // An unpacked edition has about a hundred files; a folder with very many more is not one.
    constexpr int most = 20'000;
    static const QRegularExpression concept_(QStringLiteral("^x?sct2_Concept_Snapshot_.*\\.txt$"));
    static const QRegularExpression description(QStringLiteral("^x?sct2_Description_Snapshot-en.*\\.txt$"));
    static const QRegularExpression language(QStringLiteral("^x?der2_cRefset_LanguageSnapshot-en.*\\.txt$"));
    SnomedFiles files;
    QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories);
    for (int seen = 0; each.hasNext(); ++seen) {
        if (seen == most)
            return fail(ErrorKind::Limit, QStringLiteral("TERM-FILE"), QStringLiteral("too many files in the folder"));
        const auto path = each.next();
        const auto name = each.fileName();
        if (concept_.match(name).hasMatch())
            files.concepts << path;
        else if (description.match(name).hasMatch())
            files.descriptions << path;
        else if (language.match(name).hasMatch())
            files.languages << path;
    }
    for (auto *list : {&files.concepts, &files.descriptions, &files.languages})
        list->sort();
    const auto missing = files.concepts.isEmpty() ? QStringLiteral("sct2_Concept_Snapshot_*.txt")
        : files.descriptions.isEmpty()            ? QStringLiteral("sct2_Description_Snapshot-en_*.txt")
        : files.languages.isEmpty()               ? QStringLiteral("der2_cRefset_LanguageSnapshot-en_*.txt")
                                                  : QString();
    if (!missing.isEmpty())
        return fail(ErrorKind::NotFound, QStringLiteral("TERM-FILE"), QStringLiteral("no ") + missing);
    return files;
}

}
