#include "abha_controller.h"

#include "clinic/reading.h"
#include "documents/qr.h"
#include "domain/abha_address_rules.h"
#include "identity/abha_desk.h"
#include "storage/patient_repository.h"
#include "ui/words/abha_words.h"

#include <utility>

namespace nadi::ui
{
namespace
{
using namespace std::chrono_literals;
using identity::Purpose;
using identity::Stage;

// One half-finished creation per desk and user.
const QString deskName = QStringLiteral("desk");
constexpr int spokenEverySeconds = 15;
constexpr int faceQrPixels = 480;

struct Opened
{
    Patient patient;
    QJsonObject parked;
};

int secondsUntil(UtcTime when, UtcTime now)
{
    return when > now ? int(std::chrono::ceil<std::chrono::seconds>(when - now).count()) : 0;
}

}

AbhaController::AbhaController(UiServices &services, QObject *parent)
    : PageController(services, parent)
    , m_file(services)
    , m_language(QLocale().language() == QLocale::Hindi ? QStringLiteral("hi") : QStringLiteral("en"))
{
    const identity::DeskPolicy policy;
    m_wordings = consentWordings(policy.consent.code, policy.consent.version).value_or(QList<ConsentWording>());
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &AbhaController::tick);
    connect(this, &PageController::busyChanged, this, &AbhaController::changed);
    connect(&m_file, &AbhaFileController::changed, this, &AbhaController::changed);
    connect(&m_file, &AbhaFileController::attached, this, [this] {
        if (desk())
            desk()->forget();
        park();
    });
}

void AbhaController::begin(const std::optional<PatientId> &patient, Wish wish)
{
    m_patient = {};
    m_identity = {};
    m_parked = {};
    m_halfway = {};
    m_scanned.reset();
    m_file.reset();
    clearProblem();
    if (desk() && m_listening != desk()) {
        m_listening = desk();
        connect(m_listening, &identity::AbhaDesk::changed, this, [this] { show(m_listening->view()); });
    }
    askFor(
        [patient, facility = services().facility.id](clinic::Work &work) -> Result<Opened> {
            Opened opened;
            if (patient) {
                const auto found = clinic::openPatient(work, *patient, facility, clinic::Purpose::File);
                if (!found)
                    return failed(found);
                opened.patient = *found;
            }
            const auto parked = clinic::parkedAbhaCreation(work, deskName);
            if (!parked)
                return failed(parked);
            opened.parked = *parked;
            return opened;
        },
        [this, wish](const Opened &opened) {
            m_patient = opened.patient;
            if (!newPerson())
                m_identity = identityOf(m_patient, today());
            start(wish, opened.parked);
        });
}

void AbhaController::start(Wish wish, const QJsonObject &parked)
{
    if (!desk())
        return Q_EMIT changed();
    m_halfway = {};
    const auto conversation = parked[u"conversation"].toObject();
    if (!conversation.isEmpty() && parked[u"patient"].toString() == m_patient.id.value()) {
        // A file says who it is about; of new people nobody knows whether it is the same one.
        if (newPerson() && wish != Wish::Resume)
            m_halfway = conversation;
        else if (desk()->resume(conversation))
            return;
    }
    if (m_scanned)
        return take(*std::exchange(m_scanned, std::nullopt));
    if (wish == Wish::Create)
        return desk()->begin(Purpose::CreateByAadhaar);
    // What the file holds already is not asked for again.
    if (m_patient.abhaNumber) {
        desk()->begin(Purpose::Verify, identity::Way::AbhaNumber);
        return desk()->giveNumber(*m_patient.abhaNumber);
    }
    if (m_patient.abhaAddress) {
        desk()->begin(Purpose::Verify, identity::Way::AbhaAddress);
        return desk()->giveAddress(*m_patient.abhaAddress);
    }
    desk()->begin(Purpose::Verify);
}

void AbhaController::leave()
{
    m_second.stop();
    // Not heard any more: a half-finished creation stays parked, only what is in memory goes.
    if (m_listening)
        m_listening->disconnect(this);
    m_listening = nullptr;
    if (desk())
        desk()->forget();
    m_view = {};
    m_file.reset();
    m_patient = {};
    m_identity = {};
    m_accounts.setRows({});
    m_steps.setRows({});
    clearProblem();
}

void AbhaController::show(const identity::View &view)
{
    const bool newStage = view.stage != m_view.stage;
    m_view = view;
    m_accounts.setRows(accountRows(view, today()));
    m_steps.setRows(abhaSteps(view));
    if (newStage && view.stage == Stage::ChooseAccount)
        noteLinked();
    if (view.stage == Stage::Done && view.profile && newStage)
        m_file.compare(m_patient, view);
    showProblem();
    view.resendFrom.isSet() || view.chooseUntil.isSet() ? m_second.start() : m_second.stop();
    if (newStage)
        m_spoken.clear();
    park();
    Q_EMIT changed();
    tick();
}

void AbhaController::showProblem()
{
    if (!m_view.problem)
        return clearProblem();
    const auto words = abhaProblem(*m_view.problem, m_view.way, clinicTime());
    setProblem(Problem{words.sentence, Remedy::None, words.action, words.small});
}

void AbhaController::refuse(const QString &code)
{
    identity::Problem problem;
    problem.refusal.code = code;
    const auto words = abhaProblem(problem, m_view.way, clinicTime());
    setProblem(Problem{words.sentence, Remedy::None, {}, code});
}

/// VRFY_ABHA_303: says which of the accounts is in our files already.
void AbhaController::noteLinked()
{
    QList<std::optional<AbhaNumber>> numbers;
    for (const auto &account : m_view.accounts)
        numbers += account.number;
    askFor(
        [numbers, facility = services().facility.id](clinic::Work &work) -> Result<QStringList> {
            const storage::PatientRepository patients(work.db);
            QStringList known;
            for (const auto &number : numbers) {
                const auto id = number ? patients.byAbhaNumber(*number) : Result<PatientId>(PatientId());
                const auto patient
                    = id && !id->isEmpty() ? patients.patient(*id, facility) : Result<Patient>(Patient());
                known += patient ? patient->localNumber : QString();
            }
            return known;
        },
        [this](const QStringList &known) {
            auto rows = m_accounts.rows();
            for (qsizetype i = 0; i < rows.size() && i < known.size(); ++i)
                if (!known[i].isEmpty() && rows[i].note.isEmpty())
                    rows[i].note = tr("in our files: %1").arg(known[i]);
            m_accounts.setRows(std::move(rows));
        });
}

/// A creation that can go on later is written down whenever it changes, and dropped when it cannot any more.
void AbhaController::park()
{
    if (!desk())
        return;
    const auto conversation = desk()->parked();
    if (conversation == m_parked)
        return;
    m_parked = conversation;
    const auto written = [](const Done &) { };
    if (conversation.isEmpty())
        return ask([](clinic::Work &work) { return clinic::dropParkedAbhaCreation(work, deskName); }, written);
    const QJsonObject row{
        {QStringLiteral("patient"), m_patient.id.value()}, {QStringLiteral("conversation"), conversation}};
    ask([row](clinic::Work &work) { return clinic::parkAbhaCreation(work, deskName, row); }, written);
}

void AbhaController::tick()
{
    Q_EMIT ticked();
    const int left = secondsUntil(m_view.chooseUntil.isSet() ? m_view.chooseUntil : m_view.resendFrom, now());
    if (left % spokenEverySeconds != 0 && !m_spoken.isEmpty())
        return;
    const auto words = m_view.chooseUntil.isSet() ? choiceWords()
        : m_view.resendFrom.isSet()               ? resendWords()
                                                  : QString();
    if (words == m_spoken)
        return;
    m_spoken = words;
    Q_EMIT spokenChanged();
}

QString AbhaController::stage() const
{
    if (!desk() && m_view.stage == Stage::Idle)
        return QStringLiteral("unavailable");
    if (m_view.stage == Stage::Done || m_file.isAttached())
        return m_file.stage();
    return stageWord(m_view.stage);
}

bool AbhaController::creating() const
{
    return m_view.purpose != Purpose::Verify;
}

QString AbhaController::purpose() const
{
    switch (m_view.purpose) {
    case Purpose::CreateByLicence:
        return QStringLiteral("licence");
    case Purpose::CreateByFace:
        return QStringLiteral("face");
    case Purpose::CreateByBiometric:
        return QStringLiteral("biometric");
    case Purpose::CreateByDemographics:
        return QStringLiteral("demographic");
    case Purpose::CreateByAadhaar:
        return QStringLiteral("aadhaar");
    case Purpose::Verify:
        break;
    }
    return QStringLiteral("verify");
}

QString AbhaController::mobile() const
{
    return m_view.mobile.isEmpty() ? m_patient.mobile : m_view.mobile;
}

bool AbhaController::asksMobile() const
{
    return m_view.stage == Stage::Otp && creating() && m_view.purpose != Purpose::CreateByLicence;
}

QVariantList AbhaController::methods() const
{
    using abdm::abha::OtpSystem;
    QVariantList offered;
    const auto offer = [&](bool there, const QString &value, OtpSystem system) {
        if (there)
            offered += QVariantMap{{QStringLiteral("value"), value}, {QStringLiteral("text"), otpSystemWord(system)}};
    };
    offer(m_view.methods.mobileOtp, QStringLiteral("abdm"), OtpSystem::Abdm);
    offer(m_view.methods.aadhaarOtp, QStringLiteral("aadhaar"), OtpSystem::Aadhaar);
    return offered;
}

QImage AbhaController::faceQr() const
{
    return m_view.faceQr.isEmpty() ? QImage() : documents::drawQr(m_view.faceQr, faceQrPixels);
}

QStringList AbhaController::otherWays() const
{
    QStringList ways;
    if (services().settings.flag(QStringLiteral("abha.drivingLicence")))
        ways += QStringLiteral("licence");
    if (services().settings.flag(QStringLiteral("abha.faceAuth")))
        ways += QStringLiteral("face");
    if (services().settings.flag(QStringLiteral("abha.biometrics")))
        ways += QStringLiteral("biometric");
    if (services().settings.flag(QStringLiteral("abha.demographic")))
        ways += QStringLiteral("demographic");
    return ways;
}

bool AbhaController::canResend() const
{
    return m_view.resendFrom.isSet() && m_view.resendsLeft > 0 && m_view.resendFrom <= now() && !m_view.waiting;
}

QString AbhaController::resendWords() const
{
    if (!m_view.resendFrom.isSet() || m_view.resendsLeft == 0)
        return tr("No more codes can be sent for this try.");
    const int left = secondsUntil(m_view.resendFrom, now());
    return left > 0 ? tr("A new code can be sent in %1.").arg(remainingWords(left)) : tr("A new code can be sent now.");
}

QString AbhaController::choiceWords() const
{
    return m_view.chooseUntil.isSet() ? tr("Choose within %1; then the code has to be asked for again.")
                                            .arg(remainingWords(secondsUntil(m_view.chooseUntil, now())))
                                      : QString();
}

}
