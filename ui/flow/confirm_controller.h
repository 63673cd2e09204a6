#pragma once

#include "clinic/prescription.h"
#include "ui/flow/add_prescription_controller.h"
#include "ui/flow/missing_panel.h"
#include "ui/flow/prescribing_panel.h"
#include "ui/flow/typed_line.h"
#include "ui/session/identity_row.h"

#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// Step 5: the last look. Nothing is queued before the person confirms; confirming twice has one effect.
class ConfirmController : public PatientPageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(QString subject READ subject NOTIFY changed)
    Q_PROPERTY(QString documentText READ documentText NOTIFY changed)
    Q_PROPERTY(QString copyText READ copyText NOTIFY changed)
    Q_PROPERTY(QString fromText READ fromText NOTIFY changed)
    Q_PROPERTY(QString toText READ toText NOTIFY changed)
    Q_PROPERTY(QString labelText READ labelText NOTIFY changed)
    Q_PROPERTY(QString promise READ promise NOTIFY changed)
    Q_PROPERTY(int standing READ standing NOTIFY changed)
    /// The right column is what the ABHA service proved, not only our own file.
    Q_PROPERTY(bool proved READ proved NOTIFY changed)
    Q_PROPERTY(bool differs READ differs NOTIFY changed)
    Q_PROPERTY(QString invitation READ invitation NOTIFY changed)
    Q_PROPERTY(bool inviteAgreed READ inviteAgreed WRITE setInviteAgreed NOTIFY changed)
    Q_PROPERTY(nadi::ui::PrescribingPanel *prescribing READ prescribing CONSTANT)
    Q_PROPERTY(nadi::ui::MissingPanel *missing READ missing CONSTANT)
    /// Why it cannot be signed yet; empty when it can.
    Q_PROPERTY(QString reason READ reason NOTIFY changed)
    Q_PROPERTY(nadi::ui::RowModel *pages READ pages CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *lines READ lines CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *identities READ identities CONSTANT)

public:
    explicit ConfirmController(UiServices &services, QObject *parent = nullptr);

    QString subject() const; ///< the kind of record
    QString documentText() const;
    /// What of the sent copy differs from the originals that stay here (B18); empty when nothing does.
    QString copyText() const;
    QString fromText() const;
    QString toText() const;
    QString labelText() const;
    QString promise() const { return m_promise; }
    int standing() const { return m_standing; }
    bool proved() const { return m_proved; }
    bool differs() const { return m_differs; }
    /// What a patient without ABHA is asked to agree to (B07); empty when there is nobody to ask.
    QString invitation() const;
    bool inviteAgreed() const { return m_inviteAgreed; }
    void setInviteAgreed(bool agreed);
    PrescribingPanel *prescribing() { return &m_prescribing; }
    MissingPanel *missing() { return &m_missing; }
    QString reason() const;
    RecordId record() const { return m_record.id; }
    RowModel *pages() { return &m_pages; }
    /// What a typed record says.
    RowModel *lines() { return &m_lines; }
    bool typed() const { return m_record.typed; }
    RowModel *identities() { return &m_identities; }

    void begin(const RecordId &record);
    /// What is missing was filled in elsewhere: read again; what the doctor said here stays.
    void refresh();
    /// To where the missing thing is filled in; `place` as the row has it.
    Q_INVOKABLE void fill(int place);
    Q_INVOKABLE void confirm();

Q_SIGNALS:
    void confirmed(const nadi::RecordId &record);
    void fieldAsked(const nadi::clinic::Missing &missing);
    void letterheadAsked(const nadi::DoctorId &doctor, const QString &field);
    void personAsked(const nadi::PatientId &patient, const QString &field);
    void statementAsked();

private:
    struct Facts;
    void read();
    void show(const Facts &facts);

    Record m_record;
    Doctor m_doctor;
    QString m_promise;
    int m_standing = 0;
    QString m_mobile;
    bool m_proved = false;
    bool m_differs = false;
    bool m_inviteAgreed = false;
    PrescribingPanel m_prescribing;
    MissingPanel m_missing;
    RowsOf<PageRow> m_pages;
    RowsOf<TypedLine> m_lines;
    RowsOf<IdentityRow> m_identities;
};

}
