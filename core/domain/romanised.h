#pragma once

#include <QByteArray>
#include <QStringView>

namespace nadi
{

enum class NameScript { Latin, Indic, Tamil, Urdu };

/// A word of a name in one alphabet, whatever script and spelling it was written in: lower-case letters after the
/// spelling rules ("Laxmi", "Lakshmee", "लक्ष्मी" -> "laksmi"), and three capitals for what a script leaves open:
/// A a vowel that may be silent (inherent vowel; alif, ain), I and U what Urdu writes with one letter (i, e, y; u, o,
/// v).
struct Romanised
{
    QByteArray letters;
    NameScript script = NameScript::Latin;
};

/// Pure. Letters of other scripts and signs are left out.
Romanised romanised(QStringView word);

}
