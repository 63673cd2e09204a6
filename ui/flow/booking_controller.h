#pragma once

#include "clinic/booking.h"
#include "ui/flow/day_slots.h"
#include "ui/session/page_controller.h"
#include "ui/words/person_words.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace nadi::ui
{

/// Books or moves one appointment: a free slot is held for five minutes while the person looks, then confirmed.
class BookingController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(nadi::ui::PatientIdentity patient READ patient NOTIFY patientChanged)
    Q_PROPERTY(QVariantList clinics READ clinics NOTIFY clinicChanged)
    Q_PROPERTY(QString clinic READ clinic NOTIFY clinicChanged)
    Q_PROPERTY(QString elsewhere READ elsewhere NOTIFY clinicChanged)
    Q_PROPERTY(QVariantList doctors READ doctors NOTIFY dayChanged)
    Q_PROPERTY(QString doctor READ doctor NOTIFY dayChanged)
    Q_PROPERTY(QString mode READ mode NOTIFY dayChanged)
    Q_PROPERTY(QString dayTitle READ dayTitle NOTIFY dayChanged)
    Q_PROPERTY(bool isToday READ isToday NOTIFY dayChanged)
    Q_PROPERTY(bool loaded READ loaded NOTIFY dayChanged)
    Q_PROPERTY(int freeCount READ freeCount NOTIFY dayChanged)
    Q_PROPERTY(QVariantList nextDays READ nextDays NOTIFY dayChanged)
    Q_PROPERTY(nadi::ui::RowModel *columns READ columns CONSTANT)
    Q_PROPERTY(bool held READ held NOTIFY heldChanged)
    Q_PROPERTY(QString heldText READ heldText NOTIFY heldChanged)
    Q_PROPERTY(QString timeLeft READ timeLeft NOTIFY timeLeftChanged)
    Q_PROPERTY(bool moving READ moving NOTIFY patientChanged)

public:
    explicit BookingController(UiServices &services, QObject *parent = nullptr);

    PatientIdentity patient() const { return m_identity; }
    /// Empty when there is only one clinic: nothing to choose then.
    QVariantList clinics() const;
    QString clinic() const { return m_clinic.value(); }
    /// Says that the clinic chosen is not this desk's (B36); empty at the own one.
    QString elsewhere() const;
    QString clinicName(const FacilityId &clinic) const;
    QVariantList doctors() const;
    QString doctor() const { return m_doctor.value(); }
    QString mode() const { return toWord(m_mode); }
    QString dayTitle() const { return clinicTime().day(m_day); }
    bool isToday() const { return m_day == today(); }
    bool loaded() const { return m_loaded; }
    int freeCount() const { return m_plan.freeCount; }
    QVariantList nextDays() const;
    RowModel *columns() { return &m_columns; }
    bool held() const { return m_hold.has_value(); }
    QString heldText() const;
    QString timeLeft() const;
    bool moving() const { return m_moved.has_value(); }

    /// `moved`: the appointment to move, none for a new one.
    void begin(const PatientId &patient, std::optional<Appointment> moved);
    Q_INVOKABLE void chooseClinic(const QString &clinic);
    Q_INVOKABLE void chooseDoctor(const QString &doctor);
    Q_INVOKABLE void chooseMode(const QString &mode);
    Q_INVOKABLE void goToDay(int daysFromToday);
    Q_INVOKABLE void stepDay(int days);
    Q_INVOKABLE void hold(const QString &doctor, double startMs);
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void refresh();
    /// Gives a held slot back; called when the page is left without confirming.
    Q_INVOKABLE void letGo();

Q_SIGNALS:
    void patientChanged();
    void clinicChanged();
    void dayChanged();
    void heldChanged();
    void timeLeftChanged();
    void booked(const nadi::Appointment &appointment);

private:
    Facility facilityOf(const FacilityId &clinic) const;
    void moveTo(const FacilityId &clinic);
    void show(DayPlan plan);
    void takeHold(const SlotHold &hold, quint64 wish);
    void release(const HoldId &hold);
    void setHold(std::optional<SlotHold> hold);
    void finish(const Appointment &appointment);
    void tick();

    PatientId m_patient;
    PatientIdentity m_identity;
    std::optional<Appointment> m_moved;
    QList<Facility> m_clinics;
    FacilityId m_clinic;
    DoctorId m_doctor; ///< empty shows every doctor
    VisitMode m_mode = VisitMode::InPerson;
    QDate m_day;
    DayPlan m_plan;
    bool m_loaded = false;
    quint64 m_asked = 0;
    quint64 m_wish = 0; ///< counts slots wished for and given up, so that a late answer is known
    std::optional<SlotHold> m_hold;
    QTimer m_second;
    SlotColumns m_columns;
};

}
