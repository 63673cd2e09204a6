#pragma once

#include "domain/content/record_content.h"

#include <tuple>

/// Private to content/. The members of every value, said once: the JSON writer, the JSON reader and the size check walk
/// the same description, so that none of them can forget a member.
namespace nadi::shape
{

template <class Value, class Part>
struct Member
{
    const char *name; ///< as stored; never changed once released
    Part Value::*part;
};

template <class Value, class Part>
Member(const char *, Part Value::*) -> Member<Value, Part>;

/// Specialised below for every value a record content is made of.
template <class Value>
constexpr auto membersOf = nullptr;

template <class Value>
concept Shaped = !std::same_as<std::remove_cv_t<decltype(membersOf<Value>)>, std::nullptr_t>;

template <>
inline constexpr auto membersOf<Code>
    = std::tuple{Member{"system", &Code::system}, Member{"code", &Code::code}, Member{"display", &Code::display}};
template <>
inline constexpr auto membersOf<Coded> = std::tuple{Member{"text", &Coded::text}, Member{"codes", &Coded::codes}};
template <>
inline constexpr auto membersOf<Quantity> = std::tuple{Member{"value", &Quantity::value},
    Member{"unit", &Quantity::unit}, Member{"ucum", &Quantity::ucum}, Member{"bound", &Quantity::bound}};
template <>
inline constexpr auto membersOf<ReferenceRange> = std::tuple{
    Member{"low", &ReferenceRange::low}, Member{"high", &ReferenceRange::high}, Member{"text", &ReferenceRange::text}};
template <>
inline constexpr auto membersOf<Measurement>
    = std::tuple{Member{"what", &Measurement::what}, Member{"value", &Measurement::value},
        Member{"usual", &Measurement::usual}, Member{"interpretation", &Measurement::interpretation},
        Member{"at", &Measurement::at}, Member{"note", &Measurement::note}, Member{"parts", &Measurement::parts}};
template <>
inline constexpr auto membersOf<DoseTimes> = std::tuple{Member{"slots", &DoseTimes::slots},
    Member{"everyHours", &DoseTimes::everyHours}, Member{"timesADay", &DoseTimes::timesADay},
    Member{"asNeeded", &DoseTimes::asNeeded}, Member{"words", &DoseTimes::words}};
template <>
inline constexpr auto membersOf<MedicineLine> = std::tuple{Member{"system", &MedicineLine::system},
    Member{"medicine", &MedicineLine::medicine}, Member{"brand", &MedicineLine::brand},
    Member{"formulation", &MedicineLine::formulation}, Member{"strength", &MedicineLine::strength},
    Member{"dose", &MedicineLine::dose}, Member{"times", &MedicineLine::times}, Member{"food", &MedicineLine::food},
    Member{"anupana", &MedicineLine::anupana}, Member{"route", &MedicineLine::route},
    Member{"days", &MedicineLine::days}, Member{"total", &MedicineLine::total}, Member{"note", &MedicineLine::note}};
template <>
inline constexpr auto membersOf<Problem> = std::tuple{Member{"what", &Problem::what},
    Member{"certainty", &Problem::certainty}, Member{"since", &Problem::since}, Member{"note", &Problem::note}};
template <>
inline constexpr auto membersOf<Allergy>
    = std::tuple{Member{"what", &Allergy::what}, Member{"reaction", &Allergy::reaction}};
template <>
inline constexpr auto membersOf<FamilyFinding>
    = std::tuple{Member{"relation", &FamilyFinding::relation}, Member{"condition", &FamilyFinding::condition}};
template <>
inline constexpr auto membersOf<Act>
    = std::tuple{Member{"what", &Act::what}, Member{"on", &Act::on}, Member{"note", &Act::note}};
template <>
inline constexpr auto membersOf<FollowUp> = std::tuple{Member{"on", &FollowUp::on}, Member{"note", &FollowUp::note}};
template <>
inline constexpr auto membersOf<Advice> = std::tuple{
    Member{"general", &Advice::general}, Member{"pathya", &Advice::pathya}, Member{"apathya", &Advice::apathya}};
template <>
inline constexpr auto membersOf<PrescriptionContent> = std::tuple{Member{"diagnoses", &PrescriptionContent::diagnoses},
    Member{"medicines", &PrescriptionContent::medicines},
    Member{"investigations", &PrescriptionContent::investigations}, Member{"advice", &PrescriptionContent::advice},
    Member{"followUp", &PrescriptionContent::followUp}, Member{"complaints", &PrescriptionContent::complaints},
    Member{"examination", &PrescriptionContent::examination}};
template <>
inline constexpr auto membersOf<ConsultationContent> = std::tuple{
    Member{"complaints", &ConsultationContent::complaints}, Member{"examination", &ConsultationContent::examination},
    Member{"diagnoses", &ConsultationContent::diagnoses}, Member{"allergies", &ConsultationContent::allergies},
    Member{"noKnownAllergy", &ConsultationContent::noKnownAllergy}, Member{"history", &ConsultationContent::history},
    Member{"family", &ConsultationContent::family}, Member{"investigations", &ConsultationContent::investigations},
    Member{"medicines", &ConsultationContent::medicines}, Member{"procedures", &ConsultationContent::procedures},
    Member{"referrals", &ConsultationContent::referrals}, Member{"advice", &ConsultationContent::advice},
    Member{"followUp", &ConsultationContent::followUp}};
template <>
inline constexpr auto membersOf<LabReportContent> = std::tuple{Member{"report", &LabReportContent::report},
    Member{"discipline", &LabReportContent::discipline}, Member{"specimen", &LabReportContent::specimen},
    Member{"collectedAt", &LabReportContent::collectedAt}, Member{"receivedAt", &LabReportContent::receivedAt},
    Member{"results", &LabReportContent::results}, Member{"conclusion", &LabReportContent::conclusion},
    Member{"conclusionCode", &LabReportContent::conclusionCode}};
template <>
inline constexpr auto membersOf<ImagingReportContent>
    = std::tuple{Member{"report", &ImagingReportContent::report}, Member{"modality", &ImagingReportContent::modality},
        Member{"bodySite", &ImagingReportContent::bodySite}, Member{"takenAt", &ImagingReportContent::takenAt},
        Member{"findings", &ImagingReportContent::findings}, Member{"conclusion", &ImagingReportContent::conclusion},
        Member{"conclusionCode", &ImagingReportContent::conclusionCode}};
template <>
inline constexpr auto membersOf<DischargeContent> = std::tuple{Member{"admittedAt", &DischargeContent::admittedAt},
    Member{"dischargedAt", &DischargeContent::dischargedAt}, Member{"complaints", &DischargeContent::complaints},
    Member{"examination", &DischargeContent::examination}, Member{"diagnoses", &DischargeContent::diagnoses},
    Member{"allergies", &DischargeContent::allergies}, Member{"noKnownAllergy", &DischargeContent::noKnownAllergy},
    Member{"history", &DischargeContent::history}, Member{"family", &DischargeContent::family},
    Member{"investigations", &DischargeContent::investigations}, Member{"procedures", &DischargeContent::procedures},
    Member{"medicines", &DischargeContent::medicines}, Member{"course", &DischargeContent::course},
    Member{"advice", &DischargeContent::advice}, Member{"followUp", &DischargeContent::followUp}};
template <>
inline constexpr auto membersOf<VaccineGiven> = std::tuple{Member{"vaccine", &VaccineGiven::vaccine},
    Member{"brand", &VaccineGiven::brand}, Member{"lot", &VaccineGiven::lot}, Member{"expires", &VaccineGiven::expires},
    Member{"on", &VaccineGiven::on}, Member{"dose", &VaccineGiven::dose}, Member{"ofDoses", &VaccineGiven::ofDoses},
    Member{"site", &VaccineGiven::site}, Member{"route", &VaccineGiven::route},
    Member{"manufacturer", &VaccineGiven::manufacturer}};
template <>
inline constexpr auto membersOf<VaccineDue> = std::tuple{
    Member{"vaccine", &VaccineDue::vaccine}, Member{"on", &VaccineDue::on}, Member{"dose", &VaccineDue::dose}};
template <>
inline constexpr auto membersOf<ImmunizationContent>
    = std::tuple{Member{"given", &ImmunizationContent::given}, Member{"due", &ImmunizationContent::due}};
template <>
inline constexpr auto membersOf<WellnessEntry>
    = std::tuple{Member{"section", &WellnessEntry::section}, Member{"measurement", &WellnessEntry::measurement}};
template <>
inline constexpr auto membersOf<WellnessContent> = std::tuple{Member{"entries", &WellnessContent::entries}};
template <>
inline constexpr auto membersOf<InvoiceLine> = std::tuple{Member{"what", &InvoiceLine::what},
    Member{"hsn", &InvoiceLine::hsn}, Member{"batch", &InvoiceLine::batch}, Member{"quantity", &InvoiceLine::quantity},
    Member{"rate", &InvoiceLine::rate}, Member{"discount", &InvoiceLine::discount}, Member{"cgst", &InvoiceLine::cgst},
    Member{"sgst", &InvoiceLine::sgst}};
template <>
inline constexpr auto membersOf<InvoiceContent>
    = std::tuple{Member{"number", &InvoiceContent::number}, Member{"billKind", &InvoiceContent::kind},
        Member{"lines", &InvoiceContent::lines}, Member{"note", &InvoiceContent::note}};

/// Calls `visit(name, part, …)` for each member, with that part of every value given.
template <class Visit, class Value, class... Same>
    requires Shaped<std::remove_const_t<Value>>
void each(Visit visit, Value &value, const Same &...same)
{
    const auto one = [&](const auto &member) { visit(member.name, value.*(member.part), same.*(member.part)...); };
    std::apply([&](const auto &...member) { (one(member), ...); }, membersOf<std::remove_const_t<Value>>);
}

}
