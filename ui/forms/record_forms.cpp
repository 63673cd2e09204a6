#include "ui/forms/record_forms.h"

#include "domain/content/medicine.h"
#include "ui/forms/vital_signs.h"

#include <QRegularExpression>

namespace nadi::ui
{
namespace
{

struct Kind
{
    QStringView word;
    const char *title;
    Form (*form)(const FormContext &);
    RecordContent (*empty)();
};

template <class Content>
RecordContent empty()
{
    return Content();
}

/// By their place in RecordContent, after the scan.
constexpr std::array kinds{
    Kind{u"prescription", QT_TRANSLATE_NOOP("Forms", "Prescription"), prescriptionForm, empty<PrescriptionContent>},
    Kind{u"consultation", QT_TRANSLATE_NOOP("Forms", "Consultation"), consultationForm, empty<ConsultationContent>},
    Kind{u"lab", QT_TRANSLATE_NOOP("Forms", "Lab report"), labForm, empty<LabReportContent>},
    Kind{u"imaging", QT_TRANSLATE_NOOP("Forms", "Imaging report"), imagingForm, empty<ImagingReportContent>},
    Kind{u"discharge", QT_TRANSLATE_NOOP("Forms", "Discharge summary"), dischargeForm, empty<DischargeContent>},
    Kind{u"immunization", QT_TRANSLATE_NOOP("Forms", "Immunization"), immunizationForm, empty<ImmunizationContent>},
    Kind{u"wellness", QT_TRANSLATE_NOOP("Forms", "Vitals and wellness"), wellnessForm, empty<WellnessContent>},
    Kind{u"invoice", QT_TRANSLATE_NOOP("Forms", "Invoice"), invoiceForm, empty<InvoiceContent>},
};
static_assert(kinds.size() + 1 == std::variant_size_v<RecordContent>);

/// "Paracetamol, 500 mg, 1-0-1": what stands in the fields of a row.
QString rowText(const FormSection &section, const RecordContent &content, int row)
{
    QStringList said;
    for (int field = 0; field < section.fields().size(); ++field) {
        const auto text = section.text(content, row, field);
        if (text.isEmpty())
            continue;
        said << (section.shape == FormSection::Shape::Form
                ? QStringLiteral("%1: %2").arg(section.fields()[field].label, text)
                : text);
    }
    return said.join(section.shape == FormSection::Shape::Form ? u'\n' : u'\x1f')
        .replace(u'\x1f', QStringLiteral(", "));
}

const QList<MedicineLine> *medicinesIn(const RecordContent &content)
{
    const QList<MedicineLine> *found = nullptr;
    std::visit(
        [&](const auto &value) {
            if constexpr (requires { value.medicines; })
                found = &value.medicines;
        },
        content);
    return found;
}

}

Form formFor(const RecordContent &content, const FormContext &context)
{
    return content.index() == 0 ? Form() : kinds[content.index() - 1].form(context);
}

QString kindTitle(const RecordContent &content)
{
    return content.index() == 0 ? QString() : formText(kinds[content.index() - 1].title);
}

RecordContent emptyContent(const QString &kind)
{
    const auto found = std::ranges::find(kinds, kind, &Kind::word);
    return found == kinds.end() ? RecordContent() : found->empty();
}

RecordContent readyToFill(RecordContent content, const Form &form)
{
    if (auto *wellness = std::get_if<WellnessContent>(&content); wellness && wellness->entries.isEmpty())
        wellness->entries = usualVitals();
    static constexpr size_t opened = 2; // the others begin with their button
    for (size_t i = 0; i < std::min(opened, form.size()); ++i)
        if (form[i]->isList() && form[i]->rows(content) == 0)
            form[i]->add(content);
    return content;
}

RecordContent withoutBlanks(RecordContent content, const Form &form)
{
    for (const auto &section : form)
        for (int row = section->rows(content) - 1; section->isList() && row >= 0; --row)
            if (section->isBlank(content, row))
                section->remove(content, row);
    return content;
}

QList<ReadLine> readable(const RecordContent &content, const Form &form)
{
    QList<ReadLine> lines;
    for (const auto &section : form) {
        bool first = true;
        for (int row = 0; row < section->rows(content); ++row) {
            if (section->isBlank(content, row))
                continue;
            ReadLine line{first ? section->title : QString(), {}, {}};
            const auto *medicines = section->key == u"medicines" ? medicinesIn(content) : nullptr;
            if (medicines) {
                const auto &medicine = medicines->at(row);
                line.text = nameOf(medicine);
                line.detail = QStringList{directionsOf(medicine), medicine.total, medicine.note}
                                  .filter(QRegularExpression(QStringLiteral(".")))
                                  .join(QStringLiteral("  ·  "));
            } else {
                line.text = rowText(*section, content, row);
            }
            lines << line;
            first = false;
        }
        if (first && section->ticked(content))
            lines << ReadLine{section->title, section->tickText(), {}};
    }
    return lines;
}

}
