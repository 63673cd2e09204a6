#pragma once

#include "attach_step.h"
#include "identity/view.h"
#include "ui/session/abha_card.h"
#include "ui/session/identity_row.h"
#include "ui/session/page_controller.h"
#include "ui/session/row_model.h"
#include "ui/words/person_words.h"

#include <QImage>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// The last part of the identity step: our file beside the proved profile, attaching, and the card.
class AbhaFileController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    /// "done" (compare), "conflict" (B38), "other-abha", "attached"
    Q_PROPERTY(QString stage READ stage NOTIFY changed)
    Q_PROPERTY(bool newPerson READ newPerson NOTIFY changed)
    Q_PROPERTY(bool existedBefore READ existedBefore NOTIFY changed)
    /// An enrolment number, no ABHA yet.
    Q_PROPERTY(bool provisional READ provisional NOTIFY changed)
    /// The two do not agree enough to attach without a reason.
    Q_PROPERTY(bool needsReason READ needsReason NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString localName READ localName NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString proof READ proof NOTIFY changed)
    Q_PROPERTY(QString mobile READ mobile NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(QImage photo READ photo NOTIFY changed)
    Q_PROPERTY(QImage card READ card NOTIFY changed)
    Q_PROPERTY(QImage qr READ qr NOTIFY changed)
    Q_PROPERTY(nadi::ui::PatientIdentity other READ other NOTIFY changed)
    Q_PROPERTY(QString told READ told NOTIFY changed)
    Q_PROPERTY(nadi::ui::RowModel *identities READ identities CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *others READ others CONSTANT)

public:
    explicit AbhaFileController(UiServices &services, QObject *parent = nullptr);

    QString stage() const { return m_stage; }
    bool isAttached() const { return m_stage == u"attached"; }
    bool newPerson() const { return m_patient.id.isEmpty(); }
    bool existedBefore() const { return m_existedBefore; }
    bool provisional() const { return isProvisional(m_snapshot.profile); }
    bool needsReason() const { return m_needsReason; }
    QString name() const { return m_snapshot.profile.name; }
    QString localName() const { return m_snapshot.profile.localName; }
    QString number() const;
    QString address() const;
    QString proof() const;
    QString mobile() const { return m_mobile; }
    QString place() const { return m_place; }
    QImage photo() const { return m_photo; }
    QImage card() const { return m_card.picture(); }
    QImage qr() const { return m_card.qr(); }
    PatientIdentity other() const { return m_other; }
    QString told() const { return m_card.told(); }
    RowModel *identities() { return &m_identities; }
    RowModel *others() { return &m_others; }

    void reset();
    void compare(const Patient &patient, const identity::View &proved);
    /// Verified name, sex and birth date are taken as they are; mobile and place as corrected on the page.
    Q_INVOKABLE void attach(const QString &mobile, const QString &place, const QString &reason);
    Q_INVOKABLE void move(const QString &reason);
    Q_INVOKABLE void openOther();
    /// B38, when both files are one person.
    Q_INVOKABLE void mergeOther();
    Q_INVOKABLE void goOn();
    Q_INVOKABLE void saveCard(const QUrl &file) { m_card.save(file); }
    /// To the default printer, or into `pdf` where one is named.
    Q_INVOKABLE void printCard(const QUrl &pdf = {}) { m_card.print(pdf); }

Q_SIGNALS:
    void changed();
    void attached(const nadi::PatientId &patient);
    void otherWanted(const nadi::PatientId &patient);
    void mergeWanted(const nadi::PatientId &patient, const nadi::PatientId &other);
    void finished(const nadi::PatientId &patient, bool isNew);

private:
    void send(const AttachOrder &order);
    void show(const clinic::AttachOutcome &answer);

    QString m_stage = QStringLiteral("done");
    Patient m_patient;
    bool m_wasNew = false;
    bool m_existedBefore = false;
    bool m_needsReason = false;
    clinic::AbhaSnapshot m_snapshot;
    AttachOrder m_order;
    QString m_mobile;
    QString m_place;
    QImage m_photo;
    AbhaCard m_card;
    PatientIdentity m_other;
    RowsOf<IdentityRow> m_identities;
    RowsOf<IdentityRow> m_others;
};

}
