#include "confirm_controller.h"

#include "clinic/abha_file.h"
#include "clinic/link_check.h"
#include "clinic/reading.h"
#include "clinic/typed_record.h"
#include "domain/neutral_display.h"
#include "storage/appointment_repository.h"
#include "storage/facility_repository.h"
#include "storage/patient_repository.h"
#include "ui/session/journey_keeper.h"
#include "ui/words/delivery_words.h"
#include "ui/words/gate_words.h"

namespace nadi::ui
{

struct ConfirmController::Facts
{
    Record record;
    RecordContent content;
    Doctor doctor;
    Patient patient; ///< whose draft the pages were added to
    Patient visitor; ///< who the visit was booked for
    std::optional<clinic::AbhaSnapshot> proved; ///< what the ABHA service said of the file's owner
    clinic::LinkCheck link;
    clinic::PrescribingFacts prescribing;
    clinic::SheetFacts sheet;
};

ConfirmController::ConfirmController(UiServices &services, QObject *parent)
    : PatientPageController(services, parent)
{
    connect(&m_prescribing, &PrescribingPanel::changed, this, [this] {
        m_missing.setMode(m_prescribing.statement().mode);
        Q_EMIT changed();
    });
    connect(&m_missing, &MissingPanel::changed, this, &ConfirmController::changed);
}

void ConfirmController::begin(const RecordId &record)
{
    m_record = {};
    m_record.id = record;
    m_inviteAgreed = false;
    forgetPatient();
    m_prescribing.begin({});
    m_missing.begin({});
    m_pages.setRows({});
    m_lines.setRows({});
    m_identities.setRows({});
    clearProblem();
    Q_EMIT changed();
    read();
}

void ConfirmController::refresh()
{
    if (loaded())
        read();
}

void ConfirmController::read()
{
    askFor(
        [record = m_record.id, facility = services().facility.id](clinic::Work &work) -> Result<Facts> {
            Facts facts;
            const auto found = clinic::openRecord(work, record, clinic::Purpose::Confirmation);
            if (!found)
                return failed(found);
            facts.record = *found;
            auto content = clinic::contentOf(work, record);
            if (!content)
                return failed(content);
            facts.content = *std::move(content);
            storage::PatientRepository patients(work.db);
            const auto patient = patients.patient(found->patient, facility);
            if (!patient)
                return failed(patient);
            facts.patient = facts.visitor = *patient;
            if (found->appointment) {
                const auto visit = storage::AppointmentRepository(work.db).appointment(*found->appointment);
                if (!visit)
                    return failed(visit);
                const auto visitor = patients.patient(visit->patient, facility);
                if (!visitor)
                    return failed(visitor);
                facts.visitor = *visitor;
            }
            const auto doctor = storage::FacilityRepository(work.db).doctor(found->doctor);
            if (!doctor)
                return failed(doctor);
            facts.doctor = *doctor;
            const auto link = clinic::checkLink(work, facility, found->patient);
            if (!link)
                return failed(link);
            facts.link = *link;
            const auto proved = clinic::abhaSnapshot(work, found->patient);
            if (!proved)
                return failed(proved);
            facts.proved = *proved;
            const auto prescribing = clinic::prescribingFacts(work, *found);
            if (!prescribing)
                return failed(prescribing);
            facts.prescribing = *prescribing;
            auto sheet = clinic::sheetFacts(work, *found);
            if (!sheet)
                return failed(sheet);
            facts.sheet = *std::move(sheet);
            return facts;
        },
        [this](const Facts &facts) {
            if (facts.record.id == m_record.id)
                show(facts);
        });
}

void ConfirmController::show(const Facts &facts)
{
    m_record = facts.record;
    m_doctor = facts.doctor;
    knowPatient(facts.patient);
    m_mobile = facts.patient.mobile;
    const auto headline = linkHeadline(facts.link);
    m_standing = int(headline.standing);
    m_promise = headline.detail;

    m_missing.begin(facts.sheet);
    m_prescribing.begin(facts.prescribing, m_prescribing.statement());
    m_pages.setRows(pageRows(facts.record));
    m_lines.setRows(typedLines(facts.content, {today(), services().facility.timeZone}));

    // Who came, beside who the ABHA service says the record goes to; without a proof here, beside the file's owner.
    m_proved = facts.proved.has_value();
    const auto likeness = m_proved ? clinic::compare(facts.visitor, facts.proved->profile)
                                   : clinic::compare(facts.visitor, facts.patient);
    m_identities.setRows(identityRows(likeness));
    // A place or a phone may differ for one person; the rest may not.
    m_differs = std::ranges::any_of(likeness.differences(), [](const clinic::FieldComparison &line) {
        using enum clinic::PersonField;
        return line.field != Place && line.field != Mobile;
    });
    Q_EMIT changed();
}

QString ConfirmController::reason() const
{
    const auto rule = m_prescribing.missing();
    return rule.isEmpty() ? m_missing.missing() : rule;
}

void ConfirmController::fill(int place)
{
    const auto missing = m_missing.at(place);
    if (!missing)
        return;
    switch (missing->leads) {
    case clinic::Leads::Letterhead:
        return Q_EMIT letterheadAsked(m_record.doctor, missing->field);
    case clinic::Leads::Person:
        return Q_EMIT personAsked(m_record.patient, missing->field);
    case clinic::Leads::Consultation:
        return Q_EMIT statementAsked();
    case clinic::Leads::Form:
    case clinic::Leads::Pages:
        return Q_EMIT fieldAsked(*missing);
    }
}

QString ConfirmController::subject() const
{
    return loaded() ? recordWord(m_record.type) : QString();
}

QString ConfirmController::documentText() const
{
    if (m_record.typed && m_record.pages.isEmpty())
        return tr("%1 of %2", "record type, date")
            .arg(recordWord(m_record.type), clinicTime().fullDay(m_record.issuedOn));
    return tr("%1 of %2, %n page(s)", nullptr, int(m_record.pages.size()))
        .arg(recordWord(m_record.type), clinicTime().fullDay(m_record.issuedOn));
}

QString ConfirmController::copyText() const
{
    const auto shrunk = int(std::ranges::count_if(m_record.pages, &RecordPage::shrunk));
    return shrunk == 0 ? QString()
                       : tr("%n page(s) in screen quality; the original stays in this clinic", nullptr, shrunk);
}

QString ConfirmController::fromText() const
{
    return tr("From %1, %2", "clinic, doctor").arg(services().facility.name, m_doctor.name);
}

QString ConfirmController::toText() const
{
    return patient().abha.isEmpty()
        ? tr("To nobody yet: there is no ABHA in our file")
        : tr("To the ABHA app of %1 only, %2", "name, ABHA address").arg(patient().name, patient().abha);
}

QString ConfirmController::labelText() const
{
    // Exactly what others can read before identity is proven (S-N8); records of one visit are one context.
    const auto label = m_record.appointment ? neutralVisitDisplay(m_record.issuedOn)
                                            : neutralDisplay(m_record.type, m_record.issuedOn);
    return tr("Label outside: “%1”").arg(label.value_or(QString()));
}

QString ConfirmController::invitation() const
{
    return !loaded() || !patient().abha.isEmpty() || m_mobile.isEmpty()
        ? QString()
        : tr("%1 agrees to an SMS to %2 that says how to get this record with an own ABHA", "name, masked mobile")
              .arg(patient().name, maskedMobile(m_mobile));
}

void ConfirmController::setInviteAgreed(bool agreed)
{
    m_inviteAgreed = agreed;
    Q_EMIT changed();
}

void ConfirmController::confirm()
{
    if (busy() || !loaded())
        return;
    clearProblem();
    askFor(
        [record = m_record.id, version = m_record.version,
            invitation = m_inviteAgreed ? SmsInvitation::Agreed : SmsInvitation::NotAgreed,
            statement = m_prescribing.statement()](clinic::Work &work) {
            return actAndKeepPlace(
                work, [&] { return clinic::signRecord(work, record, version, invitation, statement); },
                [](const clinic::Signed &done) {
                    return JourneyPlace{QStringLiteral("success"), done.record.patient, done.record.doctor,
                        done.record.appointment.value_or(AppointmentId()), done.record.id};
                });
        },
        [this](const clinic::Signed &done) {
            ring(storage::Topic::Inbox);
            ring(storage::Topic::Deliveries);
            Q_EMIT confirmed(done.record.id);
        });
}

}
