#pragma once

#include "domain/content/consultation.h"
#include "ui/forms/form_parts.h"

/// Private to forms/: sections that several kinds of record share.
namespace nadi::ui
{

template <class Content, class Row>
std::unique_ptr<ListSection<Content, Row>> rowsOf(const char *key, const char *title, const char *add,
    QList<Row> Content::*list, std::vector<FormField<Row>> fields, std::function<void(const Row &, Row &)> changed = {},
    Row fresh = {})
{
    return std::make_unique<ListSection<Content, Row>>(
        typename ListSection<Content, Row>::About{
            QString::fromLatin1(key), formText(title), formText(add), FormSection::Shape::Table},
        list, std::move(fields), std::move(changed), std::move(fresh));
}

std::vector<FormField<Problem>> complaintFields(const FormContext &context);
std::vector<FormField<Problem>> diagnosisFields(const FormContext &context);
std::vector<FormField<MedicineLine>> medicineFields();
std::vector<FormField<Act>> actFields(const char *label, terminology::TermScope scope, const FormContext &context);
std::vector<FormField<Allergy>> allergyFields();
std::vector<FormField<FamilyFinding>> familyFields();
/// `result` is what the first field is called: "Test", "Finding".
std::vector<FormField<Measurement>> measurementFields(const char *result, terminology::TermScope scope);
/// The interpretation follows value and range until a person says another.
void interpretAgain(const Measurement &before, Measurement &after);
/// The total follows dose, times and days until a person says another.
void countAgain(const MedicineLine &before, MedicineLine &after);
QStringList usualPathya();
QStringList usualApathya();

template <class Content>
std::unique_ptr<FormSection> diagnosesOf(const FormContext &context)
{
    return rowsOf<Content, Problem>("diagnoses", QT_TRANSLATE_NOOP("Forms", "Diagnosis"),
        QT_TRANSLATE_NOOP("Forms", "Add diagnosis"), &Content::diagnoses, diagnosisFields(context));
}

template <class Content>
std::unique_ptr<FormSection> complaintsOf(const FormContext &context)
{
    return rowsOf<Content, Problem>("complaints", QT_TRANSLATE_NOOP("Forms", "Complaints"),
        QT_TRANSLATE_NOOP("Forms", "Add complaint"), &Content::complaints, complaintFields(context));
}

template <class Content>
std::unique_ptr<FormSection> medicinesOf()
{
    return rowsOf<Content, MedicineLine>("medicines", QT_TRANSLATE_NOOP("Forms", "Medicines"),
        QT_TRANSLATE_NOOP("Forms", "Add medicine"), &Content::medicines, medicineFields(), countAgain);
}

template <class Content>
std::unique_ptr<FormSection> examinationOf()
{
    return rowsOf<Content, Measurement>("examination", QT_TRANSLATE_NOOP("Forms", "Findings"),
        QT_TRANSLATE_NOOP("Forms", "Add finding"), &Content::examination,
        measurementFields(QT_TRANSLATE_NOOP("Forms", "Finding"), terminology::TermScope::Observation), interpretAgain);
}

template <class Content>
std::unique_ptr<FormSection> allergiesOf()
{
    auto section = rowsOf<Content, Allergy>("allergies", QT_TRANSLATE_NOOP("Forms", "Allergies"),
        QT_TRANSLATE_NOOP("Forms", "Add allergy"), &Content::allergies, allergyFields());
    section->setTick(formText(QT_TRANSLATE_NOOP("Forms", "No known allergy")), &Content::noKnownAllergy);
    return section;
}

template <class Content>
std::unique_ptr<FormSection> adviceOf(const FormContext &context)
{
    using field::part;
    std::vector<FormField<Content>> fields;
    auto pathya = spec("pathya", QT_TRANSLATE_NOOP("Forms", "Pathya: does good"));
    pathya.options = usualPathya();
    auto apathya = spec("apathya", QT_TRANSLATE_NOOP("Forms", "Apathya: to leave"));
    apathya.options = usualApathya();
    fields.push_back(field::phrases<Content>(pathya, part(&Content::advice, &Advice::pathya)));
    fields.push_back(field::phrases<Content>(apathya, part(&Content::advice, &Advice::apathya)));
    fields.push_back(field::lines<Content>(
        spec("advice", QT_TRANSLATE_NOOP("Forms", "Other advice")), part(&Content::advice, &Advice::general)));
    fields.push_back(field::day<Content>(spec("followUp", QT_TRANSLATE_NOOP("Forms", "Follow-up on")), context.today,
        part(&Content::followUp, &FollowUp::on)));
    fields.push_back(field::text<Content>(longSpec("followUpNote", QT_TRANSLATE_NOOP("Forms", "Follow-up note")),
        part(&Content::followUp, &FollowUp::note)));
    return std::make_unique<SingleSection<Content>>(
        QStringLiteral("advice"), formText(QT_TRANSLATE_NOOP("Forms", "Advice and follow-up")), std::move(fields));
}

}
