#include "sandbox/contract.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace nadi::sandbox;
using namespace Qt::StringLiterals;

namespace
{
QByteArray resource(const QString &path)
{
    QFile file(QStringLiteral(NADI_SOURCE_DIR "/resources/abdm/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Written with single quotes, which read better inside C++ text.
QJsonObject object(QByteArray json)
{
    return QJsonDocument::fromJson(json.replace('\'', '"')).object();
}
}

class TestContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySampleFitsItsOperation_data()
    {
        QTest::addColumn<QJsonObject>("schema");
        QTest::addColumn<QString>("sample");
        const auto paths
            = QJsonDocument::fromJson(resource(u"abdm-v3-hospital.openapi.json"_s)).object()[u"paths"].toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path)
            for (const auto &method : path.value().toObject()) {
                const auto content = method[u"requestBody"][u"content"][u"application/json"].toObject();
                for (const auto &example : content[u"examples"].toObject()) {
                    const auto file = example[u"externalValue"].toString();
                    QTest::newRow(qPrintable(file)) << content[u"schema"].toObject() << file;
                }
            }
    }
    void everySampleFitsItsOperation()
    {
        QFETCH(QJsonObject, schema);
        QFETCH(QString, sample);
        const auto document = QJsonDocument::fromJson(resource(u"abdm-v3-hospital.openapi.json"_s)).object();
        const SchemaChecker checker(document[u"components"][u"schemas"].toObject());
        const auto body = QJsonDocument::fromJson(resource(sample)).object();
        QVERIFY(!body.isEmpty());
        const auto wrong = checker.fault(body, schema);
        QVERIFY2(!wrong, qPrintable(wrong.value_or(QString())));
    }

    void eachRuleOfTheSchemaIsApplied_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        const auto row = [](const char *name, const char *schema, const char *good, const char *bad) {
            QTest::newRow(name) << QByteArray(schema) << QByteArray(good) << QByteArray(bad);
        };
        row("type", "{'properties':{'v':{'type':'integer'}}}", "{'v':3}", "{'v':3.5}");
        row("required", "{'required':['v']}", "{'v':null}", "{}");
        row("nullable", "{'properties':{'v':{'type':'string','nullable':true}}}", "{'v':null}", "{'v':1}");
        row("not nullable", "{'properties':{'v':{'type':'string'}}}", "{'v':''}", "{'v':null}");
        row("enum", "{'properties':{'v':{'enum':['a']}}}", "{'v':'a'}", "{'v':'b'}");
        row("pattern", "{'properties':{'v':{'pattern':'^[0-9]{2}$'}}}", "{'v':'12'}", "{'v':'123'}");
        row("pattern end", "{'properties':{'v':{'pattern':'^[0-9]{2}$'}}}", "{'v':'12'}", "{'v':'12\\n'}");
        row("minLength", "{'properties':{'v':{'minLength':1}}}", "{'v':'a'}", "{'v':''}");
        row("maxLength", "{'properties':{'v':{'maxLength':1}}}", "{'v':'a'}", "{'v':'ab'}");
        row("minimum", "{'properties':{'v':{'minimum':1}}}", "{'v':1}", "{'v':0}");
        row("maximum", "{'properties':{'v':{'maximum':1}}}", "{'v':1}", "{'v':2}");
        row("minItems", "{'properties':{'v':{'minItems':1}}}", "{'v':[1]}", "{'v':[]}");
        row("maxItems", "{'properties':{'v':{'maxItems':1}}}", "{'v':[1]}", "{'v':[1,2]}");
        row("items", "{'properties':{'v':{'items':{'type':'string'}}}}", "{'v':['a']}", "{'v':['a',1]}");
        row("additionalProperties", "{'properties':{'v':{}},'additionalProperties':false}", "{'v':1}", "{'v':1,'w':1}");
        row("oneOf", "{'oneOf':[{'required':['a']},{'required':['b']}]}", "{'a':1}", "{'a':1,'b':1}");
        row("anyOf", "{'anyOf':[{'required':['a']},{'required':['b']}]}", "{'a':1,'b':1}", "{'c':1}");
        row("allOf", "{'allOf':[{'required':['a']},{'required':['b']}]}", "{'a':1,'b':1}", "{'a':1}");
        row("$ref", "{'properties':{'v':{'$ref':'#/components/schemas/Two'}}}", "{'v':'xx'}", "{'v':'x'}");
        row("uri", "{'properties':{'v':{'format':'uri'}}}", "{'v':'https://a.in/x'}", "{'v':'a b'}");
    }
    void eachRuleOfTheSchemaIsApplied()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        const SchemaChecker checker(object("{'Two':{'type':'string','minLength':2}}"));
        QVERIFY(!checker.fault(object(good), object(schema)));
        QVERIFY(checker.fault(object(bad), object(schema)));
    }

    void onlyWhatABridgeMayCallIsFound()
    {
        const auto contract = Contract::load(resource(u"abdm-v3-hospital.openapi.json"_s));
        QVERIFY(contract);
        QVERIFY(contract->outgoing("POST", u"/api/hiecm/hip/v3/link/carecontext"_s));
        QVERIFY(!contract->outgoing("GET", u"/api/hiecm/hip/v3/link/carecontext"_s));
        QVERIFY(contract->outgoing("GET", u"/api/hiecm/gateway/v3/bridge-service/serviceId/IN0710000123"_s));
        QVERIFY(!contract->outgoing("POST", u"/api/v3/link/on_carecontext"_s));
        QVERIFY(!contract->outgoing("POST", u"/anything"_s));
        QVERIFY(!Contract::load("{}"));
    }

    void anUnknownMemberOfAPushIsFound()
    {
        const auto contract = Contract::load(resource(u"abdm-v3-hospital.openapi.json"_s));
        QVERIFY(contract);
        auto push = QJsonDocument::fromJson(resource(u"samples/data_push.json"_s)).object();
        QVERIFY(!contract->strictPushFault(push));
        push.insert(u"extra"_s, 1);
        QVERIFY(contract->strictPushFault(push));
    }
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
