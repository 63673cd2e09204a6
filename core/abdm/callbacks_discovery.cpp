#include "abdm/callback_parsers.h"
#include "domain/mobile.h"

#include <QJsonArray>

namespace nadi::abdm
{
namespace
{

using namespace Qt::StringLiterals;
using Type = NetworkIdentifier::Type;

constexpr qsizetype longestId = 100;
constexpr qsizetype longestText = 200;
constexpr qsizetype mostIdentifiers = 20;
constexpr qsizetype mostContexts = 200;

Type typeOf(QStringView word)
{
    if (word == u"MOBILE")
        return Type::Mobile;
    if (word == u"ABHA_NUMBER" || word == u"NDHM_HEALTH_NUMBER")
        return Type::AbhaNumber;
    if (word == u"ABHA_ADDRESS" || word == u"HEALTH_ID")
        return Type::AbhaAddress;
    return word == u"MR" ? Type::RecordNumber : Type::Other;
}

QString addressOf(const QString &text)
{
    const auto address = AbhaAddress::parse(text.trimmed());
    return address ? address->value().toLower() : QString();
}

QString normalised(Type type, const QString &text)
{
    switch (type) {
    case Type::Mobile:
        return mobileFromTyped(text);
    case Type::AbhaNumber:
        return AbhaNumber::parse(text)
            .map([](const AbhaNumber &number) { return number.digits(); })
            .value_or(QString());
    case Type::AbhaAddress:
        return addressOf(text);
    case Type::RecordNumber:
        return text.simplified().left(longestText);
    case Type::Other:
        break;
    }
    return {};
}

QList<NetworkIdentifier> identifiersOf(const Fields &patient, QStringView key)
{
    QList<NetworkIdentifier> out;
    for (const auto &entry : patient.value(key).toArray()) {
        const Fields one(entry.toObject());
        const auto type = typeOf(one.looseText(u"type").trimmed().toUpper());
        const NetworkIdentifier identifier{type, normalised(type, one.looseText(u"value"))};
        if (!identifier.value.isEmpty() && !out.contains(identifier) && out.size() < mostIdentifiers)
            out << identifier;
    }
    return out;
}

TransactionId transactionOf(Fields &fields)
{
    const auto id = fields.text(u"transactionId");
    if (id.size() > longestId)
        fields.refuse(u"CB-VALUE"_s, u"transactionId");
    return TransactionId(id);
}

/// "D" and "T" are other genders to us; everything unknown stays unknown.
Gender genderOf(const QString &text)
{
    const auto letter = text.trimmed().left(1).toUpper();
    return letter == u"D" || letter == u"T" ? Gender::Other : genderFromWire(letter);
}

void takeContexts(const QJsonObject &patient, QList<CareContextRef> &out)
{
    for (const auto &entry : patient.value("careContexts"_L1).toArray()) {
        const CareContextRef reference(entry[u"referenceNumber"].toString().left(longestId));
        if (!reference.isEmpty() && !out.contains(reference) && out.size() < mostContexts)
            out << reference;
    }
}

}

DiscoverRequest parseDiscover(Fields &fields)
{
    DiscoverRequest out;
    out.transaction = transactionOf(fields);
    const auto patient = fields.object(u"patient");
    out.abhaAddress = addressOf(patient.looseText(u"id"));
    out.verified = identifiersOf(patient, u"verifiedIdentifiers");
    out.unverified = identifiersOf(patient, u"unverifiedIdentifiers");
    out.name = patient.looseText(u"name").simplified().left(longestText);
    out.gender = genderOf(patient.looseText(u"gender"));
    bool isNumber = false;
    if (const int year = patient.looseText(u"yearOfBirth").toInt(&isNumber); isNumber && year >= 1900 && year <= 2200)
        out.yearOfBirth = year;
    return out;
}

LinkInit parseLinkInit(Fields &fields)
{
    LinkInit out;
    out.transaction = transactionOf(fields);
    out.abhaAddress = addressOf(fields.looseText(u"abhaAddress"));
    if (const auto error = fields.callbackError()) {
        out.refusedByGateway = true;
        out.refusalCode = error->code.left(longestId);
        return out;
    }
    // Gateways send one patient or a list of them (5.3).
    if (const auto one = fields.value(u"patient"); one.isObject())
        takeContexts(one.toObject(), out.chosen);
    else
        for (const auto &entry : one.toArray())
            takeContexts(entry.toObject(), out.chosen);
    return out;
}

LinkConfirm parseLinkConfirm(Fields &fields)
{
    LinkConfirm out;
    auto confirmation = fields.object(u"confirmation");
    out.linkReference = confirmation.text(u"linkRefNumber");
    if (out.linkReference.size() > longestId)
        confirmation.refuse(u"CB-VALUE"_s, u"linkRefNumber");
    auto digits = confirmation.looseText(u"token").trimmed().toLatin1().left(longestId);
    out.token = Secret(digits.rightJustified(linkCodeDigits, '0'));
    Secret::wipe(digits);
    return out;
}

}
