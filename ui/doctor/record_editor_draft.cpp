// The draft behind the editor: saved with every pause, before its pages, and before it is confirmed.
#include "clinic/prescription.h"
#include "clinic/typed_record.h"
#include "record_editor_controller.h"
#include "ui/words/delivery_words.h"

#include <algorithm>
#include <utility>

namespace nadi::ui
{

void RecordEditorController::want(const QString &section, int row, const QString &field)
{
    m_wantedSection = section;
    m_wantedRow = row;
    m_wantedField = field;
}

QVariantMap RecordEditorController::takeWanted()
{
    const auto name = std::exchange(m_wantedSection, QString());
    for (int at = 0; !name.isEmpty() && at < int(m_form.size()); ++at) {
        if (m_form[size_t(at)]->key != name)
            continue;
        const auto &fields = section(at)->fields();
        const auto field = std::ranges::find(fields, m_wantedField, &FieldSpec::key);
        if (section(at)->isList() && rowCount(at) == 0)
            addRow(at);
        return {{QStringLiteral("section"), at}, {QStringLiteral("row"), std::min(m_wantedRow, rowCount(at) - 1)},
            {QStringLiteral("field"), field == fields.end() ? 0 : int(field - fields.begin())}};
    }
    return {};
}

void RecordEditorController::touch()
{
    m_dirty = true;
    m_pause.start();
    Q_EMIT edited();
}

/// One after the other: what is typed while a draft is written goes into the next writing.
void RecordEditorController::save()
{
    if (m_saving || !loaded())
        return;
    m_pause.stop();
    m_dirty = false;
    m_saving = true;
    Q_EMIT edited();
    const auto content = withoutBlanks(m_content, m_form);
    clinic::DraftRequest request;
    request.patient = m_patient;
    request.facility = services().facility.id;
    request.doctor = m_doctor;
    request.appointment = m_visit;
    request.issuedOn = today();
    request.content = content;
    askAside(
        [request, record = m_record](clinic::Work &work) -> Result<Record> {
            if (record.id.isEmpty())
                return clinic::beginDraft(work, request);
            const auto version = clinic::saveContent(work, record.id, record.version, request.content);
            if (!version)
                return failed(version);
            auto saved = record;
            saved.version = *version;
            return saved;
        },
        [this, patient = m_patient](const Result<Record> &record) {
            if (patient == m_patient)
                saved(record);
        });
}

void RecordEditorController::saved(const Result<Record> &record)
{
    m_saving = false;
    if (!record) {
        m_goesOn = nullptr;
        setProblem(record.error());
        Q_EMIT edited();
        return;
    }
    const bool isNew = m_record.id.isEmpty();
    m_record = *record;
    m_savedAt = now();
    clearProblem();
    Q_EMIT edited();
    if (isNew) {
        ring(storage::Topic::Records);
        Q_EMIT draftMade(m_record.id);
    }
    if (m_dirty)
        return save();
    if (const auto next = std::exchange(m_goesOn, nullptr))
        Q_EMIT(this->*next)(m_record.id);
}

void RecordEditorController::goOn()
{
    if (reason().isEmpty())
        goOnTo(&RecordEditorController::finished);
}

void RecordEditorController::addPages()
{
    if (loaded() && takesPages())
        goOnTo(&RecordEditorController::pagesWanted);
}

void RecordEditorController::goOnTo(void (RecordEditorController::*next)(const RecordId &))
{
    m_goesOn = next;
    m_dirty = true;
    save();
}

bool RecordEditorController::takesPages() const
{
    return hiTypeOf(m_content) == HiType::DiagnosticReport;
}

QString RecordEditorController::subject() const
{
    const auto type = hiTypeOf(m_content);
    return type ? recordWord(*type) : QString();
}

void RecordEditorController::discard()
{
    m_pause.stop();
    m_dirty = false;
    if (m_record.id.isEmpty())
        return Q_EMIT discarded();
    askFor([record = m_record.id](clinic::Work &work) { return clinic::discardDraft(work, record); },
        [this] {
            ring(storage::Topic::Records);
            Q_EMIT discarded();
        });
}

}
