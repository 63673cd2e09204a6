#pragma once

#include "ui/flow/added_files.h"
#include "ui/flow/like_pages.h"
#include "ui/flow/page_row.h"
#include "ui/flow/shrink_offer.h"
#include "ui/session/patient_page_controller.h"
#include "ui/session/row_model.h"

#include <QImage>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace nadi::ui
{

/// Step 4: files become clean pages of one draft. Each step is stored before it is shown.
class AddPrescriptionController : public PatientPageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(QString doctorName READ doctorName NOTIFY changed)
    Q_PROPERTY(nadi::ui::RowModel *pages READ pages CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *files READ files CONSTANT)
    Q_PROPERTY(bool reading READ reading NOTIFY filesChanged)
    Q_PROPERTY(QString reason READ reason NOTIFY filesChanged)
    Q_PROPERTY(int standing READ standing NOTIFY linkChanged)
    Q_PROPERTY(QString linkText READ linkText NOTIFY linkChanged)
    Q_PROPERTY(QString type READ type NOTIFY changed)
    Q_PROPERTY(QString subject READ subject NOTIFY changed)
    Q_PROPERTY(bool typed READ typed NOTIFY changed)
    Q_PROPERTY(nadi::ui::LikePages *alike READ alike CONSTANT)
    Q_PROPERTY(nadi::ui::ShrinkOffer *smaller READ smaller CONSTANT)

public:
    explicit AddPrescriptionController(UiServices &services, QObject *parent = nullptr);

    QString doctorName() const { return m_doctorName; }
    RowModel *pages() { return &m_pages; }
    RowModel *files() { return &m_files; }
    bool reading() const;
    /// Why the person cannot go on yet; empty when they can.
    QString reason() const;
    int standing() const { return m_linkStanding; }
    QString linkText() const { return m_linkText; }
    LikePages *alike() { return &m_alike; }
    ShrinkOffer *smaller() { return &m_smaller; }
    RecordId record() const { return m_record.id; }
    /// HI type of the draft by its wire name.
    QString type() const { return toWire(m_record.type); }
    QString subject() const; ///< the kind of record
    /// The pages belong to a report that is typed: they go back to its editor.
    bool typed() const { return m_record.typed; }

    /// Goes on with a draft of this patient when `draft` names one; else the draft is made with the first page.
    void begin(const PatientId &patient, const DoctorId &doctor, const std::optional<AppointmentId> &visit,
        const RecordId &draft);

    Q_INVOKABLE void addFiles(const QList<QUrl> &files);
    /// A picture just taken.
    Q_INVOKABLE void addPhoto(const QImage &photo);
    Q_INVOKABLE void givePassword(int file, const QString &password);
    Q_INVOKABLE void addAnyway(int file);
    Q_INVOKABLE void retry(int file);
    /// Makes a copy in screen quality of a file over the size limit, and shows it before it is taken (B18).
    Q_INVOKABLE void shrink(int file);
    Q_INVOKABLE void dismiss(int file);
    Q_INVOKABLE void turn(const QString &page);
    Q_INVOKABLE void remove(const QString &page);
    Q_INVOKABLE void moveBy(const QString &page, int by);
    /// Makes the page anew from its original, turned level and cut to the sheet or as it was taken (B23).
    Q_INVOKABLE void straighten(const QString &page, bool on);
    /// Why a page that cannot be read goes as it is (B23).
    Q_INVOKABLE void acceptUnreadable(const QString &page, const QString &reason);
    Q_INVOKABLE void chooseType(const QString &type);
    Q_INVOKABLE void goOn();
    /// Throws the draft away; nothing was sent, nothing is kept.
    Q_INVOKABLE void discard();

Q_SIGNALS:
    void filesChanged();
    void linkChanged();
    void pageAdded(int firstNewPage);
    void draftMade(const nadi::RecordId &record);
    void finished(const nadi::RecordId &record);
    /// The pages of a typed report are in.
    void pagesDone(const nadi::Record &record);
    void discarded();

private:
    struct Opening;
    int enlist(const QString &name, PageSource source);
    WaitingFile *waiting(int file);
    void read(int file, const QUrl &url);
    void clean(int file, const QByteArray &password);
    void store(int file, clinic::Knowing knowing);
    void watchOffer();
    void draftIsKnown();
    void forget(int file);
    void fail(int file, const Error &error);
    void showFiles();
    void showRecord(const Record &record);
    void replace(const RecordPage &page, const Result<documents::CleanDocument> &document);
    /// `change(clinic::Work &)` gives the record as it is afterwards.
    template <class Change>
    void change(Change change)
    {
        askFor(std::move(change), [this](const Record &record) { showRecord(record); });
    }

    PatientId m_patient;
    DoctorId m_doctor;
    std::optional<AppointmentId> m_visit;
    QString m_doctorName;
    QString m_linkText;
    int m_linkStanding = 0;
    Record m_record;
    int m_nextFile = 1;
    QList<WaitingFile> m_waiting;
    // Until it is known whether there is a draft, nothing is stored: two files at once would begin two drafts.
    bool m_draftKnown = false;
    QList<std::function<void()>> m_forDraft;
    RowsOf<PageRow> m_pages;
    RowsOf<FileRow> m_files;
    LikePages m_alike;
    ShrinkOffer m_smaller;
};

}
