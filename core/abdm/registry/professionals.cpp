#include "abdm/registry/professionals.h"

#include "abdm/json_reader.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace nadi::abdm::registry
{

using namespace Qt::StringLiterals;

namespace
{

QString text(const QJsonObject &object, QStringView key)
{
    return object.value(key).toVariant().toString().trimmed();
}

bool saysYes(const QJsonObject &object, QStringView key)
{
    return text(object, key).compare("true"_L1, Qt::CaseInsensitive) == 0;
}

Professional professionalOf(const QJsonObject &json)
{
    Professional person;
    person.hprId = text(json, u"identifier");
    person.hprAddress = text(json, u"hpr_id");
    person.name = text(json, u"name");
    for (const auto &row : json.value("registrations"_L1).toArray()) {
        const auto registration = row.toObject();
        // The misspelling is the documented key (6.3).
        person.registrations << CouncilRegistration{text(registration, u"registrationNumber"),
            text(registration, u"councilName"), text(registration, u"systemOfMedicide")};
    }
    for (const auto &row : json.value("qualifications"_L1).toArray())
        if (const auto course = text(row.toObject(), u"courseName"); !course.isEmpty())
            person.qualifications << course;
    const bool approved = text(json, u"application_status").compare("approved"_L1, Qt::CaseInsensitive) == 0;
    if (approved && saysYes(json, u"is_council_verified"))
        person.standing = Professional::Standing::Verified;
    return person;
}

}

Result<QJsonObject> ProfessionalQuery::body() const
{
    if (hprId.isEmpty() && registrationNumber.isEmpty())
        return fail(ErrorKind::Invalid, u"HPR-QUERY"_s);
    return QJsonObject{{u"practitioner"_s,
        QJsonObject{{u"id"_s, hprId}, {u"name"_s, name}, {u"contactNumber"_s, QString()}, {u"state"_s, state},
            {u"registrationNumber"_s, registrationNumber}}}};
}

Result<QList<Professional>> readProfessionals(QByteArrayView body)
{
    const auto json = readJsonObject(body, {});
    if (!json)
        return failed(json);
    if (!json->value("practitioners"_L1).isArray())
        return fail(ErrorKind::Protocol, u"HPR-ANSWER"_s, u"practitioners"_s);
    QList<Professional> people;
    for (const auto &entry : json->value("practitioners"_L1).toArray()) {
        if (entry.isObject())
            people << professionalOf(entry.toObject());
        for (const auto &inner : entry.toArray())
            people << professionalOf(inner.toObject());
    }
    return people;
}

Result<QString> normalisedHprId(QStringView text)
{
    static const QRegularExpression form(u"^\\s*(\\d{2})[- ]?(\\d{4})[- ]?(\\d{4})[- ]?(\\d{4})\\s*$"_s);
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return fail(ErrorKind::Invalid, u"HPR-ID"_s);
    return match.captured(1) + u'-' + match.captured(2) + u'-' + match.captured(3) + u'-' + match.captured(4);
}

}
