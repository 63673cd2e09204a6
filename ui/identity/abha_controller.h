#pragma once

#include "abha_file_controller.h"
#include "abha_rows.h"
#include "consent_text.h"
#include "domain/abha_qr.h"
#include "identity/abha_desk.h"
#include "secret_digits.h"
#include "ui/session/page_controller.h"
#include "ui/words/person_words.h"

#include <QJsonObject>
#include <QPointer>
#include <QTimer>
#include <QVariant>

namespace nadi::ui
{

/// Who the patient is: the page around one conversation of identity::AbhaDesk (FD-4, FD-5). Shows its View, hands over
/// what is typed, keeps the consent before it, a half-finished creation beside it, and the proof after it.
class AbhaController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(nadi::ui::PatientIdentity patient READ patient NOTIFY changed)
    Q_PROPERTY(bool newPerson READ newPerson NOTIFY changed)
    /// identity::Stage as a word; "attached" after the file took it, "unavailable" where no service is set.
    Q_PROPERTY(QString stage READ stage NOTIFY changed)
    Q_PROPERTY(bool creating READ creating NOTIFY changed)
    Q_PROPERTY(QString purpose READ purpose NOTIFY changed)
    Q_PROPERTY(QString way READ way NOTIFY changed)
    Q_PROPERTY(bool waiting READ waiting NOTIFY changed)
    /// Another new person's creation was left half-way and can still go on.
    Q_PROPERTY(bool halfway READ halfway NOTIFY changed)
    Q_PROPERTY(QString destination READ destination NOTIFY changed)
    Q_PROPERTY(QString maskedId READ maskedId NOTIFY changed)
    Q_PROPERTY(QString mobile READ mobile NOTIFY changed)
    Q_PROPERTY(bool asksMobile READ asksMobile NOTIFY changed)
    Q_PROPERTY(QVariantList methods READ methods NOTIFY changed)
    Q_PROPERTY(QStringList suggestions READ suggestions NOTIFY changed)
    Q_PROPERTY(QString addressSuffix READ addressSuffix NOTIFY changed)
    /// What the page of a demographic creation begins with: as given before a refusal, else from the file.
    Q_PROPERTY(QVariantMap demographics READ demographics NOTIFY changed)
    Q_PROPERTY(QVariantList states READ states CONSTANT)
    Q_PROPERTY(QImage faceQr READ faceQr NOTIFY changed)
    Q_PROPERTY(QStringList otherWays READ otherWays CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *accounts READ accounts CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *steps READ steps CONSTANT)
    Q_PROPERTY(nadi::ui::AbhaFileController *file READ file CONSTANT)
    Q_PROPERTY(QVariantList languages READ languages CONSTANT)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)
    Q_PROPERTY(QString consentTitle READ consentTitle NOTIFY changed)
    Q_PROPERTY(QString consentText READ consentText NOTIFY changed)
    Q_PROPERTY(QString consentNote READ consentNote NOTIFY changed)
    Q_PROPERTY(bool canResend READ canResend NOTIFY ticked)
    Q_PROPERTY(QString resendWords READ resendWords NOTIFY ticked)
    Q_PROPERTY(QString choiceWords READ choiceWords NOTIFY ticked)
    /// Changes every 15 s, for assistive technology.
    Q_PROPERTY(QString spoken READ spoken NOTIFY spokenChanged)

public:
    enum class Wish { Verify, Create, Resume /* after a restart */ };

    explicit AbhaController(UiServices &services, QObject *parent = nullptr);

    PatientIdentity patient() const { return m_identity; }
    bool newPerson() const { return m_patient.id.isEmpty(); }
    QString stage() const;
    bool creating() const;
    QString purpose() const;
    QString way() const { return wayWord(view().way); }
    bool waiting() const { return view().waiting || busy(); }
    bool halfway() const { return !m_halfway.isEmpty(); }
    QString destination() const { return view().destination; }
    QString maskedId() const { return view().maskedId; }
    QString mobile() const;
    /// A creation wants the mobile for ABHA messages beside the OTP; the service refuses an empty one.
    bool asksMobile() const;
    QVariantList methods() const;
    QStringList suggestions() const { return view().suggestions; }
    QString addressSuffix() const { return view().addressSuffix; }
    QVariantMap demographics() const;
    QVariantList states() const;
    QImage faceQr() const;
    QStringList otherWays() const;
    RowModel *accounts() { return &m_accounts; }
    RowModel *steps() { return &m_steps; }
    AbhaFileController *file() { return &m_file; }
    QVariantList languages() const;
    QString language() const { return m_language; }
    void setLanguage(const QString &language);
    QString consentTitle() const { return wording().title; }
    QString consentText() const { return wording().text; }
    QString consentNote() const { return wording().note; }
    bool canResend() const;
    QString resendWords() const;
    QString choiceWords() const;
    QString spoken() const { return m_spoken; }

    /// For a patient of ours, or a new person who registers with an ABHA.
    void begin(const std::optional<PatientId> &patient, Wish wish);
    /// A card or app QR that a reader or the camera read while the page is open: begins its verification.
    void take(const AbhaQr &qr);
    /// The same right after begin(), once the conversation has begun.
    void takeWhenBegun(const AbhaQr &qr) { m_scanned = qr; }
    /// Ends the conversation; nothing typed for this person survives.
    void leave();
    /// What the page shows; the desk's own view goes through here, and tests give theirs.
    void show(const identity::View &view);

    Q_INVOKABLE void chooseWay(const QString &way);
    Q_INVOKABLE void create(const QString &by); ///< "aadhaar", "licence", "face", "biometric", "demographic"
    Q_INVOKABLE void agree(bool onPaper);
    /// `mobile`: a face creation sends it along, because it has no page with a code.
    Q_INVOKABLE void giveAadhaar(nadi::ui::SecretDigits *field, const QString &mobile);
    /// An ABHA number, address or mobile, or what a scanner read from an ABHA card.
    Q_INVOKABLE void give(const QString &typed);
    Q_INVOKABLE void giveOtp(nadi::ui::SecretDigits *field, const QString &communicationMobile);
    Q_INVOKABLE void giveLicence(const QVariantMap &fields);
    Q_INVOKABLE void giveDemographics(const QVariantMap &fields);
    Q_INVOKABLE void takeCapture(const QString &kind); ///< "finger", "iris"
    Q_INVOKABLE void chooseMethod(const QString &system);
    Q_INVOKABLE void chooseAccount(int row);
    Q_INVOKABLE void goOnHalfway();
    Q_INVOKABLE void noneOfThese();
    Q_INVOKABLE void resend();
    Q_INVOKABLE void chooseAddress(const QString &localPart);
    /// {text, kept} for each rule printed beside the field.
    Q_INVOKABLE QVariantList addressRules(const QString &localPart) const;
    /// The button under the problem.
    Q_INVOKABLE void mend();
    /// B07: one key everywhere.
    Q_INVOKABLE void continueWithout();

Q_SIGNALS:
    void changed();
    void ticked();
    void spokenChanged();
    void declined(); ///< noted where there is a file; the journey goes on without an ABHA

private:
    const identity::View &view() const { return m_view; }
    ConsentWording wording() const;
    identity::AbhaDesk *desk() const { return services().abha; }
    void start(Wish wish, const QJsonObject &parked);
    void refuse(const QString &code);
    void showProblem();
    void noteLinked();
    void park();
    void tick();

    Patient m_patient;
    PatientIdentity m_identity;
    identity::View m_view;
    std::optional<AbhaQr> m_scanned;
    QPointer<identity::AbhaDesk> m_listening; ///< the sandbox may bring another one later
    AbhaFileController m_file;
    QList<ConsentWording> m_wordings;
    QString m_language;
    QString m_spoken;
    QJsonObject m_parked;
    QJsonObject m_halfway;
    QTimer m_second;
    RowsOf<AccountRow> m_accounts;
    RowsOf<AbhaStep> m_steps;
};

}
