#include "abha_bench.h"
#include "sandbox/abha/card.h"

#include <QBuffer>
#include <QImage>

#include <ZXing/ReadBarcode.h>

using namespace nadi;
using namespace nadi::test;
using namespace std::chrono_literals;

namespace
{
const auto requestPath = u"/v3/profile/account/request/otp"_s;
const auto verifyPath = u"/v3/profile/account/verify"_s;
const auto accountPath = u"/v3/profile/account"_s;

QString readQr(const QByteArray &png)
{
    const auto image = QImage::fromData(png).convertToFormat(QImage::Format_Grayscale8);
    const auto result = ZXing::ReadBarcode(
        {image.constBits(), image.width(), image.height(), ZXing::ImageFormat::Lum, int(image.bytesPerLine())});
    return QString::fromStdWString(result.text());
}

QString picture(int side)
{
    QImage image(side, side, QImage::Format_RGB32);
    // Noise does not compress: the size follows from the side.
    quint32 dice = 1;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            image.setPixel(x, y, dice = dice * 1664525 + 1013904223);
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return QString::fromLatin1(out.toBase64());
}
}

/// What somebody who is logged in sees and changes (abha-m1.md 3.1 step 7, 3.9).
class TestAbhaProfile : public QObject
{
    Q_OBJECT

    AbhaBench bench;

    AbhaBench::Headers tokenOf(const QString &id)
    {
        return AbhaBench::xToken(bench.logInByNumber(id)[u"token"].toString());
    }
    /// Asks for a code and brings it back, as the person would.
    AbhaReply change(const QString &id, const QString &words, const QString &hint, const QString &value,
        const QString &system, const AbhaBench::Headers &token)
    {
        const auto asked = bench.post(requestPath, bench.codeRequest(words, hint, value, system), token);
        if (asked.status != 200)
            return asked;
        const auto code = hint == u"mobile"_s ? bench.lastCodeTo(value)
            : hint == u"email"_s              ? bench.network().abha.office().codes.messagesFor({}, value).last().code
                                              : bench.codeFor(id);
        return bench.post(verifyPath, bench.verification(words, asked[u"txnId"].toString(), code), token);
    }

private Q_SLOTS:
    void init()
    {
        bench.network().forget();
        bench.clock.advance(31min);
    }

    void theCardAndItsQrSayWhoThePersonIs()
    {
        const auto token = tokenOf(u"asha"_s);
        for (const auto &path : {u"/abha-card"_s, u"/qrCode"_s, u"/download-abha-card"_s}) {
            const auto shown = bench.get(accountPath + path, token);
            QCOMPARE(shown.status, 200);
            QCOMPARE(shown.type, "image/png");
            const auto payload = QJsonDocument::fromJson(readQr(shown.body).toUtf8()).object();
            QCOMPARE(payload[u"hidn"].toString(), AbhaBench::dashedNumber(bench.person(u"asha"_s)));
            QCOMPARE(payload[u"hid"].toString(), u"asha.kulkarni@sbx"_s);
            QCOMPARE(payload[u"dob"].toString(), u"14/3/1980"_s);
            QCOMPARE(payload[u"state name"].toString(), u"MAHARASHTRA"_s);
        }
    }

    void aLongAddressStaysBesideTheQr()
    {
        auto person = bench.person(u"asha"_s);
        person.abhaAddress = QString(50, u'w') + u"@sbx"_s; // the longest that is read (abha-m1.md 4.2)
        const auto card = QImage::fromData(sandbox::abha::cardPng(person)).convertToFormat(QImage::Format_RGB32);
        const auto code = QImage::fromData(sandbox::abha::qrPng(person)).convertToFormat(QImage::Format_RGB32);
        const QRect place(QPoint(card.width() - code.width() - 20, card.height() - code.height() - 20), code.size());
        QCOMPARE(card.copy(place), code);
        for (int y = place.top(); y <= place.bottom(); ++y)
            for (int x = place.left() - 10; x < place.left(); ++x)
                QCOMPARE(card.pixel(x, y), card.pixel(place.left() - 1, place.top()));
    }

    void theMobileIsChanged()
    {
        const auto words = u"abha-profile mobile-verify"_s;
        const auto token = tokenOf(u"gurpreet"_s);
        const auto same
            = bench.post(requestPath, bench.codeRequest(words, u"mobile"_s, u"9000010005"_s, u"abdm"_s), token);
        QCOMPARE(same[u"message"].toString(),
            u"This mobile number is already verified. Please enter a different mobile number."_s);
        const auto full
            = bench.post(requestPath, bench.codeRequest(words, u"mobile"_s, u"9000030006"_s, u"abdm"_s), token);
        QCOMPARE(full.status, 422);
        QCOMPARE(full.code(), u"ABDM-1124"_s);
        QCOMPARE(change(u"gurpreet"_s, words, u"mobile"_s, u"9000018888"_s, u"abdm"_s, token)[u"message"].toString(),
            u"Mobile Number linked successfully"_s);
        QCOMPARE(bench.get(accountPath, token)[u"mobile"].toString(), u"******8888"_s);
    }

    void theEmailIsChanged()
    {
        const auto token = tokenOf(u"thomas"_s);
        QCOMPARE(change(u"thomas"_s, u"abha-profile email-verify"_s, u"email"_s, u"thomas@example.in"_s, u"abdm"_s,
                     token)[u"message"]
                     .toString(),
            u"Email linked successfully"_s);
        QCOMPARE(bench.get(accountPath, token)[u"email"].toString(), u"thomas@example.in"_s);
    }

    void aPhotoIsTakenOrRefused_data()
    {
        QTest::addColumn<QString>("photo");
        QTest::addColumn<int>("status");
        QTest::newRow("a small PNG") << picture(100) << 200;
        QTest::newRow("more than 100 KB") << picture(250) << 400;
        QTest::newRow("no picture") << QString::fromLatin1(QByteArray("%PDF-1.7").toBase64()) << 400;
    }
    void aPhotoIsTakenOrRefused()
    {
        QFETCH(QString, photo);
        const auto token = tokenOf(u"fatima"_s);
        const auto changed = bench.call("PATCH", accountPath, {{u"profilePhoto"_s, photo}}, token);
        QTEST(changed.status, "status");
        if (changed.status == 200)
            QCOMPARE(changed[u"profilePhoto"].toString(), photo);
        else
            QCOMPARE(changed[u"ProfilePhoto"].toString(), u"Invalid photo. Please upload a file with a human face."_s);
    }

    void aWrongCodeOfReKycHasACapitalMessage()
    {
        const auto words = u"abha-profile re-kyc"_s;
        const auto token = tokenOf(u"asha"_s);
        const auto number = AbhaBench::dashedNumber(bench.person(u"asha"_s));
        const auto asked
            = bench.post(requestPath, bench.codeRequest(words, u"abha-number"_s, number, u"aadhaar"_s), token);
        const auto code = bench.codeFor(u"asha"_s);
        const auto wrong = bench.post(
            verifyPath, bench.verification(words, asked[u"txnId"].toString(), AbhaBench::otherThan(code)), token);
        QCOMPARE(wrong.status, 422);
        QCOMPARE(wrong[u"Message"].toString(), u"UIDAI Error code : 400 : Invalid Aadhaar OTP value."_s);
        const auto right = bench.post(verifyPath, bench.verification(words, asked[u"txnId"].toString(), code), token);
        QCOMPARE(right[u"message"].toString(), u"Re-kyc done successfully"_s);
    }

    void aPasswordLogsInWithoutAccounts()
    {
        const auto number = AbhaBench::dashedNumber(bench.person(u"gurpreet"_s));
        const auto with = [&](const QString &password) {
            const QJsonObject given{{u"ABHANumber"_s, number}, {u"password"_s, bench.seal(password)}};
            return bench.post(u"/v3/profile/login/verify"_s,
                {{u"scope"_s, AbhaBench::scopes(u"abha-login password-verify"_s)},
                    {u"authData"_s,
                        QJsonObject{{u"authMethods"_s, QJsonArray{u"password"_s}}, {u"password"_s, given}}}});
        };
        QCOMPARE(with(u"Wrong@2026"_s)[u"message"].toString(), u"Password did not match, please try again"_s);
        const auto in = with(u"Sample@2026"_s);
        QCOMPARE(in[u"expiresIn"].toInt(), 1'296'000);
        QVERIFY(in[u"accounts"].toArray().isEmpty());
    }

    void anAccountIsDeactivatedAndReactivated()
    {
        const auto number = AbhaBench::dashedNumber(bench.person(u"birsa"_s));
        const auto token = tokenOf(u"birsa"_s);
        QCOMPARE(
            change(u"birsa"_s, u"abha-profile de-activate"_s, u"abha-number"_s, number, u"abdm"_s, token)[u"message"]
                .toString(),
            u"Your account has been deactivated."_s);
        const auto words = u"abha-login mobile-verify"_s;
        QCOMPARE(bench.askLogin(words, u"abha-number"_s, number, u"abdm"_s).code(), u"ABDM-1407"_s);
        QCOMPARE(bench.post(u"/v3/profile/login/search"_s, {{u"ABHANumber"_s, number}})[u"status"].toString(),
            u"DEACTIVATED"_s);
        // The gateway knows it too.
        QVERIFY(!bench.person(u"birsa"_s).active);
        const auto again = bench.logIn(
            u"abha-login aadhaar-verify re-activate"_s, u"abha-number"_s, number, u"aadhaar"_s, u"birsa"_s);
        QCOMPARE(again[u"message"].toString(), u"Your account has been reactivated."_s);
        QCOMPARE(bench.askLogin(words, u"abha-number"_s, number, u"abdm"_s).status, 200);
    }

    void whatChangedSurvivesInTheStateFile()
    {
        const auto made = bench.enrol(u"lakshmi"_s, u"9000010004"_s);
        QVERIFY(!made[u"isNew"].toBool(true));
        QCOMPARE(bench.enrol(u"new7"_s, u"9000010117"_s).status, 200);
        const auto saved = bench.network().toJson();
        AbhaBench later;
        later.network().restore(saved);
        QCOMPARE(later.person(u"new7"_s), bench.person(u"new7"_s));
        QVERIFY(later.network().people.byNumber(bench.person(u"new7"_s).abhaNumber));
        // Whoever is as the files say is not written.
        for (const auto &row : saved[u"people"].toArray())
            QVERIFY(row[u"id"].toString() != u"lakshmi"_s);
    }

    void aDeletedAccountIsGoneAndANewOneHasAnotherNumber()
    {
        const auto number = AbhaBench::dashedNumber(bench.person(u"vikram"_s));
        const auto token = tokenOf(u"vikram"_s);
        QCOMPARE(
            change(u"vikram"_s, u"abha-profile delete"_s, u"abha-number"_s, number, u"aadhaar"_s, token)[u"message"]
                .toString(),
            u"Your account has been deleted."_s);
        QCOMPARE(bench.get(accountPath, token).status, 401);
        QCOMPARE(
            bench.askLogin(u"abha-login mobile-verify"_s, u"abha-number"_s, number, u"abdm"_s).code(), u"ABDM-1114"_s);
        const auto made = bench.enrol(u"vikram"_s, u"9000010012"_s);
        QVERIFY(made[u"isNew"].toBool());
        QVERIFY(made[u"ABHAProfile"][u"ABHANumber"].toString() != number);
    }
};

QTEST_MAIN(TestAbhaProfile)
#include "tst_abha_profile.moc"
