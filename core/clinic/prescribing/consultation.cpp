#include "clinic/prescribing/consultation.h"

#include <algorithm>

namespace nadi::clinic
{
namespace
{

constexpr int followUpMonths = 6; // T9

}

ConsultationKind consultationKind(
    const QList<PastVisit> &past, const DoctorId &doctor, QDate today, Complaint complaint, SeenRule rule)
{
    const bool seen = std::ranges::any_of(past, [&](const PastVisit &visit) {
        const bool counts = rule == SeenRule::AnyVisit || visit.mode == VisitMode::InPerson;
        return counts && visit.doctor == doctor && visit.day <= today && visit.day.addMonths(followUpMonths) >= today;
    });
    return seen && complaint == Complaint::Known ? ConsultationKind::FollowUp : ConsultationKind::First;
}

std::optional<SystemOfMedicine> systemOf(const Doctor &doctor)
{
    using S = SystemOfMedicine;
    // The degrees of the National Medical Commission and of the commissions for Indian medicine and homoeopathy.
    static const QList<std::pair<QString, S>> degrees{{QStringLiteral("MBBS"), S::Allopathy},
        {QStringLiteral("BAMS"), S::Ayurveda}, {QStringLiteral("BSMS"), S::Siddha}, {QStringLiteral("BUMS"), S::Unani},
        {QStringLiteral("BHMS"), S::Homoeopathy}};
    for (const auto &[degree, system] : degrees)
        if (doctor.qualification.contains(degree, Qt::CaseInsensitive))
            return system;
    return {};
}

}
