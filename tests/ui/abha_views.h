#pragma once

#include "identity/view.h"
#include "support/manual_clock.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace nadi::test
{

/// What AbhaDesk's view is at each stage, for windows without a service. Invented people of abha-m1.md.
namespace abha_views
{

inline QByteArray picture(int width, int height, Qt::GlobalColor ground, const QString &words)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    QFont font;
    font.setPixelSize(height / 8);
    painter.setFont(font);
    painter.drawText(image.rect(), Qt::AlignCenter, words);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

inline AbhaProfile asha()
{
    AbhaProfile profile;
    profile.number = AbhaNumber::parse(u"91-4002-5177-3000").value();
    profile.preferredAddress = AbhaAddress::parse(u"ashaverma1990@sbx").value();
    profile.addresses = {*profile.preferredAddress};
    profile.name = QStringLiteral("Asha Ramesh Verma");
    profile.localName = QStringLiteral("आशा रमेश वर्मा");
    profile.gender = Gender::Female;
    profile.birth = BirthDate::parse(u"1990-06-26").value();
    profile.mobile = QStringLiteral("******3210");
    profile.district = QStringLiteral("Pune");
    profile.photo = picture(100, 100, Qt::lightGray, QStringLiteral("AV"));
    profile.kycVerified = true;
    return profile;
}

inline AbhaAccount account(const char16_t *number, const char16_t *address, const QString &name, const char16_t *birth)
{
    AbhaAccount one;
    one.number = AbhaNumber::parse(number).value();
    one.address = AbhaAddress::parse(address).value();
    one.name = name;
    one.gender = Gender::Female;
    one.birth = BirthDate::parse(birth).value();
    one.photo = picture(100, 100, Qt::lightGray, name.left(1));
    return one;
}

inline identity::View at(identity::Stage stage, identity::Purpose purpose, identity::Way way)
{
    identity::View view;
    view.stage = stage;
    view.purpose = purpose;
    view.way = way;
    view.addressSuffix = QStringLiteral("sbx");
    return view;
}

inline identity::View otp(UtcTime now)
{
    auto view = at(identity::Stage::Otp, identity::Purpose::CreateByAadhaar, identity::Way::Aadhaar);
    view.destination = QStringLiteral("OTP sent to Aadhaar registered mobile number ending with ******3210");
    view.resendFrom = now + std::chrono::seconds(60);
    view.resendsLeft = 2;
    view.maskedId = QStringLiteral("•••• •••• 7058");
    return view;
}

inline identity::View method()
{
    auto view = at(identity::Stage::Method, identity::Purpose::Verify, identity::Way::AbhaNumber);
    view.maskedId = QStringLiteral("91-••••-••••-3000");
    view.methods.mobileOtp = view.methods.aadhaarOtp = true;
    view.destination = QStringLiteral("******3210");
    return view;
}

inline identity::View accounts(UtcTime now)
{
    auto view = at(identity::Stage::ChooseAccount, identity::Purpose::Verify, identity::Way::Mobile);
    view.accounts
        = {account(u"91-4002-5177-3000", u"ashaverma1990@sbx", QStringLiteral("Asha Ramesh Verma"), u"1990-06-26"),
            account(u"91-5553-0912-8463", u"91555309128463@sbx", QStringLiteral("Meera Verma"), u"2020-09-03")};
    view.chooseUntil = now + std::chrono::minutes(5);
    return view;
}

inline identity::View address()
{
    auto view = at(identity::Stage::Address, identity::Purpose::CreateByAadhaar, identity::Way::Aadhaar);
    view.suggestions = {QStringLiteral("asha.2661990"), QStringLiteral("ashaverma_1990"), QStringLiteral("ashav266"),
        QStringLiteral("ashaverma1990")};
    return view;
}

inline identity::View done(identity::Purpose purpose = identity::Purpose::Verify)
{
    auto view = at(identity::Stage::Done, purpose, identity::Way::AbhaNumber);
    view.profile = asha();
    view.proof = AbhaProof::AadhaarOtp;
    view.card = picture(640, 400, Qt::white, QStringLiteral("ABHA card"));
    view.qr = picture(240, 240, Qt::white, QStringLiteral("QR"));
    return view;
}

inline identity::View ended(const QString &code, identity::Problem::Offer offer, const QString &message = {})
{
    auto view = at(identity::Stage::Ended, identity::Purpose::Verify, identity::Way::AbhaNumber);
    identity::Problem problem;
    problem.refusal.kind = ErrorKind::Refused;
    problem.refusal.code = code;
    problem.refusal.message = message;
    problem.offer = offer;
    view.problem = problem;
    return view;
}

}

}
