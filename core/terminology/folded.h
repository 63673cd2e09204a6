#pragma once

#include <QString>

namespace nadi::terminology
{

/// A text as it is compared: words in lower case without diacritics ("Sandhigatavātaḥ" -> "sandhigatavatah",
/// "Crohn's" -> "crohns"), separated by one blank. Vowel signs of Indian scripts stay. Pure.
QString folded(QStringView text);

/// A folded word as it sounds, whatever script and spelling ("jwara", "jvara", "ज्वर" -> "jvar…"). Empty where nothing
/// of it can be said. Pure.
QString soundOf(const QString &word);

}
