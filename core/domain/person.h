#pragma once

#include "common/utc_time.h"
#include "domain/abha.h"
#include "domain/ids.h"

#include <optional>

namespace nadi
{

/// Administrative gender as ABHA spells it on the wire.
enum class Gender { Unknown, Male, Female, Other };

QString toWire(Gender gender); ///< "M", "F", "O", "U"
Gender genderFromWire(QStringView letter);

/// A birth date of which only the year may be known. Nothing missing is ever guessed (rule R7).
struct BirthDate
{
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;

    /// "1990", "1990-04" or "1990-04-02"; empty when nothing is known.
    QString toIso() const;
    /// Fails with PERSON-BIRTH on impossible dates.
    static Result<BirthDate> parse(QStringView iso);
    /// What services and cards write: "26-06-1990", "6-6-1990", "26/6/1990", "1990-6-26", "1990", three parts with the
    /// last ones missing. Fails with PERSON-BIRTH on impossible dates; unset for nothing at all (abha-m1.md 4.4).
    static Result<BirthDate> readLoosely(QStringView text);
    /// Completed years on `today`, by year alone when that is all that is known.
    std::optional<int> ageOn(QDate today) const;

    bool operator==(const BirthDate &) const = default;
};

/// A person in our patient index. All text here is personal data: sealed in the database, never logged.
struct Patient
{
    PatientId id;
    QString name;
    Gender gender = Gender::Unknown;
    BirthDate birth;
    QString mobile; ///< 10 digits, or empty
    QString place;
    std::optional<AbhaNumber> abhaNumber;
    std::optional<AbhaAddress> abhaAddress;
    /// Unset: known but not verified here (gate G2 amber).
    UtcTime abhaVerifiedAt;
    /// The clinic's own number at the facility that is looking; "KR-20418".
    QString localNumber;
    UtcTime createdAt;
    qint64 version = 0; ///< optimistic lock
    /// The surviving file when this one was merged into another; reading by id follows it.
    PatientId mergedInto;

    bool operator==(const Patient &) const = default;
};

}
