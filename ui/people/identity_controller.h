#pragma once

#include "clinic/attach_abha.h"
#include "clinic/merge.h"
#include "ui/session/abha_card.h"
#include "ui/session/page_controller.h"
#include "ui/session/row_model.h"

#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// A number or name by which others know the person.
struct IdentifierRow
{
    Q_GADGET
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString value MEMBER value)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(bool active MEMBER active)

public:
    QString title;
    QString value;
    QString detail; ///< verified when and how; detached or removed since
    bool active = true;

    bool operator==(const IdentifierRow &) const = default;
};

/// One facility of ours that knows the person.
struct MembershipRow
{
    Q_GADGET
    Q_PROPERTY(QString facility MEMBER facility)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString link MEMBER link)
    Q_PROPERTY(int standing MEMBER standing)

public:
    QString facility;
    QString detail; ///< our number there, the last visit, what is linked
    QString link;
    int standing = 0;

    bool operator==(const MembershipRow &) const = default;
};

struct MergeRow
{
    Q_GADGET
    Q_PROPERTY(QString merge MEMBER merge)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(bool canUndo MEMBER canUndo)

public:
    QString merge;
    QString title;
    QString detail;
    bool canUndo = false;

    bool operator==(const MergeRow &) const = default;
};

/// Numbers and names of one person in all systems and clinics (B36), what was merged into the file, and the ways out of
/// a wrong ABHA (B39) or one that its owner removed (B40).
class IdentityController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(nadi::ui::RowModel *identifiers READ identifiers CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *memberships READ memberships CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *merges READ merges CONSTANT)
    Q_PROPERTY(bool hasAbha READ hasAbha NOTIFY changed)
    Q_PROPERTY(nadi::ui::AbhaCard *card READ card CONSTANT)
    Q_PROPERTY(QStringList linkedOutside READ linkedOutside NOTIFY changed)

public:
    explicit IdentityController(UiServices &services, QObject *parent = nullptr);

    RowModel *identifiers() { return &m_identifiers; }
    RowModel *memberships() { return &m_memberships; }
    RowModel *merges() { return &m_merges; }
    AbhaCard *card() { return &m_card; }
    bool hasAbha() const { return m_patient.abhaNumber || m_patient.abhaAddress; }
    /// What can be seen elsewhere through the ABHA and cannot be pulled back.
    QStringList linkedOutside() const { return m_linked; }

    void open(const PatientId &patient);
    Q_INVOKABLE void detach(const QString &reason);
    Q_INVOKABLE void removedByOwner();
    Q_INVOKABLE void addNumber(const QString &system, const QString &value);
    Q_INVOKABLE void undoMerge(const QString &merge);

Q_SIGNALS:
    void changed();
    void fileChanged(); ///< the patient's file says something else now
    void told(const QString &sentence);

private:
    struct Facts;
    void show(const Facts &facts);
    void done(const QString &sentence);

    PatientId m_id;
    AbhaCard m_card;
    Patient m_patient;
    QStringList m_linked;
    RowsOf<IdentifierRow> m_identifiers;
    RowsOf<MembershipRow> m_memberships;
    RowsOf<MergeRow> m_merges;
};

}
