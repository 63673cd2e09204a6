#include "share_words.h"

#include "likeness_words.h"

#include <QCoreApplication>

namespace nadi::ui
{
namespace
{

using clinic::ShareEvidence;

struct ShareWords
{
    Q_DECLARE_TR_FUNCTIONS(ShareWords)
};

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

}
