#include "domain/abha_qr.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <array>

namespace nadi
{
namespace
{

constexpr qsizetype largestQr = 4296; // version 40-L, alphanumeric
constexpr qsizetype longestValue = 200;

/// Keys in lower case without blanks and underscores: "state name", "state_name" and "StateName" are one.
class Members
{
public:
    explicit Members(const QJsonObject &json)
    {
        for (auto it = json.begin(); it != json.end(); ++it) {
            auto key = it.key().toLower();
            key.remove(u' ').remove(u'_');
            m_values.insert(key, it.value().toVariant().toString().simplified());
        }
    }
    QString first(std::initializer_list<QLatin1String> keys) const
    {
        for (const auto key : keys) {
            const auto value = m_values.value(key);
            if (!value.isEmpty() && value != u"-" && value.size() <= longestValue)
                return value;
        }
        return {};
    }

private:
    QHash<QString, QString> m_values;
};

/// "26/6/1990", "3-9-2012", "1990"; a part that is masked or impossible is unknown.
BirthDate birthOf(const QString &text)
{
    QString slashed = text;
    slashed.replace(u'-', u'/');
    const auto parts = slashed.split(u'/');
    const auto number = [&](qsizetype part) -> std::optional<int> {
        bool good = false;
        const auto value = parts.value(part).toInt(&good);
        return good && value > 0 ? std::optional(value) : std::nullopt;
    };
    BirthDate birth;
    birth.year = number(parts.size() - 1);
    if (!birth.year || *birth.year < 1900 || *birth.year > 2200)
        return {};
    if (parts.size() == 3) {
        birth.month = number(1);
        birth.day = birth.month ? number(0) : std::nullopt;
    }
    const auto checked = BirthDate::parse(birth.toIso());
    return checked ? *checked : BirthDate{.year = birth.year, .month = {}, .day = {}};
}

QString mobileOf(QString text)
{
    if (text.startsWith(u"+91"))
        text.remove(0, 3);
    text.remove(u'-').remove(u' ');
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return text.size() == 10 && std::all_of(text.begin(), text.end(), digit) ? text : QString();
}

std::optional<ScannedQr> readAbha(const QJsonObject &json)
{
    using L = QLatin1String;
    const Members members(json);
    const auto number = members.first({L("hidn")});
    const auto cardAddress = members.first({L("hid")});
    const auto appAddress = members.first({L("phr")});
    AbhaQr abha;
    if (const auto parsed = AbhaNumber::parse(number); parsed)
        abha.abhaNumber = *parsed;
    if (const auto parsed = AbhaAddress::parse(appAddress.isEmpty() ? cardAddress : appAddress); parsed)
        abha.abhaAddress = *parsed;
    if (!abha.abhaNumber && !abha.abhaAddress)
        return std::nullopt;
    abha.name = members.first({L("name")});
    abha.gender = genderFromWire(members.first({L("gender")}).left(1).toUpper());
    abha.birth = birthOf(members.first({L("dob")}));
    abha.mobile = mobileOf(members.first({L("mobile")}));
    abha.addressLine = members.first({L("address")});
    abha.district = members.first({L("districtname"), L("distname")});
    abha.state = members.first({L("statename")});
    return ScannedQr{appAddress.isEmpty() ? QrKind::AbhaCard : QrKind::PhrApp, std::move(abha), {}};
}

/// Another keyboard layout swaps every character for another one, always the same: the shape of `{"a":"b","c":"d"}`
/// stays. Its brackets stand once, at the ends, and its quotation marks often, around two short separators.
bool hasSwappedShape(QStringView text)
{
    if (text.size() < 40)
        return false;
    const QChar open = text.front();
    const QChar close = text.back();
    const QChar quote = text.at(1);
    if (open == close || quote == open || quote == close || quote != text.at(text.size() - 2) || quote.isDigit()
        || text.count(open) > 2 || text.count(close) > 2 || text.count(quote) < 8)
        return false;
    QHash<QChar, int> between; // what stands alone between two quotation marks
    for (qsizetype i = 1; i + 2 < text.size(); ++i)
        if (text.at(i) == quote && text.at(i + 2) == quote && text.at(i + 1) != quote)
            ++between[text.at(i + 1)];
    const auto often = std::count_if(between.begin(), between.end(), [](int times) { return times >= 2; });
    return often >= 2;
}

/// An ABHA code that stops in the middle, or in which a dead key swallowed quotation marks.
bool isBrokenAbha(QStringView text)
{
    if (!text.startsWith(u'{') && !text.startsWith(u'"'))
        return false;
    static constexpr std::array<const char16_t *, 3> keys{u"hidn", u"hid\"", u"phr\""};
    return std::any_of(keys.begin(), keys.end(),
        [&](const char16_t *key) { return text.contains(QStringView(key), Qt::CaseInsensitive); });
}

}

ScannedQr readScannedQr(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty() || text.size() > largestQr)
        return {};
    if (const auto facility = readFacilityQr(text))
        return {text.startsWith(u'{') ? QrKind::FacilityJson : QrKind::FacilityLink, {}, facility};
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(text.toUtf8(), &problem);
    if (problem.error == QJsonParseError::NoError)
        return readAbha(document.object()).value_or(ScannedQr());
    const QUrl url(text.toString(), QUrl::StrictMode);
    if (url.scheme() == u"https" && url.path().endsWith(u"/face-auth"))
        return {QrKind::FaceAuthLink, {}, {}};
    return {isBrokenAbha(text) || hasSwappedShape(text) ? QrKind::Damaged : QrKind::Unknown, {}, {}};
}

}
