#include "ui/words/person_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace nadi::ui
{
namespace
{

struct PersonWords
{
    Q_DECLARE_TR_FUNCTIONS(PersonWords)
};

}

QString genderWord(Gender gender)
{
    switch (gender) {
    case Gender::Male:
        return PersonWords::tr("Male");
    case Gender::Female:
        return PersonWords::tr("Female");
    case Gender::Other:
        return PersonWords::tr("Other", "gender");
    case Gender::Unknown:
        break;
    }
    return PersonWords::tr("Sex not known");
}

QString birthWords(const BirthDate &birth)
{
    if (!birth.year)
        return PersonWords::tr("Not known", "birth date");
    if (!birth.month)
        return QString::number(*birth.year);
    const QDate day(*birth.year, *birth.month, birth.day.value_or(1));
    return QLocale().toString(day, birth.day ? QStringLiteral("d MMMM yyyy") : QStringLiteral("MMMM yyyy"));
}

QString maskedMobile(const QString &mobile)
{
    return mobile.size() < 4 ? QString() : QStringLiteral("••••• ") + mobile.last(4);
}

QString initialsOf(const QString &name)
{
    QString initials;
    const auto words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const auto &word : {words.value(0), words.size() > 1 ? words.last() : QString()})
        if (!word.isEmpty())
            initials += word.at(0).toUpper();
    return initials;
}

QString modeWord(VisitMode mode)
{
    return mode == VisitMode::Tele ? PersonWords::tr("Video visit") : PersonWords::tr("In person");
}

QString appointmentWord(AppointmentStatus status)
{
    switch (status) {
    case AppointmentStatus::Booked:
        return PersonWords::tr("Expected");
    case AppointmentStatus::Arrived:
        return PersonWords::tr("Arrived");
    case AppointmentStatus::WithDoctor:
        return PersonWords::tr("With the doctor");
    case AppointmentStatus::Done:
        return PersonWords::tr("Seen");
    case AppointmentStatus::NoShow:
        return PersonWords::tr("Did not come");
    case AppointmentStatus::Cancelled:
        return PersonWords::tr("Cancelled");
    }
    return {};
}

PatientIdentity identityOf(const Patient &patient, QDate today)
{
    PatientIdentity identity;
    identity.id = patient.id.value();
    identity.name = patient.name;
    identity.initials = initialsOf(patient.name);
    const auto age = patient.birth.ageOn(today);
    identity.ageAndSex = age
        ? PersonWords::tr("%1, %2 y", "sex, age in years").arg(genderWord(patient.gender)).arg(*age)
        : PersonWords::tr("%1, age not known").arg(genderWord(patient.gender));
    QStringList facts{identity.ageAndSex};
    if (!patient.localNumber.isEmpty())
        facts += PersonWords::tr("No. %1", "patient number of this clinic").arg(patient.localNumber);
    facts += patient.mobile.isEmpty() ? PersonWords::tr("no phone")
                                      : PersonWords::tr("mobile %1").arg(maskedMobile(patient.mobile));
    identity.facts = facts.join(QStringLiteral("  ·  "));
    if (patient.abhaAddress)
        identity.abha = patient.abhaAddress->masked();
    else if (patient.abhaNumber)
        identity.abha = patient.abhaNumber->masked();
    identity.verified = patient.abhaVerifiedAt.isSet();
    return identity;
}

}
