#pragma once

#include "clinic/prescribed_before.h"
#include "domain/record.h"
#include "ui/doctor/editor_rows.h"
#include "ui/doctor/offers.h"
#include "ui/flow/page_row.h"
#include "ui/forms/record_forms.h"
#include "ui/session/patient_page_controller.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace nadi::ui
{

/// A record that is typed, of any kind: the form of its kind, what may be taken over from before, and a draft that is
/// saved with every pause (R2).
class RecordEditorController : public PatientPageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString subject READ subject NOTIFY changed)
    Q_PROPERTY(QString doctorName READ doctorName NOTIFY changed)
    Q_PROPERTY(QString amendReason READ amendReason NOTIFY changed)
    Q_PROPERTY(QString reason READ reason NOTIFY edited)
    Q_PROPERTY(QString savedText READ savedText NOTIFY edited)
    Q_PROPERTY(bool mayRepeat READ mayRepeat NOTIFY changed)
    Q_PROPERTY(QVariantList series READ series NOTIFY changed)
    Q_PROPERTY(bool takesPages READ takesPages NOTIFY changed)
    Q_PROPERTY(nadi::ui::RowModel *pages READ pages CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *sections READ sections CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *offers READ offers CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *templates READ templates CONSTANT)
    Q_PROPERTY(bool offersFirst READ offersFirst NOTIFY offersChanged)

public:
    explicit RecordEditorController(UiServices &services, QObject *parent = nullptr);
    ~RecordEditorController() override;

    QString title() const { return kindTitle(m_content); }
    QString subject() const; ///< the kind as every step of the way calls it
    QString doctorName() const { return m_doctorName; }
    /// Why a signed record is written anew; empty for a first version.
    QString amendReason() const { return m_record.amendReason; }
    /// Why the person cannot go on yet; empty when they can.
    QString reason() const;
    QString savedText() const;
    bool mayRepeat() const { return !m_before.earlier.isEmpty(); }
    /// {name, points: [{on, value, other, text}]}: what was measured over time.
    QVariantList series() const;
    /// A report has pictures or pages beside what is typed.
    bool takesPages() const;
    RowModel *pages() { return &m_pages; }
    RowModel *sections() { return &m_sections; }
    RowModel *offers() { return &m_offerRows; }
    RowModel *templates() { return &m_templateRows; }
    /// Enter takes the first offer: it is a line or a word of a list, not a code.
    bool offersFirst() const;
    RecordId record() const { return m_record.id; }
    const RecordContent &content() const { return m_content; }

    /// Goes on with `draft`, or begins one of `kind` with the first change.
    void begin(const PatientId &patient, const DoctorId &doctor, const std::optional<AppointmentId> &visit,
        const QString &kind, const RecordId &draft);

    /// The next time the form is shown the keyboard goes to this field; a row that is not there is added.
    void want(const QString &section, int row, const QString &field);
    /// {section, row, field} as numbers; empty when nothing is wanted, and after it was asked once.
    Q_INVOKABLE QVariantMap takeWanted();

    Q_INVOKABLE QString text(int section, int row, int field) const;
    /// Which code stands behind the words, or that none does.
    Q_INVOKABLE QString mark(int section, int row, int field) const;
    /// Why it is not taken; empty when it is.
    Q_INVOKABLE QString write(int section, int row, int field, const QString &text);
    Q_INVOKABLE void addRow(int section);
    Q_INVOKABLE void removeRow(int section, int row);
    Q_INVOKABLE int rowCount(int section) const;

    /// A sentence of a section that may be said instead of rows ("no known allergy").
    Q_INVOKABLE bool ticked(int section) const;
    Q_INVOKABLE bool mayTick(int section) const;
    Q_INVOKABLE void setTicked(int section, bool ticked);
    /// Saves the draft and goes to its pages.
    Q_INVOKABLE void addPages();

    /// What fits the text in this field comes into `offers`.
    Q_INVOKABLE void look(int section, int row, int field, const QString &text);
    Q_INVOKABLE void closeOffers();
    /// True when it filled the whole row.
    Q_INVOKABLE bool take(int section, int row, int field, int offer);

    Q_INVOKABLE void repeatLast();
    Q_INVOKABLE void applyTemplate(int index);
    Q_INVOKABLE void saveTemplate(const QString &name);
    /// The medicine line is offered first from now on, or no longer.
    Q_INVOKABLE void favourite(int section, int row);
    /// The same for a line that is offered.
    Q_INVOKABLE void favouriteOffer(int offer);
    Q_INVOKABLE void goOn();
    Q_INVOKABLE void discard();

Q_SIGNALS:
    void edited();
    void offersChanged();
    /// Texts of a row changed other than by typing; section or row -1: all.
    void textsChanged(int section, int row);
    void draftMade(const nadi::RecordId &record);
    void finished(const nadi::RecordId &record);
    void pagesWanted(const nadi::RecordId &record);
    void discarded();
    void told(const QString &sentence);

private:
    struct Opening;
    FormSection *section(int index) const;
    void show(Opening opening);
    void showContent();
    void alignRows(int section);
    void touch();
    void save();
    void saved(const Result<Record> &record);
    void setOffers(QList<Offer> offers);
    void goOnTo(void (RecordEditorController::*next)(const RecordId &));
    void addTm2(int section, int row, int field, const Code &picked);
    void turnFavourite(const MedicineLine &line);
    void replaceContent(const RecordContent &content);

    PatientId m_patient;
    DoctorId m_doctor;
    std::optional<AppointmentId> m_visit;
    QString m_doctorName;
    Record m_record; ///< without id until something was typed
    RecordContent m_content;
    Form m_form;
    clinic::PrescribedBefore m_before;
    RowsOf<EditorSection> m_sections;
    std::vector<std::unique_ptr<RowsOf<EditorRow>>> m_rows;
    int m_nextRow = 1;
    QList<Offer> m_offers;
    RowsOf<OfferRow> m_offerRows;
    RowsOf<TemplateRow> m_templateRows;
    RowsOf<PageRow> m_pages;
    int m_question = 0; ///< newest look(): older answers are dropped
    QTimer m_pause;
    bool m_dirty = false;
    bool m_saving = false;
    void (RecordEditorController::*m_goesOn)(const RecordId &) = nullptr; ///< what is told when the draft is saved
    UtcTime m_savedAt;
    QString m_wantedSection;
    QString m_wantedField;
    int m_wantedRow = 0;
};

}
