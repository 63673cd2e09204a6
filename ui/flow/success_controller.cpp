#include "success_controller.h"

#include "clinic/reading.h"
#include "domain/flow_start.h"
#include "storage/patient_repository.h"
#include "ui/words/delivery_words.h"
#include "ui/words/timeline_words.h"

#include <QClipboard>
#include <QGuiApplication>

namespace nadi::ui
{

struct SuccessController::Answer
{
    clinic::DeliveryStory story;
    Patient patient;
};

SuccessController::SuccessController(UiServices &services, QObject *parent)
    : PatientPageController(services, parent)
{
    connect(&services.store.changes(), &storage::ChangeFeed::changed, this, &SuccessController::refresh);
}

void SuccessController::begin(const RecordId &record)
{
    m_record = record;
    m_subject.clear();
    m_delivery = {};
    forgetPatient();
    m_stages.setRows({});
    m_log.setRows({});
    clearProblem();
    Q_EMIT changed();
    askFor([record](clinic::Work &work) { return clinic::openRecord(work, record, clinic::Purpose::Delivery); },
        [this](const Record &opened) {
            if (opened.id != m_record)
                return;
            m_subject = recordWord(opened.type);
            refresh();
        });
}

void SuccessController::refresh()
{
    if (m_record.isEmpty())
        return;
    askFor(
        [record = m_record, facility = services().facility.id](clinic::Work &work) -> Result<Answer> {
            auto story = clinic::deliveryStory(work, record);
            if (!story)
                return failed(story);
            auto patient = storage::PatientRepository(work.db).patient(story->delivery.patient, facility);
            if (!patient)
                return failed(patient);
            return Answer{*story, *patient};
        },
        [this](const Answer &answer) {
            if (answer.story.delivery.record == m_record)
                show(answer);
        });
}

void SuccessController::show(const Answer &answer)
{
    m_delivery = answer.story.delivery;
    knowPatient(answer.patient);
    m_hasMobile = !answer.patient.mobile.isEmpty();
    QList<StageRow> stages;
    for (const auto &stage : stagesOf(m_delivery, clinicTime(), now()))
        stages += {stage.title, stage.detail, stage.time, int(stage.standing)};
    m_stages.setRows(std::move(stages));
    QList<LogRow> log;
    for (const auto &line : answer.story.timeline)
        log += {clinicTime().time(line.at), timelineWords(line.what), line.code};
    m_log.setRows(std::move(log));
    Q_EMIT changed();
}

QString SuccessController::action() const
{
    return m_delivery.state == DeliveryState::NeedsAttention || comparesIdentity()
        ? deliveryProblem(m_delivery.reason).action
        : QString();
}

bool SuccessController::comparesIdentity() const
{
    return loaded() && needsComparison(m_delivery);
}

bool SuccessController::mayInvite() const
{
    return loaded() && m_hasMobile && m_delivery.state == DeliveryState::Ready && m_delivery.reason == u"NO-ABHA";
}

bool SuccessController::mayWithdraw() const
{
    return loaded() && !isTerminal(m_delivery.state) && !m_delivery.linkedAt.isSet()
        && m_delivery.state != DeliveryState::NoAbhaNotified;
}

void SuccessController::retry()
{
    decide(flow_event::retry);
}

void SuccessController::invite()
{
    decide(flow_event::inviteAgreed);
}

void SuccessController::withdraw()
{
    decide(flow_event::withdraw);
}

void SuccessController::decide(QStringView decision)
{
    askFor([flow = m_delivery.flow, word = decision.toString()](
               clinic::Work &work) { return clinic::decideDelivery(work, flow, word, QString()); },
        [this] {
            ring(storage::Topic::Inbox);
            refresh();
        });
}

void SuccessController::copySupportCode()
{
    QGuiApplication::clipboard()->setText(m_delivery.supportCode);
}

}
