#include "ui/session/journey_keeper.h"

#include "common/log.h"
#include "storage/journey_repository.h"
#include "ui/session/observe.h"

namespace nadi::ui
{
namespace
{

const QString desk = QStringLiteral("desk");

template <class Kind>
Kind idFrom(const QJsonObject &details, const QString &key)
{
    return Kind(details.value(key).toString());
}

}

QJsonObject JourneyPlace::toJson() const
{
    return {{QStringLiteral("patient"), patient.value()}, {QStringLiteral("doctor"), doctor.value()},
        {QStringLiteral("appointment"), appointment.value()}, {QStringLiteral("record"), record.value()}};
}

JourneyPlace JourneyPlace::fromJson(const QString &step, const QJsonObject &details)
{
    return {step, idFrom<PatientId>(details, QStringLiteral("patient")),
        idFrom<DoctorId>(details, QStringLiteral("doctor")),
        idFrom<AppointmentId>(details, QStringLiteral("appointment")),
        idFrom<RecordId>(details, QStringLiteral("record"))};
}

Done keepPlace(clinic::Work &work, const JourneyPlace &place)
{
    return storage::JourneyRepository(work.db).save(
        {desk, work.actor.user, place.step, place.toJson(), work.clock.now()});
}

JourneyKeeper::JourneyKeeper(UiServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

void JourneyKeeper::keep(const JourneyPlace &place)
{
    observe(this,
        m_services.store.run([place, &clock = m_services.clock, &ids = m_services.ids, actor = m_services.actor](
                                 storage::Connection &db) {
            clinic::Work work{db, clock, ids, actor};
            return keepPlace(work, place);
        }),
        [](const Done &done) {
            if (!done)
                qCWarning(lcUi) << "journey not kept:" << done.error().code;
        });
}

void JourneyKeeper::recall(std::function<void(std::optional<JourneyPlace>)> use)
{
    const auto user = m_services.actor.user;
    observe(this, m_services.store.run([user](storage::Connection &db) {
        return storage::JourneyRepository(db).journey(desk, user);
    }),
        [use = std::move(use)](const Result<std::optional<storage::Journey>> &journey) {
            if (!journey || !*journey)
                return use(std::nullopt);
            use(JourneyPlace::fromJson((*journey)->step, (*journey)->details));
        });
}

}
