#include "consent_oracle.h"

#include <set>

namespace nadi::test
{
namespace
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

bool sameSubject(const ConsentArtefact &first, const ConsentArtefact &other)
{
    return first.patientAddress == other.patientAddress && first.hip == other.hip
        && first.purposeCode == other.purposeCode;
}

/// What this one paper has against it; empty when nothing.
QString against(const ConsentArtefact &grant, const ConsentOracle::Asked &asked, const CareContextRef &context,
    const ConsentOracle::Record &record, UtcTime now)
{
    static const std::set<QString> purposes{u"CAREMGT"_s, u"BTG"_s, u"PUBHLTH"_s, u"HPAYMT"_s, u"DSRCH"_s, u"PATRQT"_s};
    if (grant.hip != asked.facility || record.facility != asked.facility)
        return u"another facility"_s;
    if (grant.dataEraseAt.ms() <= now.ms())
        return u"past its end"_s;
    if (asked.from.ms() < grant.from.ms() || asked.to.ms() > grant.to.ms() || asked.from.ms() > asked.to.ms())
        return u"range asked for"_s;
    if (record.date.ms() < asked.from.ms() || record.date.ms() > asked.to.ms())
        return u"date of the record"_s;
    if (!purposes.contains(grant.purposeCode))
        return u"purpose"_s;
    bool typed = false;
    for (const auto &word : grant.hiTypes)
        typed = typed || word.toLower() == toWire(record.type).toLower();
    if (!typed)
        return u"type"_s;
    bool listed = false;
    for (const auto &one : grant.careContexts)
        listed = listed || one.value() == context.value();
    if (!listed)
        return u"care context"_s;
    return record.patient == grant.patientAddress ? QString() : u"another patient"_s;
}

}

void ConsentOracle::told(const abdm::ConsentNotify &notify)
{
    auto &note = m_notes[notify.consent.value()];
    if (notify.status == ConsentStatus::Revoked || notify.status == ConsentStatus::Expired)
        note.ended = true;
    else if (notify.status == ConsentStatus::Granted && notify.artefact)
        note.grants.push_back(*notify.artefact);
}

QString ConsentOracle::left(const TransactionId &transaction, const CareContextRef &context, UtcTime now)
{
    const auto asked = m_asked.find(transaction.value());
    const auto record = m_records.find(context.value());
    if (asked == m_asked.end() || record == m_records.end())
        return u"nobody asked for it"_s;
    auto &note = m_notes[asked->second.consent.value()];
    if (note.grants.empty())
        return u"never granted"_s;
    if (note.ended)
        return u"ended"_s;
    if (!note.acknowledged)
        return u"acknowledgement not accepted"_s;
    for (const auto &grant : note.grants) {
        if (!sameSubject(note.grants.front(), grant))
            continue;
        if (const auto wrong = against(grant, asked->second, context, record->second, now); !wrong.isEmpty())
            return wrong;
    }
    const int allowed = note.grants.front().frequencyValue;
    int others = 0;
    for (const auto &[other, at] : note.served)
        others += other != transaction.value() && at.ms() >= now.ms() - 3'600'000;
    note.served.try_emplace(transaction.value(), now);
    return allowed == 0 || others < allowed ? QString() : u"too often"_s;
}

}
