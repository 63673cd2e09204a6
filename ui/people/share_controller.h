#pragma once

#include "clinic/shares.h"
#include "ui/session/page_controller.h"
#include "ui/session/row_model.h"
#include "ui/words/person_words.h"

#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// A file that may belong to the person who scanned.
struct CandidateRow
{
    Q_GADGET
    Q_PROPERTY(QString patient MEMBER patient)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString facts MEMBER facts)
    Q_PROPERTY(QString evidence MEMBER evidence)
    Q_PROPERTY(bool needsReason MEMBER needsReason)

public:
    QString patient;
    QString name;
    QString facts;
    QString evidence;
    bool needsReason = false;

    bool operator==(const CandidateRow &) const = default;
};

/// One field where the chosen file and the share are not alike; the person keeps ours or takes the shared value.
struct FieldChoice
{
    Q_GADGET
    Q_PROPERTY(QString field MEMBER field)
    Q_PROPERTY(QString here MEMBER here)
    Q_PROPERTY(QString there MEMBER there)
    Q_PROPERTY(bool taken MEMBER taken)

public:
    QString field;
    QString here;
    QString there;
    bool taken = false;

    bool operator==(const FieldChoice &) const = default;
};

/// One scan and what becomes of it: an existing file, a new one, or nothing at this desk (FD-2). A person decides.
class ShareController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(bool decided READ decided NOTIFY changed)
    Q_PROPERTY(QString token READ token NOTIFY changed)
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    Q_PROPERTY(nadi::ui::PatientIdentity person READ person NOTIFY changed)
    Q_PROPERTY(int chosen READ chosen NOTIFY changed)
    Q_PROPERTY(bool needsReason READ needsReason NOTIFY changed)
    Q_PROPERTY(QStringList gaps READ gaps NOTIFY changed)
    Q_PROPERTY(nadi::ui::RowModel *candidates READ candidates CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *fields READ fields CONSTANT)

public:
    explicit ShareController(UiServices &services, QObject *parent = nullptr);

    bool loaded() const { return m_loaded; }
    bool decided() const { return m_loaded && m_proposal.share.outcome != ShareOutcome::Waiting; }
    QString token() const { return QString::number(m_proposal.share.token.number); }
    /// Exact match, likely ones, or a new person; or that two files share the ABHA (B38).
    QString headline() const;
    PatientIdentity person() const;
    /// Row of candidates that is compared; -1: a new file.
    int chosen() const { return m_chosen; }
    bool needsReason() const;
    /// What a new file still lacks: "mobile", "birth", "gender", "place". Only these are asked.
    QStringList gaps() const;
    RowModel *candidates() { return &m_candidates; }
    RowModel *fields() { return &m_fields; }

    void open(const ShareId &share);
    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void take(int field, bool taken);
    /// `reason` only where needsReason says so.
    Q_INVOKABLE void accept(const QString &reason);
    Q_INVOKABLE void registerNew(const QVariantMap &entries);
    Q_INVOKABLE void dismiss(const QString &reason);

Q_SIGNALS:
    void changed();
    void accepted(const QString &patient, const QString &name);
    void dismissed();

private:
    void show(const clinic::ShareProposal &proposal);
    void took(const Result<Patient> &result);

    clinic::ShareProposal m_proposal;
    ShareId m_share;
    int m_chosen = -1;
    bool m_loaded = false;
    QList<clinic::ShareDifference> m_differences;
    RowsOf<CandidateRow> m_candidates;
    RowsOf<FieldChoice> m_fields;
};

}
