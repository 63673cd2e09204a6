#pragma once

#include "sandbox/people.h"

#include <QJsonObject>

namespace nadi::sandbox::abha
{

// One person in the spellings of the different answers; the differences (pinCode and pincode, true and "true") are the
// service's own (abha-m1.md 3.1, 3.8).

QJsonObject enrolledProfile(const Person &person);
QJsonObject accountProfile(const Person &person);
/// A row of `accounts` after a log-in by number or Aadhaar.
QJsonObject accountRow(const Person &person);
/// A row of `accounts` after a log-in by mobile: more, to choose by.
QJsonObject choiceRow(const Person &person);
QJsonObject webUser(const Person &person);
QJsonObject webProfile(const Person &person);
QStringList authMethods(const Person &person);
QString statusWord(const Person &person);

}
