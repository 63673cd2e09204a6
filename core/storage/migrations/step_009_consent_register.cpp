#include "storage/migrations/row_security.h"
#include "storage/migrations/steps.h"

namespace nadi::storage
{
namespace
{

constexpr std::array tables{
    // Whose consent it was, by the keyed hash of the address: stays readable in the patient's file when the artefact is
    // gone, and goes itself when the person leaves ABDM.
    uR"(CREATE TABLE consent_person (
        tenant        TEXT NOT NULL,
        consent       TEXT NOT NULL,
        address_index {blob} NOT NULL,
        PRIMARY KEY (tenant, consent)))",
    u"CREATE INDEX consent_person_of ON consent_person (tenant, address_index)",

    // Each record that arrived at the requester, once per transfer.
    uR"(CREATE TABLE consent_left (
        tenant         TEXT NOT NULL,
        consent        TEXT NOT NULL,
        transaction_id TEXT NOT NULL,
        care_context   TEXT NOT NULL,
        record         TEXT NOT NULL,
        at             {int} NOT NULL,
        PRIMARY KEY (tenant, consent, transaction_id, care_context, record)))",
};

constexpr std::array postgres{rowSecurityOfNewTables[0]};

}

Migration step009()
{
    return {9, "the consent register", tables, {}, postgres};
}

}
