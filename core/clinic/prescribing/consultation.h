#pragma once

#include "domain/clinic.h"
#include "domain/content/medicine.h"

#include <optional>

namespace nadi::clinic
{

/// T9. A follow-up is by the same doctor, for the same condition, within six months of an in-person visit.
enum class ConsultationKind { First, FollowUp };

/// What the prescribing rules look at beside the medicines.
struct Consultation
{
    VisitMode visit = VisitMode::InPerson;
    TeleMode mode = TeleMode::Text; ///< of a tele visit; where nobody said it, the mode that allows least
    ConsultationKind kind = ConsultationKind::First;
    std::optional<SystemOfMedicine> practised; ///< by the doctor who signs (Y4); empty: not known
    /// The patient takes medicine for this condition already: what an add-on of list B needs (P3).
    enum class Treatment { NotKnown, UnderWay } treatment = Treatment::NotKnown;
};

/// A visit that took place.
struct PastVisit
{
    DoctorId doctor;
    QDate day;
    VisitMode mode = VisitMode::InPerson;
};

/// Whether the doctor says that the patient comes for what was treated before.
enum class Complaint { New, Known };
/// Whether a patient who was seen by tele-consultation only counts as seen (telemedicine-rules.md, Unsure (a)).
enum class SeenRule { InPersonOnly, AnyVisit };

/// T9 by calendar months: a visit on 31 August is within six months until 28 February.
ConsultationKind consultationKind(
    const QList<PastVisit> &past, const DoctorId &doctor, QDate today, Complaint complaint, SeenRule rule);

/// By the degree: "BAMS, MD (Ayurveda)" is Ayurveda, "MBBS" allopathy. Empty when no known degree is named.
std::optional<SystemOfMedicine> systemOf(const Doctor &doctor);

}
