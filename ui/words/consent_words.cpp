#include "consent_words.h"

#include "delivery_words.h"

#include <QCoreApplication>

namespace nadi::ui
{
namespace
{

struct ConsentWords
{
    Q_DECLARE_TR_FUNCTIONS(ConsentWords)
};

}

QString purposeWords(const QString &code)
{
    if (code == u"CAREMGT")
        return ConsentWords::tr("For treatment");
    if (code == u"BTG")
        return ConsentWords::tr("In an emergency");
    if (code == u"PUBHLTH")
        return ConsentWords::tr("For public health");
    if (code == u"HPAYMT")
        return ConsentWords::tr("For a payment or claim");
    if (code == u"DSRCH")
        return ConsentWords::tr("For research");
    if (code == u"PATRQT")
        return ConsentWords::tr("For the patient");
    return ConsentWords::tr("For a purpose we do not know");
}

QString askedByWords(const ConsentArtefact &artefact)
{
    QStringList who;
    for (const auto &name : {artefact.hiuName, artefact.requesterName})
        if (!name.isEmpty())
            who << name;
    if (!who.isEmpty())
        return who.join(QStringLiteral(", "));
    return artefact.purposeCode == u"PATRQT" ? ConsentWords::tr("The patient's own app")
                                             : ConsentWords::tr("Not named");
}

QString kindsWords(const QStringList &hiTypes)
{
    QStringList kinds;
    for (const auto &word : hiTypes) {
        const auto type = hiTypeFromWire(word);
        kinds << (type ? recordWord(*type) : word);
    }
    return kinds.join(QStringLiteral(", "));
}

QString standingWord(clinic::ConsentStanding standing)
{
    switch (standing) {
    case clinic::ConsentStanding::InForce:
        return ConsentWords::tr("In force");
    case clinic::ConsentStanding::Ended:
        return ConsentWords::tr("Ended");
    case clinic::ConsentStanding::TakenBack:
        return ConsentWords::tr("Taken back");
    case clinic::ConsentStanding::NotTaken:
        return ConsentWords::tr("Not confirmed");
    }
    return {};
}

Standing standingColor(clinic::ConsentStanding standing)
{
    return standing == clinic::ConsentStanding::InForce ? Standing::Done : Standing::NotStarted;
}

}
