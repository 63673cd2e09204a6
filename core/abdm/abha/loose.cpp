#include "abdm/abha/loose.h"

#include <algorithm>

namespace nadi::abdm::abha
{
namespace
{
constexpr qsizetype longestText = 500;
constexpr qsizetype longestToken = 16 * 1024;
constexpr qsizetype largestPhoto = 100 * 1024;

QString plainText(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toInteger());
    auto text = value.toString().left(longestText).simplified();
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return text;
}
}

QString Loose::text(Keys keys) const
{
    for (const auto *key : keys)
        if (auto text = plainText(m_object.value(QStringView(key))); !text.isEmpty())
            return text;
    return {};
}

bool Loose::flag(Keys keys) const
{
    return std::any_of(keys.begin(), keys.end(), [this](const char16_t *key) {
        const auto value = m_object.value(QStringView(key));
        return value.toBool() || value.toString().compare(u"true", Qt::CaseInsensitive) == 0;
    });
}

Loose Loose::object(Keys keys) const
{
    for (const auto *key : keys)
        if (const auto value = m_object.value(QStringView(key)); value.isObject())
            return Loose(value.toObject());
    return Loose({});
}

QJsonArray Loose::array(Keys keys) const
{
    for (const auto *key : keys)
        if (const auto value = m_object.value(QStringView(key)); value.isArray())
            return value.toArray();
    return {};
}

QStringList Loose::texts(Keys keys) const
{
    QStringList out;
    for (const auto &value : array(keys))
        if (const auto text = plainText(value); !text.isEmpty())
            out.append(text);
    return out;
}

std::chrono::seconds Loose::seconds(const char16_t *key, std::chrono::seconds usual) const
{
    bool good = false;
    const auto count = text({key}).toInt(&good);
    return good && count > 0 ? std::chrono::seconds(count) : usual;
}

Secret Loose::secret(const char16_t *key) const
{
    auto token = m_object.value(QStringView(key)).toString().toLatin1();
    const bool fits = token.size() <= longestToken
        && std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7f; });
    Secret out(std::move(token));
    return fits ? out : Secret();
}

QByteArray Loose::base64(const char16_t *key) const
{
    auto text = m_object.value(QStringView(key)).toString().toLatin1();
    return text.size() <= 2 * largestPhoto ? text : QByteArray();
}

std::optional<AbhaNumber> readNumber(const QString &text)
{
    const auto number = AbhaNumber::parse(text);
    return number ? std::optional(*number) : std::nullopt;
}

std::optional<AbhaAddress> readAddress(const QString &text, const QString &suffix)
{
    if (text.isEmpty())
        return std::nullopt;
    const auto address = AbhaAddress::parse(text.contains(u'@') ? text : text + u'@' + suffix);
    return address ? std::optional(*address) : std::nullopt;
}

Gender readGender(const QString &text)
{
    return genderFromWire(text.left(1).toUpper());
}

AbhaStatus readStatus(const QString &text)
{
    if (text.isEmpty() || text.compare(u"ACTIVE", Qt::CaseInsensitive) == 0)
        return AbhaStatus::Active;
    if (text.startsWith(u"DEACTIV", Qt::CaseInsensitive))
        return AbhaStatus::Deactivated;
    return text.startsWith(u"DELET", Qt::CaseInsensitive) ? AbhaStatus::Deleted : AbhaStatus::Unknown;
}

BirthDate readBirth(const Loose &person)
{
    const auto year = person.text({u"yearOfBirth"});
    auto text = year;
    if (const auto month = person.text({u"monthOfBirth"}); !year.isEmpty() && !month.isEmpty()) {
        text += u'-' + month;
        if (const auto day = person.text({u"dayOfBirth"}); !day.isEmpty())
            text += u'-' + day;
    }
    if (text.isEmpty())
        text = person.text({u"dob", u"dateOfBirth"});
    return BirthDate::readLoosely(text).value_or(BirthDate());
}

QString readName(const Loose &person)
{
    QStringList parts;
    for (const auto *key : {u"firstName", u"middleName", u"lastName"})
        if (const auto part = person.text({key}); !part.isEmpty())
            parts.append(part);
    return parts.isEmpty() ? person.text({u"name", u"fullName"}) : parts.join(u' ');
}

bool isPng(QByteArrayView bytes)
{
    return bytes.startsWith(QByteArrayView("\x89PNG\r\n\x1a\n", 8));
}

bool isJpeg(QByteArrayView bytes)
{
    return bytes.startsWith(QByteArrayView("\xff\xd8\xff", 3));
}

QByteArray readPhoto(const Loose &person)
{
    for (const auto *key : {u"profilePhoto", u"photo", u"kycPhoto"}) {
        const auto bytes = QByteArray::fromBase64(person.base64(key));
        if (bytes.size() <= largestPhoto && (isPng(bytes) || isJpeg(bytes)))
            return bytes;
    }
    return {};
}

Methods readMethods(const Loose &account)
{
    auto names = account.texts({u"authMethods"});
    for (const auto &blocked : account.texts({u"blockedAuthMethods"}))
        names.removeAll(blocked);
    Methods methods;
    methods.mobileOtp = names.contains(u"MOBILE_OTP");
    methods.aadhaarOtp = names.contains(u"AADHAAR_OTP");
    methods.fingerprint = names.contains(u"AADHAAR_BIO");
    methods.face = names.contains(u"AADHAAR_FACE") || names.contains(u"FACE");
    methods.iris = names.contains(u"AADHAAR_IRIS") || names.contains(u"IRIS");
    return methods;
}

}
