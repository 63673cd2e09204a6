#pragma once

#include "clinic/work.h"
#include "domain/ids.h"
#include "ui/session/services.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <optional>

namespace nadi::ui
{

/// Where the person stands in the six steps.
struct JourneyPlace
{
    QString step = QStringLiteral("home"); ///< "home", "booking", "link-check", "add", "confirm", "success"
    PatientId patient;
    DoctorId doctor;
    AppointmentId appointment;
    RecordId record;

    QJsonObject toJson() const;
    static JourneyPlace fromJson(const QString &step, const QJsonObject &details);
    bool operator==(const JourneyPlace &) const = default;
};

/// Writes down where the person of this work stands.
Done keepPlace(clinic::Work &work, const JourneyPlace &place);

/// Does what the person decided and writes where it leads, in one transaction: after a crash the deed and the place
/// agree, so nobody books or adds a second time.
template <class Act, class PlaceAfter>
auto actAndKeepPlace(clinic::Work &work, Act act, PlaceAfter placeAfter) -> decltype(act())
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    auto result = act();
    if (!result)
        return result;
    if (const auto kept = keepPlace(work, placeAfter(*result)); !kept)
        return failed(kept);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return result;
}

/// Writes the place down after each change, so that a crash, a lock or a restart returns to the same step (R2, B48).
class JourneyKeeper : public QObject
{
    Q_OBJECT

public:
    explicit JourneyKeeper(UiServices &services, QObject *parent = nullptr);
    void keep(const JourneyPlace &place);
    /// The place of the last run, if one was left in the middle of the steps.
    void recall(std::function<void(std::optional<JourneyPlace>)> use);

private:
    UiServices &m_services;
};

}
