// What is measured, given and charged: laboratory, imaging, immunization, wellness, invoice.
#include "ui/forms/problem_fields.h"
#include "ui/forms/record_forms.h"

namespace nadi::ui
{
namespace
{

using field::part;
using terminology::TermScope;

template <class Content>
std::unique_ptr<FormSection> single(const char *key, const char *title, std::vector<FormField<Content>> fields)
{
    return std::make_unique<SingleSection<Content>>(QString::fromLatin1(key), formText(title), std::move(fields));
}

QList<std::pair<WellnessSection, QString>> wellnessWords()
{
    using S = WellnessSection;
    return {{S::VitalSigns, formText(QT_TRANSLATE_NOOP("Forms", "Vital signs"))},
        {S::BodyMeasurement, formText(QT_TRANSLATE_NOOP("Forms", "Body measurement"))},
        {S::PhysicalActivity, formText(QT_TRANSLATE_NOOP("Forms", "Physical activity"))},
        {S::GeneralAssessment, formText(QT_TRANSLATE_NOOP("Forms", "General assessment"))},
        {S::WomenHealth, formText(QT_TRANSLATE_NOOP("Forms", "Women's health"))},
        {S::Lifestyle, formText(QT_TRANSLATE_NOOP("Forms", "Lifestyle"))},
        {S::OtherObservations, formText(QT_TRANSLATE_NOOP("Forms", "Other observations"))}};
}

/// A field of the measurement inside an entry.
FormField<WellnessEntry> inEntry(FormField<Measurement> inner)
{
    FormField<WellnessEntry> field;
    field.spec = inner.spec;
    field.read = [read = inner.read](const WellnessEntry &entry) { return read(entry.measurement); };
    field.write
        = [write = inner.write](WellnessEntry &entry, const QString &text) { return write(entry.measurement, text); };
    if (inner.coded)
        field.coded = [coded = inner.coded](WellnessEntry &entry) { return coded(entry.measurement); };
    return field;
}

QList<std::pair<BillKind, QString>> billWords()
{
    using B = BillKind;
    return {{B::Consultation, formText(QT_TRANSLATE_NOOP("Forms", "Consultation"))},
        {B::Pharmacy, formText(QT_TRANSLATE_NOOP("Forms", "Pharmacy"))},
        {B::InPatient, formText(QT_TRANSLATE_NOOP("Forms", "In-patient"))},
        {B::OutPatient, formText(QT_TRANSLATE_NOOP("Forms", "Out-patient"))},
        {B::Other, formText(QT_TRANSLATE_NOOP("Forms", "Other"))}};
}

}

Form labForm(const FormContext &context)
{
    using C = LabReportContent;
    Form form;
    form.push_back(single<C>("report", QT_TRANSLATE_NOOP("Forms", "Report"),
        {field::coded<C>(
             spec("report", QT_TRANSLATE_NOOP("Forms", "Name of the report")), TermScope::LabTest, part(&C::report)),
            field::coded<C>(
                spec("specimen", QT_TRANSLATE_NOOP("Forms", "Specimen")), TermScope::Specimen, part(&C::specimen)),
            field::moment<C>(
                spec("collected", QT_TRANSLATE_NOOP("Forms", "Collected")), context, part(&C::collectedAt)),
            field::moment<C>(
                spec("received", QT_TRANSLATE_NOOP("Forms", "Received")), context, part(&C::receivedAt))}));
    form.push_back(rowsOf<C, Measurement>("results", QT_TRANSLATE_NOOP("Forms", "Results"),
        QT_TRANSLATE_NOOP("Forms", "Add result"), &C::results,
        measurementFields(QT_TRANSLATE_NOOP("Forms", "Test"), TermScope::LabTest), interpretAgain));
    form.push_back(single<C>("conclusion", QT_TRANSLATE_NOOP("Forms", "Conclusion"),
        {field::text<C>(longSpec("conclusion", QT_TRANSLATE_NOOP("Forms", "In words")), part(&C::conclusion)),
            field::coded<C>(spec("conclusionCode", QT_TRANSLATE_NOOP("Forms", "As a diagnosis")), TermScope::Diagnosis,
                part(&C::conclusionCode))}));
    return form;
}

Form imagingForm(const FormContext &context)
{
    using C = ImagingReportContent;
    Form form;
    form.push_back(single<C>("report", QT_TRANSLATE_NOOP("Forms", "Report"),
        {field::coded<C>(
             spec("report", QT_TRANSLATE_NOOP("Forms", "Name of the report")), TermScope::Imaging, part(&C::report)),
            field::coded<C>(spec("modality", QT_TRANSLATE_NOOP("Forms", "Kind of picture")), TermScope::Imaging,
                part(&C::modality)),
            field::coded<C>(spec("bodySite", QT_TRANSLATE_NOOP("Forms", "Part of the body")), TermScope::Anything,
                part(&C::bodySite)),
            field::moment<C>(spec("taken", QT_TRANSLATE_NOOP("Forms", "Taken")), context, part(&C::takenAt))}));
    form.push_back(single<C>("findings", QT_TRANSLATE_NOOP("Forms", "Findings and conclusion"),
        {field::text<C>(longSpec("findings", QT_TRANSLATE_NOOP("Forms", "Findings")), part(&C::findings)),
            field::text<C>(longSpec("conclusion", QT_TRANSLATE_NOOP("Forms", "Conclusion")), part(&C::conclusion)),
            field::coded<C>(spec("conclusionCode", QT_TRANSLATE_NOOP("Forms", "As a diagnosis")), TermScope::Diagnosis,
                part(&C::conclusionCode))}));
    return form;
}

Form immunizationForm(const FormContext &context)
{
    using C = ImmunizationContent;
    Form form;
    using G = VaccineGiven;
    form.push_back(
        rowsOf<C, G>("given", QT_TRANSLATE_NOOP("Forms", "Given"), QT_TRANSLATE_NOOP("Forms", "Add vaccine"), &C::given,
            {field::coded<G>(
                 spec("vaccine", QT_TRANSLATE_NOOP("Forms", "Vaccine"), 10), TermScope::Vaccine, part(&G::vaccine)),
                field::day<G>(spec("on", QT_TRANSLATE_NOOP("Forms", "Given on")), context.today, part(&G::on)),
                field::number<G>(spec("dose", QT_TRANSLATE_NOOP("Forms", "Dose no."), 2), part(&G::dose)),
                field::number<G>(spec("ofDoses", QT_TRANSLATE_NOOP("Forms", "of"), 2), part(&G::ofDoses)),
                field::text<G>(spec("brand", QT_TRANSLATE_NOOP("Forms", "Brand")), part(&G::brand)),
                field::text<G>(spec("lot", QT_TRANSLATE_NOOP("Forms", "Lot")), part(&G::lot)),
                field::day<G>(spec("expires", QT_TRANSLATE_NOOP("Forms", "Expires")), context.today, part(&G::expires)),
                field::text<G>(spec("maker", QT_TRANSLATE_NOOP("Forms", "Manufacturer")), part(&G::manufacturer))}));
    using D = VaccineDue;
    form.push_back(rowsOf<C, D>("due", QT_TRANSLATE_NOOP("Forms", "Due next"),
        QT_TRANSLATE_NOOP("Forms", "Add vaccine that is due"), &C::due,
        {field::coded<D>(
             spec("vaccine", QT_TRANSLATE_NOOP("Forms", "Vaccine"), 10), TermScope::Vaccine, part(&D::vaccine)),
            field::day<D>(spec("on", QT_TRANSLATE_NOOP("Forms", "Due on")), context.today, part(&D::on)),
            field::number<D>(spec("dose", QT_TRANSLATE_NOOP("Forms", "Dose no."), 2), part(&D::dose))}));
    return form;
}

Form wellnessForm(const FormContext &)
{
    using C = WellnessContent;
    using E = WellnessEntry;
    std::vector<FormField<E>> fields;
    for (auto &inner : measurementFields(QT_TRANSLATE_NOOP("Forms", "Measurement"), TermScope::Observation))
        fields.push_back(inEntry(std::move(inner)));
    fields.push_back(field::choice<E>(
        spec("section", QT_TRANSLATE_NOOP("Forms", "Section"), 6), wellnessWords(), part(&E::section)));
    Form form;
    auto entries = rowsOf<C, E>("entries", QT_TRANSLATE_NOOP("Forms", "Measurements"),
        QT_TRANSLATE_NOOP("Forms", "Add measurement"), &C::entries, std::move(fields),
        [](const E &before, E &after) { interpretAgain(before.measurement, after.measurement); });
    entries->setBlank([](const E &entry) {
        return std::holds_alternative<std::monostate>(entry.measurement.value) && entry.measurement.parts.isEmpty();
    });
    form.push_back(std::move(entries));
    return form;
}

Form invoiceForm(const FormContext &)
{
    using C = InvoiceContent;
    using L = InvoiceLine;
    Form form;
    form.push_back(single<C>("bill", QT_TRANSLATE_NOOP("Forms", "Bill"),
        {field::text<C>(spec("number", QT_TRANSLATE_NOOP("Forms", "Number of the bill")), part(&C::number)),
            field::choice<C>(spec("kind", QT_TRANSLATE_NOOP("Forms", "For")), billWords(), part(&C::kind)),
            field::text<C>(spec("note", QT_TRANSLATE_NOOP("Forms", "Note")), part(&C::note))}));
    form.push_back(
        rowsOf<C, L>("lines", QT_TRANSLATE_NOOP("Forms", "Lines"), QT_TRANSLATE_NOOP("Forms", "Add line"), &C::lines,
            {field::text<L>(spec("what", QT_TRANSLATE_NOOP("Forms", "For what"), 10), part(&L::what)),
                field::number<L>(spec("quantity", QT_TRANSLATE_NOOP("Forms", "Pieces"), 2), part(&L::quantity)),
                field::amount<L>(spec("rate", QT_TRANSLATE_NOOP("Forms", "Rate")), part(&L::rate)),
                field::amount<L>(spec("discount", QT_TRANSLATE_NOOP("Forms", "Discount")), part(&L::discount)),
                field::amount<L>(spec("cgst", QT_TRANSLATE_NOOP("Forms", "CGST")), part(&L::cgst)),
                field::amount<L>(spec("sgst", QT_TRANSLATE_NOOP("Forms", "SGST")), part(&L::sgst)),
                field::text<L>(spec("hsn", QT_TRANSLATE_NOOP("Forms", "HSN")), part(&L::hsn)),
                field::text<L>(spec("batch", QT_TRANSLATE_NOOP("Forms", "Batch")), part(&L::batch))}));
    return form;
}

}
