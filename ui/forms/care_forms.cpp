// What a doctor writes about a visit or a stay: prescription, consultation, discharge.
#include "ui/forms/problem_fields.h"
#include "ui/forms/record_forms.h"

namespace nadi::ui
{
namespace
{

using field::part;
using terminology::TermScope;

template <class Content>
std::unique_ptr<FormSection> actsOf(const char *key, const char *title, const char *add, const char *label,
    QList<Act> Content::*list, TermScope scope, const FormContext &context)
{
    return rowsOf<Content, Act>(key, title, add, list, actFields(label, scope, context));
}

template <class Content>
std::unique_ptr<FormSection> investigationsOf(const FormContext &context)
{
    return actsOf<Content>("investigations", QT_TRANSLATE_NOOP("Forms", "Investigations asked for"),
        QT_TRANSLATE_NOOP("Forms", "Add investigation"), QT_TRANSLATE_NOOP("Forms", "Investigation"),
        &Content::investigations, TermScope::LabTest, context);
}

template <class Content>
std::unique_ptr<FormSection> proceduresOf(const FormContext &context)
{
    return actsOf<Content>("procedures", QT_TRANSLATE_NOOP("Forms", "Procedures"),
        QT_TRANSLATE_NOOP("Forms", "Add procedure"), QT_TRANSLATE_NOOP("Forms", "Procedure"), &Content::procedures,
        TermScope::Procedure, context);
}

template <class Content>
std::unique_ptr<FormSection> historyOf(const FormContext &context)
{
    return rowsOf<Content, Problem>("history", QT_TRANSLATE_NOOP("Forms", "History"),
        QT_TRANSLATE_NOOP("Forms", "Add illness"), &Content::history, diagnosisFields(context));
}

template <class Content>
std::unique_ptr<FormSection> familyOf()
{
    return rowsOf<Content, FamilyFinding>("family", QT_TRANSLATE_NOOP("Forms", "Family"),
        QT_TRANSLATE_NOOP("Forms", "Add relative"), &Content::family, familyFields());
}

}

Form prescriptionForm(const FormContext &context)
{
    using Content = PrescriptionContent;
    Form form;
    form.push_back(diagnosesOf<Content>(context));
    form.push_back(medicinesOf<Content>());
    form.push_back(adviceOf<Content>(context));
    form.push_back(investigationsOf<Content>(context));
    form.push_back(complaintsOf<Content>(context));
    form.push_back(examinationOf<Content>());
    return form;
}

Form consultationForm(const FormContext &context)
{
    using Content = ConsultationContent;
    Form form;
    form.push_back(complaintsOf<Content>(context));
    form.push_back(examinationOf<Content>());
    form.push_back(diagnosesOf<Content>(context));
    form.push_back(medicinesOf<Content>());
    form.push_back(adviceOf<Content>(context));
    form.push_back(allergiesOf<Content>());
    form.push_back(historyOf<Content>(context));
    form.push_back(familyOf<Content>());
    form.push_back(investigationsOf<Content>(context));
    form.push_back(proceduresOf<Content>(context));
    form.push_back(actsOf<Content>("referrals", QT_TRANSLATE_NOOP("Forms", "Referrals"),
        QT_TRANSLATE_NOOP("Forms", "Add referral"), QT_TRANSLATE_NOOP("Forms", "Referral"), &Content::referrals,
        TermScope::Procedure, context));
    return form;
}

Form dischargeForm(const FormContext &context)
{
    using Content = DischargeContent;
    Form form;
    std::vector<FormField<Content>> stay;
    stay.push_back(field::moment<Content>(
        spec("admitted", QT_TRANSLATE_NOOP("Forms", "Admitted")), context, part(&Content::admittedAt)));
    stay.push_back(field::moment<Content>(
        spec("discharged", QT_TRANSLATE_NOOP("Forms", "Discharged")), context, part(&Content::dischargedAt)));
    stay.push_back(field::text<Content>(
        longSpec("course", QT_TRANSLATE_NOOP("Forms", "Course in hospital")), part(&Content::course)));
    form.push_back(std::make_unique<SingleSection<Content>>(
        QStringLiteral("stay"), formText(QT_TRANSLATE_NOOP("Forms", "The stay")), std::move(stay)));
    form.push_back(complaintsOf<Content>(context));
    form.push_back(diagnosesOf<Content>(context));
    form.push_back(examinationOf<Content>());
    form.push_back(proceduresOf<Content>(context));
    form.push_back(medicinesOf<Content>());
    form.push_back(adviceOf<Content>(context));
    form.push_back(allergiesOf<Content>());
    form.push_back(historyOf<Content>(context));
    form.push_back(familyOf<Content>());
    return form;
}

}
