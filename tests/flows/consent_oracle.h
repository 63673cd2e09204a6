#pragma once

#include "flows/flow.h"

#include <map>
#include <vector>

namespace nadi::test
{

/// What a person with a notebook knows: what the network told the clinic, what it took from it, and what left. Says of
/// each page that left whether a consent covered it at that moment. Shares no code with the gatekeeper, and takes the
/// narrower reading wherever two things were said.
class ConsentOracle
{
public:
    struct Record
    {
        HiType type{};
        UtcTime date;
        QString patient;
        FacilityId facility;
    };
    struct Asked
    {
        ConsentId consent;
        FacilityId facility;
        UtcTime from;
        UtcTime to;
    };

    void signedRecord(const CareContextRef &context, const Record &record) { m_records[context.value()] = record; }
    void told(const abdm::ConsentNotify &notify);
    void acknowledged(const ConsentId &consent) { m_notes[consent.value()].acknowledged = true; }
    void asked(const TransactionId &transaction, const Asked &request)
    {
        m_asked.try_emplace(transaction.value(), request);
    }
    /// Empty when the page was covered; else what was wrong with letting it out.
    QString left(const TransactionId &transaction, const CareContextRef &context, UtcTime now);

private:
    struct Note
    {
        std::vector<ConsentArtefact> grants;
        bool acknowledged = false;
        bool ended = false;
        std::map<QString, UtcTime> served; ///< transaction -> first byte
    };

    std::map<QString, Record> m_records;
    std::map<QString, Note> m_notes;
    std::map<QString, Asked> m_asked;
};

}
