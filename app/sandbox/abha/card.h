#pragma once

#include "sandbox/people.h"

#include <QByteArray>

namespace nadi::sandbox::abha
{

/// A drawn face that differs from person to person, base64 of a PNG. No photo of anybody is in this house.
QByteArray portrait(const Person &person);

/// The text in the QR code of the ABHA card (abha-m1.md 5.1).
QByteArray cardCode(const Person &person);
QByteArray qrPng(const Person &person);
/// The card. Its words need a QGuiApplication (the program has one); without it the card has picture and QR only.
QByteArray cardPng(const Person &person);

}
