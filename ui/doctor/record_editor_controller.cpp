#include "record_editor_controller.h"

#include "clinic/prescription.h"
#include "clinic/reading.h"
#include "clinic/typed_record.h"
#include "storage/facility_repository.h"
#include "ui/forms/vital_signs.h"

namespace nadi::ui
{
namespace
{

/// A pause in typing; R2 allows two seconds until the draft is on the disk.
constexpr std::chrono::milliseconds pauseOfTyping{600};

}

struct RecordEditorController::Opening
{
    Patient patient;
    Doctor doctor;
    Record record;
    RecordContent content;
    clinic::PrescribedBefore before;
};

RecordEditorController::RecordEditorController(UiServices &services, QObject *parent)
    : PatientPageController(services, parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseOfTyping);
    connect(&m_pause, &QTimer::timeout, this, &RecordEditorController::save);
}

RecordEditorController::~RecordEditorController() = default;

void RecordEditorController::begin(const PatientId &patient, const DoctorId &doctor,
    const std::optional<AppointmentId> &visit, const QString &kind, const RecordId &draft)
{
    if (m_dirty && m_pause.isActive())
        save(); // what was typed for the last patient
    m_pause.stop();
    m_patient = patient;
    m_doctor = doctor;
    m_visit = visit;
    m_record = {};
    m_record.id = draft;
    m_content = emptyContent(kind);
    m_before = {};
    m_dirty = m_saving = false;
    m_goesOn = nullptr;
    m_pages.setRows({});
    m_savedAt = {};
    forgetPatient();
    clearProblem();
    setOffers({});
    m_form.clear();
    showContent();
    askFor(
        [patient, doctor, draft, content = m_content, facility = services().facility.id](
            clinic::Work &work) -> Result<Opening> {
            Opening opening;
            opening.content = content;
            const auto person = clinic::openPatient(work, patient, facility, clinic::Purpose::Prescription);
            if (!person)
                return failed(person);
            opening.patient = *person;
            if (!draft.isEmpty()) {
                const auto record = clinic::openRecord(work, draft, clinic::Purpose::Prescription);
                if (!record)
                    return failed(record);
                opening.record = *record;
                auto stored = clinic::contentOf(work, draft);
                if (!stored)
                    return failed(stored);
                opening.content = *std::move(stored);
            }
            const auto who = draft.isEmpty() ? doctor : opening.record.doctor;
            const auto found = storage::FacilityRepository(work.db).doctor(who);
            if (!found)
                return failed(found);
            opening.doctor = *found;
            auto before = clinic::prescribedBefore(work, who, opening.patient.id, opening.content);
            if (!before)
                return failed(before);
            opening.before = *std::move(before);
            return opening;
        },
        [this](Opening opening) {
            if (opening.patient.id == m_patient && opening.record.id == m_record.id)
                show(std::move(opening));
        });
}

void RecordEditorController::show(Opening opening)
{
    knowPatient(opening.patient);
    m_doctor = opening.doctor.id;
    m_doctorName = opening.doctor.name;
    m_record = opening.record;
    m_content = std::move(opening.content);
    m_before = std::move(opening.before);
    m_form = formFor(m_content, {today(), services().facility.timeZone});
    m_content = readyToFill(std::move(m_content), m_form);
    QList<TemplateRow> rows;
    for (const auto &one : std::as_const(m_before.templates)) {
        QStringList lines;
        for (const auto &line : readable(one.content, m_form))
            lines << line.text;
        rows << TemplateRow{one.name, lines.join(QStringLiteral("  ·  "))};
    }
    m_templateRows.setRows(std::move(rows));
    m_pages.setRows(pageRows(m_record));
    showContent();
}

void RecordEditorController::showContent()
{
    if (m_rows.size() != m_form.size() || m_form.empty()) {
        m_sections.setRows({});
        m_rows.clear();
        QList<EditorSection> sections;
        for (const auto &part : m_form) {
            m_rows.push_back(std::make_unique<RowsOf<EditorRow>>());
            QVariantList fields;
            for (const auto &field : part->fields())
                fields << QVariant::fromValue(field);
            sections << EditorSection{part->key, part->title, part->addText, part->tickText(),
                part->shape == FormSection::Shape::Table, fields, m_rows.back().get()};
        }
        for (size_t i = 0; i < m_form.size(); ++i)
            alignRows(int(i));
        m_sections.setRows(std::move(sections));
    } else {
        for (size_t i = 0; i < m_form.size(); ++i)
            alignRows(int(i));
    }
    Q_EMIT changed();
    Q_EMIT edited();
    Q_EMIT textsChanged(-1, -1);
}

/// As many row ids as there are rows; those that stay keep theirs.
void RecordEditorController::alignRows(int index)
{
    auto rows = m_rows[size_t(index)]->rows();
    const int wanted = m_form[size_t(index)]->rows(m_content);
    while (rows.size() > wanted)
        rows.removeLast();
    while (rows.size() < wanted)
        rows << EditorRow{m_nextRow++};
    m_rows[size_t(index)]->setRows(std::move(rows));
}

FormSection *RecordEditorController::section(int index) const
{
    return index >= 0 && size_t(index) < m_form.size() ? m_form[size_t(index)].get() : nullptr;
}

QString RecordEditorController::reason() const
{
    if (!loaded())
        return tr("Opening");
    return isEmpty(withoutBlanks(m_content, m_form)) ? tr("Write at least one line.") : QString();
}

QString RecordEditorController::savedText() const
{
    if (m_dirty || m_saving)
        return tr("Saving");
    return m_savedAt.isSet() ? tr("Draft saved here, %1").arg(clinicTime().time(m_savedAt)) : QString();
}

QVariantList RecordEditorController::series() const
{
    QList<std::pair<QDate, WellnessContent>> records;
    for (const auto &earlier : m_before.earlier)
        if (const auto *wellness = std::get_if<WellnessContent>(&earlier.content))
            records.append({earlier.on, *wellness});
    QVariantList out;
    for (const auto &one : seriesOf(records)) {
        QVariantList points;
        for (const auto &point : one.points)
            points << QVariantMap{{QStringLiteral("on"), clinicTime().shortDay(point.on)},
                {QStringLiteral("day"), double(point.on.toJulianDay())}, {QStringLiteral("value"), point.value},
                {QStringLiteral("other"), point.other ? QVariant(*point.other) : QVariant()},
                {QStringLiteral("text"), point.text}};
        out << QVariantMap{{QStringLiteral("name"), one.name}, {QStringLiteral("points"), points}};
    }
    return out;
}

QString RecordEditorController::text(int index, int row, int field) const
{
    const auto *part = section(index);
    return part ? part->text(m_content, row, field) : QString();
}

QString RecordEditorController::mark(int index, int row, int field) const
{
    const auto *part = section(index);
    auto content = m_content; // shared, not copied: coded() leads to what may be changed
    const auto *coded = part ? part->coded(content, row, field) : nullptr;
    if (!coded || coded->text.isEmpty())
        return {};
    QStringList codes;
    for (const auto &code : coded->codes)
        codes << systemName(code.system) + u' ' + code.code;
    return codes.isEmpty() ? tr("text, no code") : codes.join(QStringLiteral(", "));
}

QString RecordEditorController::write(int index, int row, int field, const QString &text)
{
    auto *part = section(index);
    if (!part || part->text(m_content, row, field) == text)
        return {};
    const auto refused = part->write(m_content, row, field, text);
    if (refused.isEmpty()) {
        touch();
        Q_EMIT textsChanged(index, row);
    }
    return refused;
}

void RecordEditorController::addRow(int index)
{
    if (auto *part = section(index); part && part->isList()) {
        part->add(m_content);
        alignRows(index);
    }
}

void RecordEditorController::removeRow(int index, int row)
{
    auto *part = section(index);
    if (!part || !part->isList() || row < 0 || row >= part->rows(m_content))
        return;
    part->remove(m_content, row);
    auto rows = m_rows[size_t(index)]->rows();
    rows.removeAt(row);
    m_rows[size_t(index)]->setRows(std::move(rows));
    touch();
    Q_EMIT textsChanged(index, -1);
}

int RecordEditorController::rowCount(int index) const
{
    const auto *part = section(index);
    return part ? part->rows(m_content) : 0;
}

bool RecordEditorController::ticked(int index) const
{
    const auto *part = section(index);
    return part && part->ticked(m_content);
}

bool RecordEditorController::mayTick(int index) const
{
    const auto *part = section(index);
    return part && !part->tickText().isEmpty() && part->mayTick(m_content);
}

void RecordEditorController::setTicked(int index, bool ticked)
{
    if (!mayTick(index))
        return;
    section(index)->setTicked(m_content, ticked);
    touch();
    Q_EMIT textsChanged(index, -1);
}

void RecordEditorController::repeatLast()
{
    if (mayRepeat())
        replaceContent(m_before.earlier.constFirst().content);
}

void RecordEditorController::applyTemplate(int index)
{
    if (index >= 0 && index < m_before.templates.size())
        replaceContent(m_before.templates[index].content);
}

void RecordEditorController::replaceContent(const RecordContent &content)
{
    m_content = readyToFill(content, m_form);
    touch();
    showContent();
}

void RecordEditorController::saveTemplate(const QString &name)
{
    askFor([doctor = m_doctor, name, content = withoutBlanks(m_content, m_form)](
               clinic::Work &work) { return clinic::saveTemplate(work, doctor, name, content); },
        [this](const clinic::ContentTemplate &one) {
            m_before.templates.removeIf([&](const auto &there) { return there.id == one.id; });
            m_before.templates.prepend(one);
            auto rows = m_templateRows.rows();
            rows.removeIf([&](const auto &row) { return row.name.compare(one.name, Qt::CaseInsensitive) == 0; });
            rows.prepend(TemplateRow{one.name, {}});
            m_templateRows.setRows(std::move(rows));
            Q_EMIT told(tr("Template “%1” is saved.").arg(one.name));
        });
}

}
