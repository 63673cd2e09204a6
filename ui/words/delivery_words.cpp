#include "ui/words/delivery_words.h"

#include <QCoreApplication>

#include <array>

namespace nadi::ui
{
namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryWords)
};

bool closed(const Delivery &delivery)
{
    return delivery.state == DeliveryState::Withdrawn || delivery.state == DeliveryState::GaveUp;
}

/// Why the record has not left yet, or not been taken.
QString waitingDetail(const Delivery &delivery, const ClinicTime &time, UtcTime now)
{
    switch (delivery.state) {
    case DeliveryState::Ready:
        return delivery.reason.isEmpty() ? Words::tr("Ready to send") : deliveryProblem(delivery.reason).sentence;
    case DeliveryState::Queued:
        return delivery.attempt > 1 && delivery.nextTryAt.isSet() ? Words::tr("Retrying, attempt %1, next at %2")
                                                                        .arg(delivery.attempt)
                                                                        .arg(time.moment(delivery.nextTryAt, now))
                                                                  : Words::tr("Sending");
    case DeliveryState::WaitingNetwork:
        return Words::tr("Saved here. It will be sent when the internet is back.");
    case DeliveryState::TokenRequested:
        return Words::tr("Checking identity with the health network");
    case DeliveryState::LinkSubmitted:
        return Words::tr("Sent. Waiting for confirmation");
    case DeliveryState::NeedsAttention:
        return deliveryProblem(delivery.reason).sentence;
    case DeliveryState::Withdrawn:
        return Words::tr("Not sent: it was withdrawn here");
    case DeliveryState::GaveUp:
        return Words::tr("Closed without sending");
    default:
        return {};
    }
}

Standing openStanding(const Delivery &delivery)
{
    if (delivery.state == DeliveryState::NeedsAttention)
        return Standing::NeedsPerson;
    return closed(delivery) ? Standing::Notice : Standing::Waiting;
}

}

DeliveryChip chipOf(const Delivery &delivery)
{
    switch (delivery.state) {
    case DeliveryState::Ready:
        return {Standing::Waiting, delivery.reason.isEmpty() ? Words::tr("Ready to send") : Words::tr("Saved, waits")};
    case DeliveryState::Queued:
        return {Standing::Waiting, delivery.attempt > 1 ? Words::tr("Retrying") : Words::tr("Sending")};
    case DeliveryState::WaitingNetwork:
        return {Standing::Waiting, Words::tr("Waits for internet")};
    case DeliveryState::TokenRequested:
        return {Standing::Waiting, Words::tr("Checking identity")};
    case DeliveryState::LinkSubmitted:
        return {Standing::Waiting, Words::tr("Waiting to confirm")};
    case DeliveryState::Linked:
        return {Standing::Done, Words::tr("Visible in the ABHA app")};
    case DeliveryState::Transferred:
        return {Standing::Opened, Words::tr("Opened in the ABHA app")};
    case DeliveryState::NoAbhaNotified:
        return {Standing::Done, Words::tr("Invited by SMS")};
    case DeliveryState::NeedsAttention:
        return {Standing::NeedsPerson, Words::tr("Needs you")};
    case DeliveryState::Withdrawn:
        return {Standing::Notice, Words::tr("Not sent")};
    case DeliveryState::GaveUp:
        return {Standing::Notice, Words::tr("Closed")};
    }
    return {};
}

QList<DeliveryStage> stagesOf(const Delivery &delivery, const ClinicTime &time, UtcTime now)
{
    QList<DeliveryStage> stages{{Words::tr("Confirmed at the clinic"), Words::tr("Saved on this computer."),
        time.moment(delivery.confirmedAt, now), Standing::Done}};
    if (delivery.state == DeliveryState::NoAbhaNotified) {
        stages
            += {Words::tr("Patient invited by SMS"), Words::tr("The record waits here until the patient collects it."),
                time.moment(delivery.updatedAt, now), Standing::Done};
        return stages;
    }
    struct Fact
    {
        UtcTime at;
        QString title;
        QString done;
        Standing reached;
    };
    const std::array facts{
        Fact{delivery.acceptedAt, Words::tr("Sent to the health network"), {}, Standing::Done},
        Fact{delivery.linkedAt, Words::tr("Visible in the ABHA app"), Words::tr("The network confirmed it."),
            Standing::Done},
        Fact{delivery.openedAt, Words::tr("Opened in the ABHA app"),
            Words::tr("The app fetched the record with the patient's consent."), Standing::Opened},
    };
    // A later fact proves the earlier ones: the link callback may overtake the 202 in our own database.
    qsizetype reached = 0;
    for (qsizetype i = 0; i < qsizetype(facts.size()); ++i)
        if (facts[size_t(i)].at.isSet())
            reached = i + 1;
    for (qsizetype i = 0; i < qsizetype(facts.size()); ++i) {
        const Fact &fact = facts[size_t(i)];
        if (i < reached)
            stages += {fact.title, fact.done, time.moment(fact.at, now), fact.reached};
        else if (i == reached && i < 2)
            stages += {fact.title, waitingDetail(delivery, time, now), {}, openStanding(delivery)};
        else
            stages += {fact.title,
                i == 2 && reached == 2 ? Words::tr("Shows here when the patient's app fetches it.") : QString(), {},
                Standing::NotStarted};
    }
    return stages;
}

DeliveryHeadline headlineOf(const Delivery &delivery)
{
    switch (delivery.state) {
    case DeliveryState::Linked:
        return {Standing::Done, Words::tr("Visible in the ABHA app"), Words::tr("The patient can open it now.")};
    case DeliveryState::Transferred:
        return {Standing::Opened, Words::tr("Opened in the ABHA app"), Words::tr("The patient's app has the record.")};
    case DeliveryState::NoAbhaNotified:
        return {Standing::Done, Words::tr("Patient invited by SMS"),
            Words::tr("The record is safe here until it is collected.")};
    case DeliveryState::NeedsAttention:
        return {Standing::NeedsPerson, Words::tr("This needs you"), deliveryProblem(delivery.reason).sentence};
    case DeliveryState::Withdrawn:
    case DeliveryState::GaveUp:
        return {Standing::Notice, Words::tr("Not sent"), Words::tr("The record stays in this clinic.")};
    case DeliveryState::WaitingNetwork:
        return {Standing::Waiting, Words::tr("Saved here"), Words::tr("It will be sent when the internet is back.")};
    case DeliveryState::Ready:
        if (!delivery.reason.isEmpty())
            return {Standing::Waiting, Words::tr("Saved here"), deliveryProblem(delivery.reason).sentence};
        [[fallthrough]];
    case DeliveryState::Queued:
    case DeliveryState::TokenRequested:
        return {Standing::Waiting, Words::tr("On its way"),
            Words::tr("Saved here. It is being sent to the health network.")};
    case DeliveryState::LinkSubmitted:
        return {Standing::Waiting, Words::tr("Waiting for confirmation"),
            Words::tr("The network took it. It is not in the ABHA app yet.")};
    }
    return {};
}

bool needsComparison(const Delivery &delivery)
{
    const bool waits = delivery.state == DeliveryState::NeedsAttention || delivery.state == DeliveryState::Ready;
    return waits && deliveryProblem(delivery.reason).remedy == Remedy::CompareIdentity;
}

QString recordWord(HiType type)
{
    switch (type) {
    case HiType::Prescription:
        return Words::tr("Prescription");
    case HiType::DiagnosticReport:
        return Words::tr("Test report");
    case HiType::OPConsultation:
        return Words::tr("Consultation note");
    case HiType::DischargeSummary:
        return Words::tr("Discharge summary");
    case HiType::ImmunizationRecord:
        return Words::tr("Vaccination record");
    case HiType::HealthDocumentRecord:
        return Words::tr("Health document");
    case HiType::WellnessRecord:
        return Words::tr("Wellness record");
    case HiType::Invoice:
        return Words::tr("Bill");
    }
    return {};
}

}
