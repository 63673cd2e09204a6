#include "ui/forms/problem_fields.h"

#include "domain/content/dose_entry.h"
#include "ui/forms/vital_signs.h"

namespace nadi::ui
{
namespace
{

using field::part;
using terminology::TermScope;

QList<std::pair<FoodTime, QString>> foodWords()
{
    using F = FoodTime;
    return {{F::Unsaid, QString()}, {F::Before, formText(QT_TRANSLATE_NOOP("Forms", "before food"))},
        {F::With, formText(QT_TRANSLATE_NOOP("Forms", "with food"))},
        {F::After, formText(QT_TRANSLATE_NOOP("Forms", "after food"))},
        {F::EmptyStomach, formText(QT_TRANSLATE_NOOP("Forms", "empty stomach"))},
        {F::Bedtime, formText(QT_TRANSLATE_NOOP("Forms", "at bedtime"))},
        {F::BetweenMouthfuls, formText(QT_TRANSLATE_NOOP("Forms", "between mouthfuls"))},
        {F::AfterDigestion, formText(QT_TRANSLATE_NOOP("Forms", "digested meal"))}};
}

QList<std::pair<SystemOfMedicine, QString>> systemWords()
{
    using S = SystemOfMedicine;
    return {{S::Allopathy, formText(QT_TRANSLATE_NOOP("Forms", "Allopathy"))},
        {S::Ayurveda, formText(QT_TRANSLATE_NOOP("Forms", "Ayurveda"))},
        {S::Siddha, formText(QT_TRANSLATE_NOOP("Forms", "Siddha"))},
        {S::Unani, formText(QT_TRANSLATE_NOOP("Forms", "Unani"))},
        {S::Homoeopathy, formText(QT_TRANSLATE_NOOP("Forms", "Homoeopathy"))}};
}

QList<std::pair<Interpretation, QString>> interpretationWords()
{
    using I = Interpretation;
    return {{I::None, QString()}, {I::Normal, formText(QT_TRANSLATE_NOOP("Forms", "Normal"))},
        {I::Low, formText(QT_TRANSLATE_NOOP("Forms", "Low"))}, {I::High, formText(QT_TRANSLATE_NOOP("Forms", "High"))},
        {I::CriticalLow, formText(QT_TRANSLATE_NOOP("Forms", "Very low"))},
        {I::CriticalHigh, formText(QT_TRANSLATE_NOOP("Forms", "Very high"))},
        {I::Abnormal, formText(QT_TRANSLATE_NOOP("Forms", "Abnormal"))},
        {I::Positive, formText(QT_TRANSLATE_NOOP("Forms", "Positive"))},
        {I::Negative, formText(QT_TRANSLATE_NOOP("Forms", "Negative"))}};
}

FormField<MedicineLine> timesField()
{
    return {spec("times", QT_TRANSLATE_NOOP("Forms", "Times")),
        [](const MedicineLine &line) { return typedTimes(line.times); },
        [](MedicineLine &line, const QString &text) {
            line.times = doseTimesFrom(text);
            return QString();
        }};
}

FormField<Measurement> valueField()
{
    return {spec("value", QT_TRANSLATE_NOOP("Forms", "Value")),
        [](const Measurement &row) {
            if (isBloodPressure(row.what))
                return pressureText(row);
            if (const auto *quantity = std::get_if<Quantity>(&row.value))
                return quantityText(*quantity);
            const auto *words = std::get_if<QString>(&row.value);
            return words ? *words : QString();
        },
        [](Measurement &row, const QString &text) {
            if (isBloodPressure(row.what))
                return writePressure(row, text) ? QString() : notAPressure();
            auto quantity = typedQuantity(text);
            if (quantity) {
                const auto *before = std::get_if<Quantity>(&row.value);
                const auto unit = before ? std::pair(before->unit, before->ucum) : usualUnit(row.what);
                quantity->unit = unit.first;
                quantity->ucum = unit.second;
                row.value = *quantity;
            } else if (text.trimmed().isEmpty()) {
                row.value = std::monostate();
            } else {
                row.value = text.trimmed();
            }
            return QString();
        }};
}

FormField<Measurement> unitField()
{
    return {spec("unit", QT_TRANSLATE_NOOP("Forms", "Unit")),
        [](const Measurement &row) {
            const auto *quantity = std::get_if<Quantity>(&row.value);
            return quantity ? quantity->unit : usualUnit(row.what).first;
        },
        [](Measurement &row, const QString &text) {
            auto *quantity = std::get_if<Quantity>(&row.value);
            if (quantity && quantity->unit != text.trimmed() && !isBloodPressure(row.what)) {
                quantity->unit = text.trimmed();
                quantity->ucum.clear(); // a UCUM code belongs to the unit it was chosen with
            }
            return QString();
        }};
}

FormField<Measurement> limitField(FieldSpec about, QString ReferenceRange::*end)
{
    return {std::move(about), [end](const Measurement &row) { return row.usual.*end; },
        [end](Measurement &row, const QString &text) {
            if (!text.trimmed().isEmpty() && !isDecimal(text.trimmed()))
                return notANumber();
            row.usual.*end = text.trimmed();
            return QString();
        }};
}

}

std::vector<FormField<Problem>> complaintFields(const FormContext &context)
{
    return {field::coded<Problem>(
                spec("what", QT_TRANSLATE_NOOP("Forms", "Complaint"), 10), TermScope::Complaint, part(&Problem::what)),
        field::day<Problem>(spec("since", QT_TRANSLATE_NOOP("Forms", "Since")), context.today, part(&Problem::since)),
        field::text<Problem>(longSpec("note", QT_TRANSLATE_NOOP("Forms", "Note"), 8), part(&Problem::note))};
}

std::vector<FormField<Problem>> diagnosisFields(const FormContext &context)
{
    using C = Problem::Certainty;
    const QList<std::pair<C, QString>> certainties{{C::Confirmed, formText(QT_TRANSLATE_NOOP("Forms", "Confirmed"))},
        {C::Provisional, formText(QT_TRANSLATE_NOOP("Forms", "Provisional"))}};
    return {field::coded<Problem>(
                spec("what", QT_TRANSLATE_NOOP("Forms", "Diagnosis"), 10), TermScope::Diagnosis, part(&Problem::what)),
        field::choice<Problem>(
            spec("certainty", QT_TRANSLATE_NOOP("Forms", "Certainty")), certainties, part(&Problem::certainty)),
        field::day<Problem>(spec("since", QT_TRANSLATE_NOOP("Forms", "Since")), context.today, part(&Problem::since)),
        field::text<Problem>(longSpec("note", QT_TRANSLATE_NOOP("Forms", "Note"), 8), part(&Problem::note))};
}

std::vector<FormField<MedicineLine>> medicineFields()
{
    using L = MedicineLine;
    auto medicine = field::coded<L>(
        spec("medicine", QT_TRANSLATE_NOOP("Forms", "Medicine"), 9), TermScope::Medicine, part(&L::medicine));
    medicine.spec.offersLines = true;
    return {medicine, field::text<L>(spec("strength", QT_TRANSLATE_NOOP("Forms", "Strength")), part(&L::strength)),
        field::text<L>(spec("formulation", QT_TRANSLATE_NOOP("Forms", "Form")), part(&L::formulation)),
        field::text<L>(spec("dose", QT_TRANSLATE_NOOP("Forms", "Dose")), part(&L::dose)), timesField(),
        field::choice<L>(spec("food", QT_TRANSLATE_NOOP("Forms", "Food"), 5), foodWords(), part(&L::food)),
        field::text<L>(spec("anupana", QT_TRANSLATE_NOOP("Forms", "Anupana"), 5), part(&L::anupana)),
        field::number<L>(spec("days", QT_TRANSLATE_NOOP("Forms", "Days"), 2), part(&L::days)),
        field::text<L>(spec("total", QT_TRANSLATE_NOOP("Forms", "Total")), part(&L::total)),
        field::text<L>(spec("note", QT_TRANSLATE_NOOP("Forms", "Note")), part(&L::note)),
        field::choice<L>(spec("system", QT_TRANSLATE_NOOP("Forms", "System")), systemWords(), part(&L::system))};
}

std::vector<FormField<Act>> actFields(const char *label, TermScope scope, const FormContext &context)
{
    return {field::coded<Act>(spec("what", label, 10), scope, part(&Act::what)),
        field::day<Act>(spec("on", QT_TRANSLATE_NOOP("Forms", "On")), context.today, part(&Act::on)),
        field::text<Act>(longSpec("note", QT_TRANSLATE_NOOP("Forms", "Note"), 8), part(&Act::note))};
}

std::vector<FormField<Allergy>> allergyFields()
{
    return {field::coded<Allergy>(
                spec("what", QT_TRANSLATE_NOOP("Forms", "Allergy"), 10), TermScope::Allergy, part(&Allergy::what)),
        field::text<Allergy>(spec("reaction", QT_TRANSLATE_NOOP("Forms", "Reaction"), 10), part(&Allergy::reaction))};
}

std::vector<FormField<FamilyFinding>> familyFields()
{
    return {field::text<FamilyFinding>(
                spec("relation", QT_TRANSLATE_NOOP("Forms", "Relative")), part(&FamilyFinding::relation)),
        field::coded<FamilyFinding>(spec("condition", QT_TRANSLATE_NOOP("Forms", "Condition"), 10),
            TermScope::Diagnosis, part(&FamilyFinding::condition))};
}

std::vector<FormField<Measurement>> measurementFields(const char *result, TermScope scope)
{
    using M = Measurement;
    return {field::coded<M>(spec("what", result, 10), scope, part(&M::what)), valueField(), unitField(),
        limitField(spec("low", QT_TRANSLATE_NOOP("Forms", "Usual from")), &ReferenceRange::low),
        limitField(spec("high", QT_TRANSLATE_NOOP("Forms", "Usual to")), &ReferenceRange::high),
        field::choice<M>(spec("interpretation", QT_TRANSLATE_NOOP("Forms", "Result is")), interpretationWords(),
            part(&M::interpretation)),
        field::text<M>(longSpec("note", QT_TRANSLATE_NOOP("Forms", "Note"), 6), part(&M::note))};
}

void interpretAgain(const Measurement &before, Measurement &after)
{
    const auto judged = [](const Measurement &row) {
        const auto *quantity = std::get_if<Quantity>(&row.value);
        return quantity ? interpret(*quantity, row.usual) : Interpretation::None;
    };
    if (after.interpretation == before.interpretation && before.interpretation == judged(before))
        after.interpretation = judged(after);
}

void countAgain(const MedicineLine &before, MedicineLine &after)
{
    if (after.total == before.total && before.total == totalOf(before))
        after.total = totalOf(after);
}

QStringList usualPathya()
{
    return {formText(QT_TRANSLATE_NOOP("Forms", "Warm water")), formText(QT_TRANSLATE_NOOP("Forms", "Light food")),
        formText(QT_TRANSLATE_NOOP("Forms", "Green gram")), formText(QT_TRANSLATE_NOOP("Forms", "Buttermilk")),
        formText(QT_TRANSLATE_NOOP("Forms", "Early dinner")), formText(QT_TRANSLATE_NOOP("Forms", "Daily walk"))};
}

QStringList usualApathya()
{
    return {formText(QT_TRANSLATE_NOOP("Forms", "Curd at night")), formText(QT_TRANSLATE_NOOP("Forms", "Fried food")),
        formText(QT_TRANSLATE_NOOP("Forms", "Cold drinks")), formText(QT_TRANSLATE_NOOP("Forms", "Sour food")),
        formText(QT_TRANSLATE_NOOP("Forms", "Sleeping by day")), formText(QT_TRANSLATE_NOOP("Forms", "Late nights"))};
}

}
