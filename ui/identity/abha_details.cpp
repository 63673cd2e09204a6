// What is typed from a document: the half of AbhaController that fills whole forms.

#include "abha_controller.h"
#include "identity/abha_desk.h"
#include "typed_mobile.h"
#include "ui/words/state_names.h"

#include <QFile>

namespace nadi::ui
{
namespace
{
constexpr qint64 mostPhotoBytes = 100 * 1024;

QByteArray photoIn(const QUrl &file)
{
    QFile photo(file.toLocalFile());
    return photo.open(QIODevice::ReadOnly) && photo.size() <= mostPhotoBytes ? photo.readAll() : QByteArray();
}

QString member(const QVariantMap &fields, const char *name)
{
    return fields.value(QLatin1String(name)).toString().simplified();
}

/// Local Government Directory: at most three digits.
bool isLgd(const QString &code)
{
    bool number = false;
    return code.size() <= 3 && code.toInt(&number) > 0 && number;
}
}

void AbhaController::giveLicence(const QVariantMap &fields)
{
    const auto text = [&](const char *name) { return member(fields, name); };
    abdm::abha::DrivingLicence licence;
    licence.documentId = text("number");
    licence.firstName = text("firstName");
    licence.lastName = text("lastName");
    licence.gender = genderFromWire(text("gender"));
    const auto birth = BirthDate::parse(text("birth"));
    if (!birth || !birth->day)
        return setProblem(Error{ErrorKind::Invalid, QStringLiteral("PERSON-BIRTH"), {}});
    licence.birth = *birth;
    licence.address = text("address");
    licence.state = text("state");
    licence.district = text("district");
    licence.pinCode = text("pinCode");
    licence.frontPhoto = photoIn(fields.value(QStringLiteral("front")).toUrl());
    licence.backPhoto = photoIn(fields.value(QStringLiteral("back")).toUrl());
    if (licence.frontPhoto.isEmpty() || licence.backPhoto.isEmpty())
        return refuse(QStringLiteral("LICENCE-PHOTO"));
    if (desk())
        desk()->giveLicence(licence);
}

void AbhaController::giveDemographics(const QVariantMap &fields)
{
    const auto birth = BirthDate::parse(member(fields, "birth"));
    if (!birth || !birth->year)
        return setProblem(Error{ErrorKind::Invalid, QStringLiteral("PERSON-BIRTH"), {}});
    abdm::abha::Demographics person{member(fields, "name"), genderFromWire(member(fields, "gender")), *birth,
        member(fields, "state"), member(fields, "district"), mobileTyped(member(fields, "mobile")),
        member(fields, "address"), member(fields, "pinCode")};
    if (person.gender == Gender::Unknown)
        return setProblem(Error{ErrorKind::Invalid, QStringLiteral("PERSON-GENDER"), {}});
    if (!isLgd(person.stateCode) || !isLgd(person.districtCode))
        return refuse(QStringLiteral("FIELD-districtCode"));
    if (person.mobile.isEmpty() && !member(fields, "mobile").isEmpty())
        return refuse(QStringLiteral("MOBILE-INVALID"));
    if (desk())
        desk()->giveDemographics(person);
}

QVariantMap AbhaController::demographics() const
{
    const auto given = m_view.demographics.value_or(
        abdm::abha::Demographics{m_patient.name, m_patient.gender, m_patient.birth, {}, {}, m_patient.mobile, {}, {}});
    const auto fields = [](std::initializer_list<std::pair<const char *, QString>> members) {
        QVariantMap out;
        for (const auto &[name, text] : members)
            out.insert(QLatin1String(name), text);
        return out;
    };
    return fields({{"name", given.name}, {"gender", toWire(given.gender)}, {"birth", given.birth.toIso()},
        {"state", given.stateCode}, {"district", given.districtCode}, {"mobile", given.mobile},
        {"address", given.address}, {"pinCode", given.pinCode}});
}

QVariantList AbhaController::states() const
{
    return stateChoices();
}

}
