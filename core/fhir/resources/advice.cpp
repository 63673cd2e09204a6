#include "fhir/resources/clinical.h"

namespace nadi::fhir
{

QStringList wordsOf(const Advice &advice)
{
    QStringList words = advice.general;
    for (const auto &pathya : advice.pathya)
        words += QStringLiteral("Pathya: ") + pathya;
    for (const auto &apathya : advice.apathya)
        words += QStringLiteral("Apathya: ") + apathya;
    words.removeIf(isBlank);
    return words;
}

QStringList wordsOf(const FollowUp &followUp)
{
    QStringList said{followUp.on.toString(Qt::ISODate), cleanText(followUp.note)};
    said.removeAll(QString());
    return said.isEmpty() ? said : QStringList{QStringLiteral("Follow-up: ") + said.join(QStringLiteral(", "))};
}

}
