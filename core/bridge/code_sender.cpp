#include "bridge/code_sender.h"

#include "bridge/call_payload.h"
#include "flows/link_code.h"
#include "storage/facility_repository.h"
#include "storage/patient_repository.h"

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

/// The words that a clinic registers with its provider; ASCII, one message long.
Secret textFor(const Secret &code, const Facility &facility, std::chrono::milliseconds life)
{
    const auto name = facility.hipName.isEmpty() ? facility.id.value() : facility.hipName;
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(life).count();
    return Secret(code.reveal() + " is your OTP to link your records at " + name.toLatin1()
        + " in your ABHA app. Valid for " + QByteArray::number(qint64(minutes)) + " minutes. Do not share it.");
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

}

void CodeSender::send(const storage::OutboxMessage &order)
{
    const auto wanted = codeOrderOf(order.payload);
    const auto patient = storage::PatientRepository(m.db).patient(wanted.patient, order.facility);
    const auto facility = storage::FacilityRepository(m.db).facility(order.facility);
    if (!patient || !facility)
        return m_ended(order, {patient ? facility.error().code : patient.error().code, {}});
    if (patient->mobile.isEmpty())
        return m_ended(order, {u"NO-MOBILE"_s, {}});
    const auto code = flows::drawLinkCode(m.random);
    const auto mark = flows::markOf(code, wanted.linkReference, m.random);
    const QJsonObject details{{u"salt"_s, base64(mark.salt)}, {u"digest"_s, base64(mark.digest)},
        {u"hint"_s, flows::maskedMobile(patient->mobile)}};
    m.provider.send(
        {patient->mobile, textFor(code, *facility, wanted.life)}, [ended = m_ended, order, details](const Done &taken) {
            ended(order, taken ? CodeOutcome{{}, details} : CodeOutcome{taken.error().code, {}});
        });
}

}
