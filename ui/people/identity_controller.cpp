#include "identity_controller.h"

#include "clinic/memberships.h"
#include "storage/facility_repository.h"
#include "storage/patient_repository.h"
#include "ui/theme/standing.h"
#include "ui/words/delivery_words.h"
#include "ui/words/identifier_words.h"

namespace nadi::ui
{

struct IdentityController::Facts
{
    Patient patient;
    QList<Identifier> identifiers;
    QList<clinic::MergeRow> merges;
    QList<clinic::LinkedOutside> linked;
    QList<Facility> facilities;
    QList<clinic::Membership> memberships;
};

IdentityController::IdentityController(UiServices &services, QObject *parent)
    : PageController(services, parent)
    , m_card(services)
{
}

void IdentityController::open(const PatientId &patient)
{
    m_id = patient;
    m_card.of(patient);
    clearProblem();
    askFor(
        [patient, facility = services().facility.id](clinic::Work &work) -> Result<Facts> {
            Facts facts;
            return storage::PatientRepository(work.db)
                .patient(patient, facility)
                .and_then([&](const Patient &found) {
                    facts.patient = found;
                    return clinic::identifiersOf(work, patient);
                })
                .and_then([&](const QList<Identifier> &found) {
                    facts.identifiers = found;
                    return clinic::mergesOf(work, patient, facility);
                })
                .and_then([&](const QList<clinic::MergeRow> &found) {
                    facts.merges = found;
                    return clinic::linkedOutside(work, patient);
                })
                .and_then([&](const QList<clinic::LinkedOutside> &found) {
                    facts.linked = found;
                    return storage::FacilityRepository(work.db).facilities();
                })
                .and_then([&](const QList<Facility> &found) {
                    facts.facilities = found;
                    return clinic::membershipsOf(work, facts.patient);
                })
                .map([&](const QList<clinic::Membership> &found) {
                    facts.memberships = found;
                    return facts;
                });
        },
        [this](const Facts &facts) {
            if (facts.patient.id == m_id)
                show(facts);
        });
}

void IdentityController::show(const Facts &facts)
{
    m_patient = facts.patient;
    QList<IdentifierRow> rows;
    for (const auto &identifier : facts.identifiers)
        rows << IdentifierRow{identifierTitle(identifier, facts.facilities), identifierValue(identifier),
            identifierDetail(identifier, clinicTime(), now()), identifier.status == IdentifierStatus::Active};
    m_identifiers.setRows(rows);
    QList<MembershipRow> memberships;
    for (const auto &there : facts.memberships)
        memberships << MembershipRow{there.facility.name, membershipDetail(there, clinicTime(), now()),
            membershipLink(there, clinicTime(), now()),
            int(there.tokenUntil.isSet() ? Standing::Done : Standing::NotStarted)};
    m_memberships.setRows(memberships);
    QList<MergeRow> merges;
    for (const auto &row : facts.merges)
        merges << MergeRow{row.merge.id.value(), tr("%1 was merged into this file").arg(row.retired.name),
            clinicTime().moment(row.merge.at, now()), row.canUndo};
    m_merges.setRows(merges);
    m_linked.clear();
    for (const auto &linked : facts.linked)
        m_linked << (linked.linkedAt.isSet()
                ? tr("%1, linked %2").arg(linked.careContext.value(), clinicTime().moment(linked.linkedAt, now()))
                : tr("%1, on its way").arg(linked.careContext.value()));
    Q_EMIT changed();
}

void IdentityController::done(const QString &sentence)
{
    ring(storage::Topic::Patients);
    ring(storage::Topic::Inbox);
    open(m_id);
    Q_EMIT fileChanged();
    Q_EMIT told(sentence);
}

void IdentityController::detach(const QString &reason)
{
    if (busy())
        return;
    clearProblem();
    askFor([id = m_id, version = m_patient.version, facility = services().facility.id, reason = reason.trimmed()](
               clinic::Work &work) { return clinic::detachAbha(work, id, version, facility, reason); },
        [this](const clinic::DetachOutcome &outcome) {
            done(outcome.linked.isEmpty()
                    ? tr("The ABHA is detached.")
                    : tr("The ABHA is detached. %n record(s) linked outside cannot be pulled back.", nullptr,
                          int(outcome.linked.size())));
        });
}

void IdentityController::removedByOwner()
{
    if (busy())
        return;
    clearProblem();
    askFor([id = m_id, facility = services().facility.id](
               clinic::Work &work) { return clinic::abhaRemovedByOwner(work, id, facility); },
        [this](const Patient &) { done(tr("Every ABHA reference is gone; the medical record stays.")); });
}

void IdentityController::addNumber(const QString &system, const QString &value)
{
    if (busy())
        return;
    clearProblem();
    askFor([id = m_id, system = system.trimmed(), value](
               clinic::Work &work) { return clinic::addExternalNumber(work, id, system, value); },
        [this](const QList<Identifier> &) { done(tr("The number is added.")); });
}

void IdentityController::undoMerge(const QString &merge)
{
    if (busy())
        return;
    clearProblem();
    askFor([merge = MergeId(merge), facility = services().facility.id](
               clinic::Work &work) { return clinic::undoMerge(work, merge, facility); },
        [this](const Patient &) { done(tr("The merge is undone. Both files are there again.")); });
}

}
