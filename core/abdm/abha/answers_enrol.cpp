#include "abdm/abha/answers.h"
#include "abdm/abha/loose.h"

namespace nadi::abdm::abha
{
namespace
{
constexpr qsizetype mostSuggestions = 50;

/// The transaction without which the flow cannot go on.
Answer<Loose> withTransaction(const Reply &reply)
{
    const auto object = readObject(reply);
    if (!object)
        return tl::unexpected(object.error());
    if (Loose(*object).text({u"txnId"}).isEmpty())
        return tl::unexpected(unreadable(reply, QStringLiteral("ABHA-TXN")));
    return Loose(*object);
}

QString withoutSuffix(const QString &address)
{
    return address.section(u'@', 0, 0);
}
}

Answer<QByteArray> readCertificate(const Reply &reply)
{
    const auto object = readObject(reply);
    if (!object)
        return tl::unexpected(object.error());
    auto der = QByteArray::fromBase64(Loose(*object).base64(u"publicKey"));
    if (der.isEmpty())
        return tl::unexpected(unreadable(reply, QStringLiteral("ABHA-CERT")));
    return der;
}

Answer<OtpSent> readOtpSent(const Reply &reply)
{
    return withTransaction(reply).map(
        [](const Loose &object) { return OtpSent{object.text({u"txnId"}), object.text({u"message"})}; });
}

Answer<TransactionRef> readTransaction(const Reply &reply)
{
    return withTransaction(reply).map([](const Loose &object) { return object.text({u"txnId"}); });
}

Answer<Enrolled> readEnrolled(const Reply &reply, const QString &suffix)
{
    const auto json = readObject(reply);
    if (!json)
        return tl::unexpected(json.error());
    const Loose object(*json);
    Enrolled out;
    // The older spelling of 3.2 has a capital E.
    for (const auto *key : {u"ABHAProfile", u"enrolProfile", u"EnrolProfile"})
        if (const auto person = json->value(QStringView(key)).toObject(); !person.isEmpty())
            out.profile = profileFrom(person, suffix);
    // A demographic creation answers flat, in names of its own (3.3).
    if (object.has(u"healthIdNumber"))
        out.profile = profileFrom(*json, suffix);
    if (!out.profile.number && out.profile.enrolmentNumber.isEmpty())
        return tl::unexpected(unreadable(reply, QStringLiteral("ABHA-PROFILE")));
    const auto tokens = object.object({u"tokens", u"jwtResponse"});
    out.token = {tokens.secret(u"token"), tokens.secret(u"refreshToken"),
        tokens.seconds(u"expiresIn", std::chrono::seconds(1800))};
    out.transaction = object.text({u"txnId"});
    out.message = object.text({u"message"});
    const bool isNew = object.has(u"isNew") || object.has(u"new")
        ? object.flag({u"isNew", u"new"})
        : !out.message.contains(u"already exist", Qt::CaseInsensitive);
    out.account = isNew ? Enrolled::Account::Created : Enrolled::Account::Existed;
    return out;
}

Answer<MobileVerified> readMobileVerified(const Reply &reply)
{
    // authResult has been looked at: here it is the whole answer, so it must be there.
    const auto json = readObject(reply);
    if (!json)
        return tl::unexpected(json.error());
    const Loose object(*json);
    if (object.text({u"authResult"}).isEmpty())
        return tl::unexpected(unreadable(reply, QStringLiteral("ABHA-RESULT")));
    return MobileVerified{object.text({u"txnId"}), object.text({u"message"})};
}

Answer<Suggestions> readSuggestions(const Reply &reply)
{
    const auto json = readObject(reply);
    if (!json)
        return tl::unexpected(json.error());
    const Loose object(*json);
    Suggestions out;
    out.transaction = object.text({u"txnId"});
    for (const auto &address : object.texts({u"abhaAddressList"}).mid(0, mostSuggestions))
        out.localParts.append(withoutSuffix(address));
    return out;
}

Answer<AbhaAddress> readChosenAddress(const Reply &reply, const QString &suffix)
{
    const auto json = readObject(reply);
    if (!json)
        return tl::unexpected(json.error());
    const auto address = readAddress(Loose(*json).text({u"preferredAbhaAddress", u"abhaAddress"}), suffix);
    if (!address)
        return tl::unexpected(unreadable(reply, QStringLiteral("ABHA-ADDRESS")));
    return *address;
}

Answer<FacePoll> readFacePoll(const Reply &reply)
{
    const auto json = readObject(reply);
    if (!json)
        return tl::unexpected(json.error());
    const auto status = Loose(*json).text({u"status"}).toUpper();
    if (status == u"PENDING")
        return FacePoll::Pending;
    if (status == u"VERIFIED")
        return FacePoll::Verified;
    if (status == u"FAILED")
        return FacePoll::Failed;
    if (status.startsWith(u"COMPLETE")) // COMPLETED is seen as well (3.3)
        return FacePoll::Complete;
    return tl::unexpected(unreadable(reply, QStringLiteral("ABHA-RESULT")));
}

}
