#pragma once

#include "domain/clinic.h"
#include "domain/person.h"
#include "ui/words/clinic_time.h"

#include <QObject>

namespace nadi::ui
{

/// A patient as screens show one: masked where rule R10 says so.
struct PatientIdentity
{
    Q_GADGET
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString initials MEMBER initials)
    Q_PROPERTY(QString facts MEMBER facts)
    Q_PROPERTY(QString ageAndSex MEMBER ageAndSex)
    Q_PROPERTY(QString abha MEMBER abha)
    Q_PROPERTY(bool verified MEMBER verified)

public:
    QString id;
    QString name;
    QString initials;
    QString facts; ///< "Female, 46 y  ·  No. KR-20418  ·  mobile ••••• 3307"
    QString ageAndSex; ///< "Female, 46 y"
    QString abha; ///< masked address, or empty
    bool verified = false;

    bool operator==(const PatientIdentity &) const = default;
};

PatientIdentity identityOf(const Patient &patient, QDate today);
QString genderWord(Gender gender);
/// "2 April 1980", "1980", or "not known"; nothing missing is guessed.
QString birthWords(const BirthDate &birth);
QString maskedMobile(const QString &mobile);
QString initialsOf(const QString &name);
QString modeWord(VisitMode mode);
QString appointmentWord(AppointmentStatus status);

}

Q_DECLARE_METATYPE(nadi::ui::PatientIdentity)
