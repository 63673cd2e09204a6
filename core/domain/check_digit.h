#pragma once

#include <QByteArrayView>

namespace nadi
{

/// Every digit of the number, the check digit last. False for anything but digits.
bool passesVerhoeff(QByteArrayView digits);
/// Mod 10, every second digit from the right doubled, the last one not.
bool passesLuhn(QByteArrayView digits);

}
