#pragma once

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
    JourneyPlace m_last;
};

}
