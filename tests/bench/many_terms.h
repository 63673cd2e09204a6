#pragma once

#include <QString>
#include <QStringList>

namespace nadi::test
{

/// Invented releases with as many terms in all as NADI_BENCH_TERMS says (500,000 in `./nadi bench`, 5,000 under ctest),
/// in the shares of a real site: seven tenths SNOMED CT, two LOINC, one ICD-10. Names are two to seven words of a
/// vocabulary in which a few words are in every tenth name, as "disorder" and "of" are.
struct ManyTerms
{
    QString snomed; ///< files below the folder that was named
    QString loinc;
    QString icd10;
    QStringList names; ///< all of them
};

ManyTerms writeManyTerms(const QString &folder);

/// What somebody has typed of a name at some moment: the beginnings of one to three of its words.
QStringList typedOf(const QStringList &names, int count);

}
