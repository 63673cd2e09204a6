#include "abdm/callbacks.h"
#include "abdm/discovery_calls.h"
#include "abdm/endpoint.h"
#include "abdm/gateway_error.h"
#include "samples.h"

#include <QTest>

using namespace nadi;
using namespace nadi::abdm;
using namespace Qt::StringLiterals;
using Type = NetworkIdentifier::Type;

namespace
{

template <class Kind>
Result<Kind> readAs(CallbackKind kind, const QByteArray &body)
{
    return parseCallback(kind, body).map([](const Callback &callback) { return std::get<Kind>(callback); });
}

QByteArray bytes(const QJsonObject &body)
{
    return QJsonDocument(body).toJson();
}

/// The discovery of the sample with one member of `patient` set.
QByteArray asking(const QString &key, const QJsonValue &value)
{
    auto body = test::sample(u"discover_callback"_s);
    auto patient = body[u"patient"].toObject();
    patient.insert(key, value);
    body.insert(u"patient"_s, patient);
    return bytes(body);
}

PatientContexts asha()
{
    return {u"UHID-000482"_s, u"Asha Verma"_s,
        {{CareContextRef(u"OP-2026-000117"_s), u"OP visit 11 Feb 2026"_s, HiType::OPConsultation},
            {CareContextRef(u"RX-2026-000117"_s), u"Prescription 11 Feb 2026"_s, HiType::Prescription}}};
}

}

class TstDiscoveryWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDiscoveryAsTheNetworkSendsIt()
    {
        const auto read = readAs<DiscoverRequest>(CallbackKind::Discover, test::sampleBytes(u"discover_callback"_s));
        QVERIFY(read.has_value());
        QCOMPARE(read->transaction.value(), u"26b76ec8-2f3f-4c49-9e0e-1e0f8d8a7b16"_s);
        QCOMPARE(read->abhaAddress, u"asha.verma1990@sbx"_s);
        QCOMPARE(read->verified,
            (QList<NetworkIdentifier>{{Type::Mobile, u"9000000001"_s}, {Type::AbhaNumber, u"91123456789012"_s}}));
        QCOMPARE(read->unverified, (QList<NetworkIdentifier>{{Type::RecordNumber, u"UHID-000482"_s}}));
        QCOMPARE(read->name, u"Asha Verma"_s);
        QCOMPARE(read->gender, Gender::Female);
        QCOMPARE(read->yearOfBirth, std::optional(1990));
    }

    void identifiersAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("read"); // empty: nothing
        const auto row = [](const char *name, const QString &type, const QJsonValue &value, const QString &read) {
            QTest::newRow(name) << type << value << read;
        };
        row("mobile", u"MOBILE"_s, u"9000000001"_s, u"9000000001"_s);
        row("mobile with +91", u"MOBILE"_s, u"+919000000001"_s, u"9000000001"_s);
        row("mobile with +91-", u"MOBILE"_s, u"+91-9000000001"_s, u"9000000001"_s);
        row("mobile as a number", u"MOBILE"_s, 9000000001.0, u"9000000001"_s);
        row("mobile masked", u"MOBILE"_s, u"xxxxxx0001"_s, {});
        row("type in lower case", u"mobile"_s, u"9000000001"_s, u"9000000001"_s);
        row("number grouped", u"ABHA_NUMBER"_s, u"91-1234-5678-9012"_s, u"91123456789012"_s);
        row("number plain", u"ABHA_NUMBER"_s, u"91123456789012"_s, u"91123456789012"_s);
        row("number, older name", u"NDHM_HEALTH_NUMBER"_s, u"91-1234-5678-9012"_s, u"91123456789012"_s);
        row("number too short", u"ABHA_NUMBER"_s, u"91-1234"_s, {});
        row("address", u"ABHA_ADDRESS"_s, u"Asha.Verma1990@SBX"_s, u"asha.verma1990@sbx"_s);
        row("address, older name", u"HEALTH_ID"_s, u"asha.verma1990@sbx"_s, u"asha.verma1990@sbx"_s);
        row("no address", u"ABHA_ADDRESS"_s, u"@@"_s, {});
        row("record number", u"MR"_s, u" UHID-000482 "_s, u"UHID-000482"_s);
        row("e-mail is not used", u"EMAIL"_s, u"asha@example.in"_s, {});
        row("unknown type", u"SHOE_SIZE"_s, u"42"_s, {});
        row("value null", u"MOBILE"_s, QJsonValue::Null, {});
        row("value an object", u"MOBILE"_s, QJsonObject{{u"a"_s, 1}}, {});
    }
    void identifiersAsTheyAreWritten()
    {
        QFETCH(QString, type);
        QFETCH(QJsonValue, value);
        QFETCH(QString, read);
        const QJsonArray list{QJsonObject{{u"type"_s, type}, {u"value"_s, value}}};
        const auto asked = readAs<DiscoverRequest>(CallbackKind::Discover, asking(u"verifiedIdentifiers"_s, list));
        QVERIFY(asked.has_value());
        QCOMPARE(asked->verified.isEmpty() ? QString() : asked->verified.first().value, read);
    }

    void whatIsOddIsReadAsNothing_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no verified identifiers") << u"verifiedIdentifiers"_s << QJsonValue(QJsonArray());
        QTest::newRow("verified identifiers null") << u"verifiedIdentifiers"_s << QJsonValue();
        QTest::newRow("verified identifiers a text") << u"verifiedIdentifiers"_s << QJsonValue(u"MOBILE"_s);
        QTest::newRow("unverified identifiers null") << u"unverifiedIdentifiers"_s << QJsonValue();
        QTest::newRow("gender a number") << u"gender"_s << QJsonValue(1);
        QTest::newRow("year in words") << u"yearOfBirth"_s << QJsonValue(u"nineteen ninety"_s);
        QTest::newRow("year of Methuselah") << u"yearOfBirth"_s << QJsonValue(1);
        QTest::newRow("name null") << u"name"_s << QJsonValue();
        QTest::newRow("name an object") << u"name"_s << QJsonValue(QJsonObject());
        QTest::newRow("id null") << u"id"_s << QJsonValue();
    }
    void whatIsOddIsReadAsNothing()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        const auto read = readAs<DiscoverRequest>(CallbackKind::Discover, asking(member, value));
        QVERIFY(read.has_value()); // it is answered "not found", not dropped
        QVERIFY(member != u"verifiedIdentifiers" || read->verified.isEmpty());
        QVERIFY(member != u"gender" || read->gender == Gender::Unknown);
        QVERIFY(member != u"yearOfBirth" || !read->yearOfBirth);
        QVERIFY(member != u"name" || read->name.isEmpty());
        QVERIFY(member != u"id" || read->abhaAddress.isEmpty());
    }

    void aYearMayBeText()
    {
        const auto read = readAs<DiscoverRequest>(CallbackKind::Discover, asking(u"yearOfBirth"_s, u"1990"_s));
        QCOMPARE(read->yearOfBirth, std::optional(1990));
    }

    void withoutATransactionThereIsNoConversation_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("discover") << int(CallbackKind::Discover);
        QTest::newRow("init") << int(CallbackKind::LinkInit);
        QTest::newRow("confirm") << int(CallbackKind::LinkConfirm);
    }
    void withoutATransactionThereIsNoConversation()
    {
        QFETCH(int, kind);
        QCOMPARE(parseCallback(CallbackKind(kind), "{}").error().code, u"CB-MISSING"_s);
        const QString endless(101, u'x');
        const QJsonObject body{
            {u"transactionId"_s, endless}, {u"confirmation"_s, QJsonObject{{u"linkRefNumber"_s, endless}}}};
        QCOMPARE(parseCallback(CallbackKind(kind), bytes(body)).error().code, u"CB-VALUE"_s);
    }

    void aChoiceComesAsAListOrAsOne()
    {
        const QList<CareContextRef> both{CareContextRef(u"OP-2026-000117"_s), CareContextRef(u"RX-2026-000117"_s)};
        auto body = test::sample(u"link_init_callback"_s);
        const auto list = readAs<LinkInit>(CallbackKind::LinkInit, bytes(body));
        QCOMPARE(list->chosen, both);
        QCOMPARE(list->abhaAddress, u"asha.verma1990@sbx"_s);
        QVERIFY(!list->refusedByGateway);
        body.insert(u"patient"_s, body[u"patient"][0].toObject());
        QCOMPARE(readAs<LinkInit>(CallbackKind::LinkInit, bytes(body))->chosen, both.first(1));
        body.insert(u"patient"_s, u"UHID-000482"_s);
        QVERIFY(readAs<LinkInit>(CallbackKind::LinkInit, bytes(body))->chosen.isEmpty());
    }

    void aChoiceThatTheGatewayRefused()
    {
        const auto read = readAs<LinkInit>(CallbackKind::LinkInit, test::sampleBytes(u"link_init_error_callback"_s));
        QVERIFY(read->refusedByGateway);
        QCOMPARE(read->refusalCode, u"ABDM-1056"_s);
    }

    void theTypedCode_data()
    {
        QTest::addColumn<QJsonValue>("token");
        QTest::addColumn<QByteArray>("read");
        QTest::newRow("text") << QJsonValue(u"123456"_s) << QByteArray("123456");
        QTest::newRow("number") << QJsonValue(123456) << QByteArray("123456");
        QTest::newRow("number that lost its zeros") << QJsonValue(456) << QByteArray("000456");
        QTest::newRow("text with blanks") << QJsonValue(u" 012345 "_s) << QByteArray("012345");
        QTest::newRow("nothing") << QJsonValue() << QByteArray("000000");
        QTest::newRow("too long") << QJsonValue(u"1234567"_s) << QByteArray("1234567");
    }
    void theTypedCode()
    {
        QFETCH(QJsonValue, token);
        QFETCH(QByteArray, read);
        auto body = test::sample(u"link_confirm_callback"_s);
        body.insert(u"confirmation"_s,
            QJsonObject{{u"token"_s, token}, {u"linkRefNumber"_s, u"9b1d6f3e-0a7c-4f58-8c2b-3d4e5f6a7b18"_s}});
        const auto confirm = readAs<LinkConfirm>(CallbackKind::LinkConfirm, bytes(body));
        QCOMPARE(confirm->linkReference, u"9b1d6f3e-0a7c-4f58-8c2b-3d4e5f6a7b18"_s);
        QCOMPARE(confirm->token.reveal(), read);
    }

    void theAnswersAreThoseOfTheContract_data()
    {
        QTest::addColumn<QString>("sample");
        QTest::addColumn<QJsonObject>("body");
        const TransactionId transaction(u"26b76ec8-2f3f-4c49-9e0e-1e0f8d8a7b16"_s);
        const auto reply = [](const char *name) {
            return RequestId(test::sample(QString::fromLatin1(name))[u"response"][u"requestId"].toString());
        };
        QTest::newRow("on-discover")
            << u"on_discover_request"_s
            << OnDiscover{transaction, asha(), {u"MOBILE"_s}, reply("on_discover_request"), {}}.body();
        QTest::newRow("on-discover, error") << u"on_discover_error"_s
                                            << OnDiscover{transaction, {}, {}, reply("on_discover_error"),
                                                   CallError{u"ABDM-1010"_s, u"Patient not found"_s}}
                                                   .body();
        QTest::newRow("on-init") << u"on_init_request"_s
                                 << OnLinkInit{transaction, u"9b1d6f3e-0a7c-4f58-8c2b-3d4e5f6a7b18"_s, u"DIRECT"_s,
                                        u"OTP sent to ******0001"_s, *UtcTime::parse(u"2026-02-12T09:45:00.000Z"),
                                        reply("on_init_request"), {}}
                                        .body();
        QTest::newRow("on-init, error") << u"on_init_error"_s
                                        << OnLinkInit{transaction, {}, {}, {}, {}, reply("on_init_error"),
                                               CallError{u"ABDM-1057"_s, u"Invalid Care Contexts"_s}}
                                               .body();
        QTest::newRow("on-confirm") << u"on_confirm_request"_s
                                    << OnLinkConfirm{asha(), reply("on_confirm_request"), {}}.body();
        QTest::newRow("on-confirm, error")
            << u"on_confirm_error"_s
            << OnLinkConfirm{{}, reply("on_confirm_error"), CallError{u"ABDM-1035"_s, u"OTP does not matched"_s}}
                   .body();
    }
    void theAnswersAreThoseOfTheContract()
    {
        QFETCH(QString, sample);
        QFETCH(QJsonObject, body);
        QCOMPARE(body, test::sample(sample));
    }

    void aDuplicateConfirmationWasHeardBefore()
    {
        GatewayRefusal refusal;
        refusal.httpStatus = 400;
        refusal.code = u"ABDM-1108"_s;
        QCOMPARE(classify(refusal, operation::onLinkConfirm), RefusalClass::AlreadyDone);
        QCOMPARE(classify(refusal, operation::onDiscover), RefusalClass::Final);
        refusal.code = u"ABDM-1106"_s;
        QCOMPARE(classify(refusal, operation::onDiscover), RefusalClass::AlreadyDone);
    }
};

QTEST_GUILESS_MAIN(TstDiscoveryWire)
#include "tst_discovery_wire.moc"
