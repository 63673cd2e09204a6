#include "link_check_controller.h"

#include "clinic/reading.h"
#include "storage/patient_repository.h"
#include "ui/words/timeline_words.h"

namespace nadi::ui
{
namespace
{

using namespace std::chrono_literals;

// The feed rings on every change; this is the net under it, and moves the elapsed time.
constexpr auto second = 1s;

bool needsLinking(const clinic::LinkCheck &check)
{
    return check.facility != clinic::Gate::Green && check.facilityCode != u"NO-REGISTRY-ID"
        && check.facilityCode != u"LISTED-ELSEWHERE";
}

}

struct LinkCheckController::Answer
{
    Patient patient;
    clinic::LinkCheck check;
    QList<TimelineEntry> stages;
};

LinkCheckController::LinkCheckController(UiServices &services, QObject *parent)
    : PatientPageController(services, parent)
{
    m_second.setInterval(second);
    connect(&m_second, &QTimer::timeout, this, &LinkCheckController::elapsedChanged);
    connect(&services.store.changes(), &storage::ChangeFeed::changed, this, &LinkCheckController::refresh);
}

void LinkCheckController::begin(const PatientId &patient)
{
    m_patient = patient;
    forgetPatient();
    m_check = {};
    m_asked = false;
    m_linkingSince = {};
    m_stages.setRows({});
    clearProblem();
    Q_EMIT changed();
    read([](clinic::Work &work, const PatientId &id, const FacilityId &facility) {
        return clinic::openPatient(work, id, facility, clinic::Purpose::LinkCheck);
    });
}

void LinkCheckController::refresh()
{
    if (!m_patient.isEmpty())
        read([](clinic::Work &work, const PatientId &id, const FacilityId &facility) {
            return storage::PatientRepository(work.db).patient(id, facility);
        });
}

void LinkCheckController::read(PersonReader reader)
{
    askFor(
        [facility = services().facility.id, patient = m_patient, reader](clinic::Work &work) -> Result<Answer> {
            auto person = reader(work, patient, facility);
            if (!person)
                return failed(person);
            auto check = clinic::checkLink(work, facility, patient);
            if (!check)
                return failed(check);
            auto stages = clinic::facilityLinkStages(work, facility);
            if (!stages)
                return failed(stages);
            return Answer{*person, *check, *stages};
        },
        [this](const Answer &answer) {
            if (answer.patient.id == m_patient)
                show(answer);
        });
}

void LinkCheckController::show(const Answer &answer)
{
    const bool firstLook = !loaded();
    knowPatient(answer.patient);
    m_check = answer.check;
    QList<GateRow> gates;
    for (const auto &gate : gateWords({m_check, services().facility.name, patient().abha, clinicTime(), now()}))
        gates += {gate.topic, gate.title, gate.detail, gate.chip, int(gate.standing)};
    m_gates.setRows(std::move(gates));

    QList<LinkStageRow> stages;
    if (!answer.stages.isEmpty() && m_check.facility != clinic::Gate::Green)
        m_linkingSince = answer.stages.constFirst().at;
    for (const auto &stage : answer.stages)
        stages += {timelineWords(stage.what), stage.code, clinicTime().time(stage.at), int(Standing::Done)};
    if (linking())
        stages += {tr("Waiting for the network to confirm"), {}, {}, int(Standing::Waiting)};
    m_stages.setRows(std::move(stages));

    linking() ? m_second.start() : m_second.stop();
    Q_EMIT changed();
    Q_EMIT elapsedChanged();
    if (firstLook && ready())
        Q_EMIT clear();
    beginLinkOnce();
}

void LinkCheckController::beginLinkOnce()
{
    if (m_asked || !needsLinking(m_check))
        return;
    m_asked = true;
    askFor(
        [facility = services().facility.id](clinic::Work &work) { return clinic::beginFacilityLink(work, facility); },
        [this](const FlowId &) {
            m_linkingSince = now();
            ring(storage::Topic::Inbox);
            refresh();
        });
}

bool LinkCheckController::hopeless() const
{
    return loaded() && m_check.facility == clinic::Gate::Red && !needsLinking(m_check);
}

QString LinkCheckController::elapsed() const
{
    return linking() ? clinicTime().elapsed(now() - m_linkingSince) : QString();
}

}
