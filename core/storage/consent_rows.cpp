#include "storage/consent_rows.h"

#include "storage/sealing.h"

#include <QJsonArray>

namespace nadi::storage
{
namespace
{

UtcTime timeIn(const QJsonObject &json, QStringView key)
{
    return UtcTime::fromMs(json[key].toInteger());
}

void fill(ConsentArtefact &artefact, const QJsonObject &json)
{
    artefact.patientAddress = json[u"patientAddress"].toString();
    for (const auto &context : json[u"careContexts"].toArray())
        artefact.careContexts << CareContextRef(context.toString());
    for (const auto &type : json[u"hiTypes"].toArray())
        artefact.hiTypes << type.toString();
    artefact.purposeCode = json[u"purposeCode"].toString();
    artefact.from = timeIn(json, u"from");
    artefact.to = timeIn(json, u"to");
    artefact.dataEraseAt = timeIn(json, u"dataEraseAt");
    artefact.frequencyUnit = json[u"frequencyUnit"].toString();
    artefact.frequencyValue = json[u"frequencyValue"].toInt();
    artefact.requesterName = json[u"requesterName"].toString();
    artefact.hiuName = json[u"hiuName"].toString();
    artefact.frequencyRepeats = json[u"frequencyRepeats"].toInt();
}

}

QJsonObject artefactJson(const ConsentArtefact &artefact)
{
    QJsonArray contexts;
    for (const auto &context : artefact.careContexts)
        contexts << context.value();
    return {
        {QStringLiteral("patientAddress"), artefact.patientAddress},
        {QStringLiteral("careContexts"), contexts},
        {QStringLiteral("hiTypes"), QJsonArray::fromStringList(artefact.hiTypes)},
        {QStringLiteral("purposeCode"), artefact.purposeCode},
        {QStringLiteral("from"), artefact.from.ms()},
        {QStringLiteral("to"), artefact.to.ms()},
        {QStringLiteral("dataEraseAt"), artefact.dataEraseAt.ms()},
        {QStringLiteral("frequencyUnit"), artefact.frequencyUnit},
        {QStringLiteral("frequencyValue"), artefact.frequencyValue},
        {QStringLiteral("frequencyRepeats"), artefact.frequencyRepeats},
        {QStringLiteral("requesterName"), artefact.requesterName},
        {QStringLiteral("hiuName"), artefact.hiuName},
    };
}

QJsonObject stubJson(const ConsentArtefact &artefact)
{
    return {
        {QStringLiteral("requesterName"), artefact.requesterName},
        {QStringLiteral("hiuName"), artefact.hiuName},
        {QStringLiteral("purposeCode"), artefact.purposeCode},
    };
}

Result<ConsentArtefact> consentOf(const Connection &db, const Rows &row)
{
    ConsentArtefact artefact;
    artefact.id = row.id<ConsentId>(0);
    artefact.hip = row.id<FacilityId>(1);
    artefact.status = consentStatusFromWire(row.text(2));
    artefact.createdAt = row.time(3);
    if (const auto sealed = row.bytes(4); !sealed.isEmpty()) {
        const auto json = openJson(db, consentTable, artefact.id.value(), sealed);
        if (!json)
            return failed(json);
        fill(artefact, *json);
    }
    return artefact;
}

}
