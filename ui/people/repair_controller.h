#pragma once

#include "clinic/repair.h"
#include "ui/session/identity_row.h"
#include "ui/session/patient_page_controller.h"
#include "ui/session/row_model.h"

#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// The network refused who the patient is: ours beside the health account, corrected here or verified again (R6).
class RepairController : public PatientPageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(nadi::ui::RowModel *rows READ rows CONSTANT)
    /// A proof made here says what the account has; without one only verifying again can.
    Q_PROPERTY(bool accountKnown READ accountKnown NOTIFY changed)
    Q_PROPERTY(bool verified READ verified NOTIFY changed)
    Q_PROPERTY(bool agrees READ agrees NOTIFY changed)
    Q_PROPERTY(QVariantMap ours READ ours NOTIFY changed)
    Q_PROPERTY(QVariantMap account READ account NOTIFY changed)
    /// field -> sentence; fields: name, gender, birth.
    Q_PROPERTY(QVariantMap errors READ errors NOTIFY errorsChanged)

public:
    explicit RepairController(UiServices &services, QObject *parent = nullptr);

    RowModel *rows() { return &m_rows; }
    bool accountKnown() const { return m_facts.account.has_value(); }
    bool verified() const { return m_facts.patient.abhaVerifiedAt.isSet(); }
    bool agrees() const { return accountKnown() && m_facts.likeness.differences().isEmpty(); }
    QVariantMap ours() const;
    /// What the account says, to be taken over field by field; what it does not say stays ours.
    QVariantMap account() const;
    QVariantMap errors() const { return m_errors; }

    void open(const PatientId &patient);
    /// What the file and the account say now; entries that were not saved are given up.
    Q_INVOKABLE void reload() { open(m_id); }
    /// Entries name, gender ("F") and birth ("46", "1980", "12-10-1980").
    Q_INVOKABLE void correct(const QVariantMap &entries);

Q_SIGNALS:
    void errorsChanged();
    void corrected(bool goesOn); ///< false: the ABHA is still to be verified

private:
    void refuse(const Error &error);

    PatientId m_id;
    clinic::IdentityRepair m_facts;
    QVariantMap m_errors;
    RowsOf<IdentityRow> m_rows;
};

}
