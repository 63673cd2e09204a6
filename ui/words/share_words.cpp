#include "share_words.h"

#include "person_words.h"

#include <QCoreApplication>

namespace nadi::ui
{
namespace
{

using clinic::ShareEvidence;
using clinic::ShareField;

struct ShareWords
{
    Q_DECLARE_TR_FUNCTIONS(ShareWords)
};

QString birthOf(const QString &iso)
{
    const auto birth = BirthDate::parse(iso);
    return birth ? birthWords(*birth) : iso;
}

}

QString agreesWords(ShareEvidence evidence)
{
    switch (evidence) {
    case ShareEvidence::AbhaNumber:
        return ShareWords::tr("same ABHA number");
    case ShareEvidence::AbhaAddress:
        return ShareWords::tr("same ABHA address");
    case ShareEvidence::Mobile:
        return ShareWords::tr("same mobile");
    case ShareEvidence::Gender:
        return ShareWords::tr("same sex");
    case ShareEvidence::Age:
        return ShareWords::tr("same age");
    case ShareEvidence::Name:
        return ShareWords::tr("name sounds alike");
    }
    return {};
}

QString differsWords(ShareEvidence evidence)
{
    switch (evidence) {
    case ShareEvidence::AbhaNumber:
        return ShareWords::tr("another ABHA number");
    case ShareEvidence::AbhaAddress:
        return ShareWords::tr("another ABHA address");
    case ShareEvidence::Mobile:
        return ShareWords::tr("another mobile");
    case ShareEvidence::Gender:
        return ShareWords::tr("another sex");
    case ShareEvidence::Age:
        return ShareWords::tr("another age");
    case ShareEvidence::Name:
        return ShareWords::tr("another name");
    }
    return {};
}

QString evidenceSentence(const clinic::ShareMatch &match)
{
    QStringList agrees;
    for (const auto evidence : match.agrees)
        agrees << agreesWords(evidence);
    QStringList differs;
    for (const auto evidence : match.differs)
        differs << differsWords(evidence);
    QStringList sides;
    for (const auto &side : {agrees, differs})
        if (!side.isEmpty())
            sides << side.join(QStringLiteral(", "));
    return sides.join(QStringLiteral("; "));
}

QString shareFieldWord(ShareField field)
{
    switch (field) {
    case ShareField::Name:
        return ShareWords::tr("Name");
    case ShareField::Gender:
        return ShareWords::tr("Sex");
    case ShareField::Birth:
        return ShareWords::tr("Born");
    case ShareField::Mobile:
        return ShareWords::tr("Mobile");
    case ShareField::Place:
        return ShareWords::tr("Place");
    case ShareField::AbhaNumber:
        return ShareWords::tr("ABHA number");
    case ShareField::AbhaAddress:
        return ShareWords::tr("ABHA address");
    }
    return {};
}

QString shareFieldValue(ShareField field, const QString &stored)
{
    if (stored.isEmpty())
        return ShareWords::tr("not known");
    switch (field) {
    case ShareField::Gender:
        return genderWord(genderFromWire(stored));
    case ShareField::Birth:
        return birthOf(stored);
    case ShareField::Mobile:
        return maskedMobile(stored);
    case ShareField::AbhaNumber:
        if (const auto number = AbhaNumber::parse(stored))
            return number->masked();
        return stored;
    case ShareField::AbhaAddress:
        if (const auto address = AbhaAddress::parse(stored))
            return address->masked();
        return stored;
    default:
        return stored;
    }
}

}
