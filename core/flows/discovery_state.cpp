#include "flows/discovery_state.h"

#include "flows/start.h"
#include "flows/state_json.h"

#include <QUuid>

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;
using P = DiscoveryPhase;

constexpr std::array phases{
    Word<P>{P::Ready, "ready"_L1},
    Word<P>{P::Nothing, "nothing"_L1},
    Word<P>{P::Offered, "offered"_L1},
    Word<P>{P::CodeWanted, "code-wanted"_L1},
    Word<P>{P::CodeSent, "code-sent"_L1},
    Word<P>{P::Confirmed, "confirmed"_L1},
    Word<P>{P::Linked, "linked"_L1},
    Word<P>{P::Closed, "closed"_L1},
};

constexpr QChar between = u'\x1f';

const QString visit = u"visit"_s;

QStringList texts(const QList<UnlinkedContext> &contexts)
{
    QStringList out;
    for (const auto &one : contexts)
        out << QStringList{one.careContext.value(), toWire(one.type), one.issuedOn.toString(Qt::ISODate),
            one.kind == CareContextKind::Visit ? visit : QString()}
                   .join(between);
    return out;
}

QList<UnlinkedContext> contextsOf(StateReader &reader, QLatin1StringView key)
{
    QList<UnlinkedContext> out;
    for (const auto &text : reader.texts(key)) {
        const auto parts = text.split(between);
        const auto type = parts.size() == 4 ? hiTypeFromWire(parts[1]) : std::nullopt;
        if (!type)
            reader.refuse(key);
        else
            out << UnlinkedContext{CareContextRef(parts[0]), *type, QDate::fromString(parts[2], Qt::ISODate),
                parts[3] == visit ? CareContextKind::Visit : CareContextKind::Document};
    }
    return out;
}

}

QJsonObject DiscoveryFlow::toJson() const
{
    StateWriter w;
    w.text("phase"_L1, wordOf(phases, phase));
    w.text("transaction"_L1, transaction.value());
    w.text("abhaAddress"_L1, abhaAddress);
    w.text("abhaNumber"_L1, abhaNumber);
    w.text("patient"_L1, patient.value());
    w.text("patientReference"_L1, patientReference);
    w.text("display"_L1, display);
    w.texts("offered"_L1, texts(offered));
    w.texts("chosen"_L1, texts(chosen));
    w.text("initRequest"_L1, initRequest.value());
    w.text("linkCall"_L1, linkCalls.join(u' '));
    w.text("codeCall"_L1, codeCall);
    w.time("codeAskedAt"_L1, codeAskedAt);
    w.number("codes"_L1, codes);
    w.number("tries"_L1, tries);
    w.text("codeSalt"_L1, QString::fromLatin1(code.salt.toHex()));
    w.text("codeDigest"_L1, QString::fromLatin1(code.digest.toHex()));
    w.time("codeExpires"_L1, codeExpires);
    w.time("endsAt"_L1, endsAt);
    w.flag("unanswered"_L1, unanswered);
    w.text("reason"_L1, reason);
    return w.state();
}

Result<DiscoveryFlow> DiscoveryFlow::fromJson(const QJsonObject &state)
{
    StateReader r(state);
    DiscoveryFlow f;
    f.phase = r.word("phase"_L1, phases);
    f.transaction = TransactionId(r.text("transaction"_L1));
    f.abhaAddress = r.text("abhaAddress"_L1);
    f.abhaNumber = r.text("abhaNumber"_L1);
    f.patient = PatientId(r.text("patient"_L1));
    f.patientReference = r.text("patientReference"_L1);
    f.display = r.text("display"_L1);
    f.offered = contextsOf(r, "offered"_L1);
    f.chosen = contextsOf(r, "chosen"_L1);
    f.initRequest = RequestId(r.text("initRequest"_L1));
    f.linkCalls = r.text("linkCall"_L1).split(u' ', Qt::SkipEmptyParts);
    f.codeCall = r.text("codeCall"_L1);
    f.codeAskedAt = r.time("codeAskedAt"_L1);
    f.codes = r.number("codes"_L1);
    f.tries = r.number("tries"_L1);
    f.code = {
        QByteArray::fromHex(r.text("codeSalt"_L1).toLatin1()), QByteArray::fromHex(r.text("codeDigest"_L1).toLatin1())};
    f.codeExpires = r.time("codeExpires"_L1);
    f.endsAt = r.time("endsAt"_L1);
    f.unanswered = r.flag("unanswered"_L1);
    f.reason = r.text("reason"_L1);
    if (const auto done = r.done(); !done)
        return failed(done);
    return f;
}

QJsonObject discoveryStart()
{
    return DiscoveryFlow().toJson();
}

QString linkReferenceOf(const TransactionId &transaction)
{
    static const QUuid space(u"{5f0e7a52-9d0b-4d5c-8f4e-6f2d6e61d34a}"_s);
    return QUuid::createUuidV5(space, transaction.value()).toString(QUuid::WithoutBraces);
}

}
