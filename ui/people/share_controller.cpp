#include "share_controller.h"

#include "clinic/reading.h"
#include "ui/words/birth_entry.h"
#include "ui/words/share_words.h"

namespace nadi::ui
{
namespace
{

Patient personOf(const SharedProfile &profile)
{
    Patient person;
    person.name = profile.name;
    person.gender = profile.gender;
    person.birth = profile.birth;
    person.mobile = profile.mobile;
    person.place = profile.place();
    person.abhaNumber = profile.abhaNumber;
    person.abhaAddress = profile.abhaAddress;
    return person;
}

bool isAbha(clinic::ShareField field)
{
    return field == clinic::ShareField::AbhaNumber || field == clinic::ShareField::AbhaAddress;
}

}

ShareController::ShareController(UiServices &services, QObject *parent)
    : PageController(services, parent)
{
}

void ShareController::open(const ShareId &share)
{
    m_share = share;
    m_proposal = {};
    m_loaded = false;
    m_chosen = -1;
    m_candidates.setRows({});
    m_fields.setRows({});
    clearProblem();
    Q_EMIT changed();
    askFor([share](clinic::Work &work) { return clinic::proposeFor(work, share); },
        [this](const clinic::ShareProposal &proposal) {
            if (proposal.share.id == m_share)
                show(proposal);
        });
}

void ShareController::show(const clinic::ShareProposal &proposal)
{
    m_proposal = proposal;
    m_loaded = true;
    QList<CandidateRow> rows;
    for (const auto &match : proposal.matches) {
        const auto identity = identityOf(match.patient, today());
        rows << CandidateRow{
            match.patient.id.value(), match.patient.name, identity.facts, evidenceSentence(match), match.needsReason};
    }
    m_candidates.setRows(rows);
    choose(rows.isEmpty() ? -1 : 0);
}

void ShareController::choose(int row)
{
    m_chosen = row >= 0 && row < m_candidates.rows().size() ? row : -1;
    m_differences.clear();
    QList<FieldChoice> fields;
    if (m_chosen >= 0) {
        m_differences = clinic::differences(m_proposal.share.profile, m_proposal.matches[m_chosen].patient);
        // A file without an ABHA gets the shared one; there is nothing to choose.
        m_differences.removeIf([](const clinic::ShareDifference &d) { return d.local.isEmpty() && isAbha(d.field); });
        for (const auto &difference : std::as_const(m_differences))
            fields << FieldChoice{shareFieldWord(difference.field), shareFieldValue(difference.field, difference.local),
                shareFieldValue(difference.field, difference.shared), difference.local.isEmpty()};
    }
    m_fields.setRows(fields);
    Q_EMIT changed();
}

void ShareController::take(int field, bool taken)
{
    auto rows = m_fields.rows();
    if (field < 0 || field >= rows.size())
        return;
    rows[field].taken = taken;
    m_fields.setRows(rows);
}

QString ShareController::headline() const
{
    if (!m_loaded)
        return {};
    if (m_proposal.conflict)
        return tr("ABHA number and ABHA address are on two different files. Say which one it is.");
    switch (m_proposal.kind) {
    case clinic::ShareProposal::Kind::Exact:
        return tr("This ABHA is in our files already.");
    case clinic::ShareProposal::Kind::Likely:
        return tr("We may know this person. Compare before you decide.");
    case clinic::ShareProposal::Kind::New:
        return tr("Nobody in our files is like this person.");
    }
    return {};
}

PatientIdentity ShareController::person() const
{
    return identityOf(personOf(m_proposal.share.profile), today());
}

bool ShareController::needsReason() const
{
    return m_chosen >= 0 && m_proposal.matches[m_chosen].needsReason;
}

QStringList ShareController::gaps() const
{
    QStringList out;
    const auto &profile = m_proposal.share.profile;
    if (profile.gender == Gender::Unknown)
        out << QStringLiteral("gender");
    if (!profile.birth.year)
        out << QStringLiteral("birth");
    if (profile.mobile.isEmpty())
        out << QStringLiteral("mobile");
    return out;
}

void ShareController::accept(const QString &reason)
{
    if (m_chosen < 0 || busy())
        return;
    clearProblem();
    clinic::ShareAcceptance acceptance;
    acceptance.share = m_share;
    acceptance.shareVersion = m_proposal.share.version;
    acceptance.patient = m_proposal.matches[m_chosen].patient.id;
    acceptance.patientVersion = m_proposal.matches[m_chosen].patient.version;
    acceptance.reason = reason.trimmed();
    for (qsizetype i = 0; i < m_differences.size(); ++i)
        if (m_fields.rows()[i].taken)
            acceptance.take << m_differences[i].field;
    ask([acceptance](clinic::Work &work) { return clinic::acceptShare(work, acceptance); },
        [this](const Result<Patient> &result) { took(result); });
}

void ShareController::registerNew(const QVariantMap &entries)
{
    if (!m_loaded || busy())
        return;
    clearProblem();
    Patient gaps;
    gaps.gender = genderFromWire(entries.value(QStringLiteral("gender")).toString());
    gaps.mobile = entries.value(QStringLiteral("mobile")).toString().remove(QLatin1Char(' '));
    const auto birth = readBirth(entries.value(QStringLiteral("birth")).toString(), today());
    if (!birth)
        return setProblem(birth.error());
    gaps.birth = *birth;
    ask([share = m_share, version = m_proposal.share.version, gaps](
            clinic::Work &work) { return clinic::registerFromShare(work, share, version, gaps); },
        [this](const Result<Patient> &result) { took(result); });
}

void ShareController::took(const Result<Patient> &result)
{
    if (!result)
        return setProblem(result.error());
    ring(storage::Topic::Patients);
    ring(storage::Topic::Shares);
    ring(storage::Topic::Inbox);
    Q_EMIT accepted(result->id.value(), result->name);
}

void ShareController::dismiss(const QString &reason)
{
    if (!m_loaded || busy())
        return;
    clearProblem();
    askFor([share = m_share, version = m_proposal.share.version, reason = reason.trimmed()](
               clinic::Work &work) { return clinic::dismissShare(work, share, version, reason); },
        [this](const Share &) {
            ring(storage::Topic::Shares);
            Q_EMIT dismissed();
        });
}

}
