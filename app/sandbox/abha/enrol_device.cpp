// Enrolment with a capture of a registered device: the ABHA service and UIDAI behind it (abha-m1.md 3.3).

#include "sandbox/abha/accounts.h"
#include "sandbox/abha/enrolment.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
/// What the reference's wadh is for a finger and, after UIDAI's text, for an iris.
QByteArray expectedWadh(const QByteArray &kind)
{
    return QCryptographicHash::hash(kind == "iris" ? "2.5IYYNN" : "2.5FYYNN", QCryptographicHash::Sha256).toBase64();
}

QByteArray dataOf(const QString &pid)
{
    static const QRegularExpression data(u"<Data type=\"X\">([^<]+)</Data>"_s);
    const auto xml = QByteArray::fromBase64(pid.toLatin1());
    return data.match(QString::fromUtf8(xml)).captured(1).toLatin1();
}
}

Outcome enrolByDevice(Office &office, const Call &call)
{
    const auto kind = call.body[u"authData"][u"authMethods"][0].toString().toLatin1();
    const auto proof = call.body[u"authData"][QLatin1String(kind)].toObject();
    const auto pid = proof[kind == "iris" ? u"Pid"_s : u"fingerPrintAuthPid"_s].toString();
    const auto aadhaar = office.key.open(proof[u"aadhaar"].toString());
    const auto *person = aadhaar ? office.people.byAadhaar(*aadhaar) : nullptr;
    if (!person)
        return keyed(u"aadhaar", u"Invalid Aadhaar Number"_s);
    // A capture is good once.
    const auto capture = office.device.captures.take(dataOf(pid));
    if (capture.person.isEmpty() || capture.kind != kind)
        return keyed(u"PID", kind == "iris" ? u"Invalid Iris Auth PID"_s : u"Invalid Fingerprint Auth PID"_s);
    if (capture.wadh != expectedWadh(kind))
        return wrapped(422, "K-547", u"Invalid wadh"_s);
    if (capture.person != person->id)
        return wrapped(422, "ABDM-1204", u"UIDAI Error code : 300 : Biometric data did not match."_s);
    auto &transaction = office.transactions.begin(Flow::EnrolAadhaar);
    transaction.person = person->id;
    return enrolledAccount(office, call, transaction, proof[u"mobile"].toString());
}

}
