#include "abdm/endpoint.h"
#include "bridge/call_verdict.h"
#include "flows/flow_driver.h"

#include <QFile>
#include <QRegularExpression>

using namespace nadi;
using namespace nadi::test;
using abdm::CallbackKind;

namespace
{

enum class Call { Token, Link, Announce, Invite };
enum class Heard { Answer, Callback };

constexpr std::array calls{Call::Token, Call::Link, Call::Announce, Call::Invite};

QString tableFile()
{
    return QStringLiteral(NADI_SOURCE_DIR "/tests/bridge/gateway_codes.txt");
}

/// Codes of a cell like "1000, 1011" or "9001 to 9007".
QStringList codesIn(const QString &cell)
{
    static const QRegularExpression range(u"^(\\d+) to (\\d+)$"_s);
    QStringList out;
    for (const auto &part : cell.split(u',')) {
        const auto text = part.trimmed();
        const auto ends = range.match(text);
        if (!ends.hasMatch())
            out << text;
        for (int code = ends.captured(1).toInt(); ends.hasMatch() && code <= ends.captured(2).toInt(); ++code)
            out << QString::number(code);
    }
    return out;
}

/// The codes of section 8.3; empty when the reference is not beside the project.
QStringList codesOfReference()
{
    const auto set = qEnvironmentVariable("NADI_SHARED_DIR", QStringLiteral(NADI_SOURCE_DIR "/../shared"));
    QFile file(set + u"/reference/abdm-v3-gateway.md"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto text = QString::fromUtf8(file.readAll());
    const auto from = text.indexOf(u"### 8.3 "_s);
    static const QRegularExpression row(u"^\\| (\\d[\\d, to]*) \\|"_s);
    QStringList out;
    for (const auto &line : text.mid(from, text.indexOf(u"### 8.4 "_s) - from).split(u'\n'))
        if (const auto cell = row.match(line); cell.hasMatch())
            out << codesIn(cell.captured(1));
    return out;
}

/// "1207" as the gateway writes it; the API manager's codes have no prefix (8.2).
QString wire(const QString &code)
{
    return code.size() == 4 ? u"ABDM-"_s + code : code;
}

/// A delivery whose call of this kind has just left.
FlowDriver waitingFor(Call call)
{
    if (call == Call::Announce) {
        auto d = linkedDelivery();
        d.sleep();
        return d;
    }
    auto d = newDelivery();
    if (call == Call::Link)
        d.haveToken();
    if (call == Call::Invite)
        d.facts.patient->abhaAddress.reset();
    d.apply(flows::Started{});
    return d;
}

void answer(FlowDriver &d, const QString &code)
{
    using Tell = bridge::CallVerdict::Tell;
    abdm::CallAnswer said;
    said.outcome = abdm::CallOutcome::Refused;
    said.refusal = {400, code, {}};
    const auto operation = d.operation();
    const auto verdict = bridge::judgeCall(said, *abdm::retryPlanFor(operation), {operation, 1, 48h});
    if (verdict.tell == Tell::Accepted)
        d.accept();
    else if (verdict.tell == Tell::Refused)
        d.refuse(verdict.code);
    else
        d.apply(flows::CallDelayed{d.key(), verdict.code, 1, d.facts.now + verdict.retryIn, verdict.networkDown});
}

void callback(FlowDriver &d, Call call, const QString &code)
{
    d.accept();
    switch (call) {
    case Call::Token:
        return d.tokenFails(code);
    case Call::Link: {
        abdm::OnLinkCareContext body{u"asha.verma1990@sbx"_s, u"Failed"_s, abdm::CallbackError{code, {}}, {}};
        return d.callback(CallbackKind::OnLinkCareContext, body);
    }
    case Call::Announce:
        return d.notifyArrives(CallbackKind::OnContextNotify, code);
    case Call::Invite:
        return d.notifyArrives(CallbackKind::OnSmsNotify, code);
    }
}

QString standing(const FlowDriver &d, Call call, qsizetype callsBefore)
{
    const auto phase = d.phase();
    if (phase == "attention"_L1)
        return d.reason() == "IDENTITY"_L1 ? u"identity"_s : u"attention"_s;
    if (phase == "paused"_L1)
        return d.wakeAt >= d.facts.now + 24h ? u"blocked"_s : u"later"_s;
    if (phase == "announced"_L1)
        return u"announced"_s;
    if (call == Call::Link && phase == "linked"_L1)
        return u"linked"_s;
    if (d.calls.size() > callsBefore)
        return d.operation() == abdm::operation::generateToken ? u"new-token"_s : u"sent again"_s;
    if (phase.endsWith("-queued"_L1))
        return u"later"_s; // the courier has it
    if (call != Call::Announce)
        return u"waits"_s; // "…-requested", "…-submitted"
    const auto state = d.state.value("call"_L1).toString();
    return !state.isEmpty() && d.state.contains("waitingSince"_L1) ? u"waits"_s : u"later"_s;
}

}

/// Every error code that the reference lists leads where it says, whichever way it comes (4.1, 4.2, 4.3, 8.3, 8.4).
class TestGatewayCodes : public QObject
{
    Q_OBJECT

    struct Row
    {
        QStringList codes;
        QStringList states; ///< answer and callback for each call
    };
    static QList<Row> table()
    {
        QFile file(tableFile());
        QList<Row> rows;
        if (!file.open(QIODevice::ReadOnly))
            return rows;
        static const QRegularExpression gaps(u"\\s+"_s);
        for (const auto &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (line.startsWith(u'#') || line.trimmed().isEmpty())
                continue;
            auto columns = line.split(u'|');
            Row row{columns.takeFirst().split(gaps, Qt::SkipEmptyParts), {}};
            for (const auto &column : columns)
                row.states << column.split(gaps, Qt::SkipEmptyParts);
            rows << row;
        }
        return rows;
    }

private Q_SLOTS:
    void theTableNamesEveryCodeOfTheReferenceOnce()
    {
        QStringList named;
        for (const auto &row : table()) {
            QCOMPARE(row.states.size(), qsizetype(2 * calls.size()));
            named << row.codes;
        }
        QCOMPARE(named.removeDuplicates(), 0);
        auto listed = codesOfReference();
        if (listed.isEmpty())
            QSKIP("NOT TESTED: no reference folder beside the project (NADI_SHARED_DIR)");
        listed.removeDuplicates();
        named.sort();
        listed.sort();
        QVERIFY(listed.size() > 120);
        QCOMPARE(named, listed);
    }

    void everyCodeLeadsToItsState_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("states");
        for (const auto &row : table())
            for (const auto &code : row.codes)
                QTest::newRow(qPrintable(code)) << wire(code) << row.states;
    }
    void everyCodeLeadsToItsState()
    {
        QFETCH(QString, code);
        QFETCH(QStringList, states);
        qsizetype column = 0;
        for (const auto call : calls)
            for (const auto heard : {Heard::Answer, Heard::Callback}) {
                auto d = waitingFor(call);
                const auto before = d.calls.size();
                if (heard == Heard::Answer)
                    answer(d, code);
                else
                    callback(d, call, code);
                const auto found = standing(d, call, before);
                const auto where = u"call %1, %2: %3"_s.arg(int(call)).arg(int(heard)).arg(d.phase());
                QVERIFY2(found == states[column++], qPrintable(where + u", "_s + found));
                // Nobody is left without a next step: a time, a person, or the end.
                QVERIFY(
                    d.wakeAt.isSet() || d.isFinished() || d.phase() == "attention"_L1 || d.phase() == "announced"_L1);
            }
    }
};

QTEST_GUILESS_MAIN(TestGatewayCodes)
#include "tst_gateway_codes.moc"
