// What the person at the desk types, chooses and decides: the half of AbhaController that speaks to the desk.

#include "abha_controller.h"
#include "domain/abha_address_rules.h"
#include "identity/abha_desk.h"
#include "typed_mobile.h"

namespace nadi::ui
{
namespace
{
using identity::Purpose;
using identity::Stage;
using identity::Way;

}

ConsentWording AbhaController::wording() const
{
    for (const auto &one : m_wordings)
        if (one.language == m_language)
            return one;
    return m_wordings.value(0);
}

QVariantList AbhaController::languages() const
{
    QVariantList languages;
    for (const auto &one : m_wordings)
        languages += QVariantMap{{QStringLiteral("value"), one.language}, {QStringLiteral("text"), one.languageName}};
    return languages;
}

void AbhaController::setLanguage(const QString &language)
{
    m_language = language;
    Q_EMIT changed();
}

void AbhaController::chooseWay(const QString &way)
{
    clearProblem();
    if (desk())
        desk()->begin(Purpose::Verify, wayFromWord(way));
}

void AbhaController::create(const QString &by)
{
    clearProblem();
    if (desk())
        desk()->begin(by == u"licence" ? Purpose::CreateByLicence
                : by == u"face"        ? Purpose::CreateByFace
                : by == u"biometric"   ? Purpose::CreateByBiometric
                : by == u"demographic" ? Purpose::CreateByDemographics
                                       : Purpose::CreateByAadhaar);
}

void AbhaController::agree(bool onPaper)
{
    if (m_view.stage != Stage::Consent || busy() || m_wordings.isEmpty())
        return;
    const identity::DeskPolicy policy;
    clinic::AbhaConsent consent{policy.consent.code, policy.consent.version, m_language,
        onPaper ? clinic::AbhaConsent::Manner::OnPaper : clinic::AbhaConsent::Manner::OnScreen,
        newPerson() ? std::nullopt : std::optional(m_patient.id)};
    askFor([consent, facility = services().facility.id](
               clinic::Work &work) { return clinic::recordAbhaConsent(work, consent, facility); },
        [this] {
            if (desk() && m_view.stage == Stage::Consent)
                desk()->agree();
        });
}

void AbhaController::giveAadhaar(SecretDigits *field, const QString &mobile)
{
    if (!field || !desk())
        return;
    auto number = AadhaarNumber::parse(field->peek());
    if (!number)
        return refuse(QStringLiteral("AADHAAR-INVALID"));
    if (m_view.purpose == Purpose::CreateByFace || m_view.purpose == Purpose::CreateByBiometric) {
        const auto reached = mobileTyped(mobile);
        if (reached.isEmpty())
            return refuse(QStringLiteral("MOBILE-INVALID"));
        desk()->giveMobile(reached);
    }
    field->clear();
    desk()->giveAadhaar(std::move(*number));
}

void AbhaController::take(const AbhaQr &qr)
{
    if (!desk())
        return;
    if (qr.abhaNumber) {
        desk()->begin(Purpose::Verify, Way::AbhaNumber);
        desk()->giveNumber(*qr.abhaNumber);
    } else if (qr.abhaAddress) {
        desk()->begin(Purpose::Verify, Way::AbhaAddress);
        desk()->giveAddress(*qr.abhaAddress);
    }
}

void AbhaController::give(const QString &typed)
{
    if (!desk())
        return;
    const auto entry = typed.trimmed();
    if (const auto scanned = readScannedQr(entry).abha)
        return take(*scanned);
    if (m_view.way == Way::AbhaNumber && m_view.purpose == Purpose::Verify) {
        const auto number = AbhaNumber::parse(entry);
        return number ? desk()->giveNumber(*number) : setProblem(number.error());
    }
    if (m_view.way == Way::AbhaAddress && m_view.purpose == Purpose::Verify) {
        const auto address = AbhaAddress::parse(entry.contains(u'@') ? entry : entry + u'@' + m_view.addressSuffix);
        return address ? desk()->giveAddress(*address) : setProblem(address.error());
    }
    const auto mobile = mobileTyped(entry);
    mobile.isEmpty() ? refuse(QStringLiteral("MOBILE-INVALID")) : desk()->giveMobile(mobile);
}

void AbhaController::giveOtp(SecretDigits *field, const QString &communicationMobile)
{
    if (!field || !desk())
        return;
    const auto mobile = mobileTyped(communicationMobile);
    if (mobile.isEmpty() && (asksMobile() || !communicationMobile.trimmed().isEmpty()))
        return refuse(QStringLiteral("MOBILE-INVALID"));
    if (!field->full())
        return refuse(QStringLiteral("OTP-INVALID"));
    auto otp = field->peek();
    field->clear();
    desk()->giveOtp(std::move(otp), mobile);
}

void AbhaController::takeCapture(const QString &kind)
{
    using abdm::abha::Biometric;
    if (desk())
        desk()->takeCapture(kind == u"iris" ? Biometric::Iris : Biometric::Fingerprint);
}

void AbhaController::chooseMethod(const QString &system)
{
    if (desk())
        desk()->chooseMethod(system == u"aadhaar" ? abdm::abha::OtpSystem::Aadhaar : abdm::abha::OtpSystem::Abdm);
}

void AbhaController::chooseAccount(int row)
{
    if (!desk())
        return;
    if (m_view.stage != Stage::ChooseFound)
        desk()->chooseAccount(row);
    else if (row >= 0 && row < m_view.found.size())
        desk()->chooseFound(m_view.found[row].index);
}

void AbhaController::goOnHalfway()
{
    const auto conversation = std::exchange(m_halfway, {});
    if (desk() && !desk()->resume(conversation))
        desk()->begin(Purpose::CreateByAadhaar);
}

void AbhaController::noneOfThese()
{
    chooseWay(QStringLiteral("number"));
}

void AbhaController::resend()
{
    if (desk() && canResend())
        desk()->resend();
}

void AbhaController::chooseAddress(const QString &localPart)
{
    if (!desk())
        return;
    const auto local = localPart.trimmed();
    if (!local.isEmpty() && !m_view.suggestions.contains(local) && !checkFreeChoice(local).all())
        return refuse(QStringLiteral("ABDM-1170"));
    desk()->chooseAddress(local);
}

QVariantList AbhaController::addressRules(const QString &localPart) const
{
    const auto rules = checkFreeChoice(localPart);
    const auto rule = [](const QString &text, bool kept) {
        return QVariant(QVariantMap{{QStringLiteral("text"), text}, {QStringLiteral("kept"), kept}});
    };
    return {rule(tr("8 to 18 characters"), rules.length), rule(tr("Letters and digits"), rules.characters),
        rule(tr("Begins and ends with a letter or a digit"), rules.edges), rule(tr("At most one dot"), rules.oneDot),
        rule(tr("At most one underscore"), rules.oneUnderscore)};
}

void AbhaController::mend()
{
    using Offer = identity::Problem::Offer;
    if (!desk() || !m_view.problem)
        return;
    switch (m_view.problem->offer) {
    case Offer::TryLater:
        return desk()->tryAgain();
    case Offer::BeginAnew:
        return desk()->begin(m_view.purpose, m_view.way);
    case Offer::Create:
        return create(QStringLiteral("aadhaar"));
    case Offer::Verify:
    case Offer::OtherMethod:
    case Offer::WaitUntil:
        return desk()->begin(Purpose::Verify);
    case Offer::TypeAgain:
    case Offer::TellAdministrator:
        break;
    }
}

void AbhaController::continueWithout()
{
    if (newPerson()) {
        leave();
        return Q_EMIT declined();
    }
    askFor([id = m_patient.id, facility = services().facility.id](
               clinic::Work &work) { return clinic::recordAbhaDeclined(work, id, facility); },
        [this] {
            leave();
            Q_EMIT declined();
        });
}

}
