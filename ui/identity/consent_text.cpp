#include "consent_text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace nadi::ui
{

Result<QList<ConsentWording>> consentWordings(const QString &code, const QString &version)
{
    QFile file(QStringLiteral(":/consent/%1-%2.json").arg(code, version));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, QStringLiteral("CONSENT-TEXT"));
    const auto document = QJsonDocument::fromJson(file.readAll()).object();
    if (document[u"code"].toString() != code || document[u"version"].toString() != version)
        return fail(ErrorKind::NotFound, QStringLiteral("CONSENT-TEXT"));
    QList<ConsentWording> wordings;
    for (const auto &entry : document[u"texts"].toArray()) {
        const auto text = entry.toObject();
        wordings += {text[u"language"].toString(), text[u"name"].toString(), text[u"title"].toString(),
            text[u"text"].toString(), text[u"note"].toString()};
    }
    if (wordings.isEmpty())
        return fail(ErrorKind::NotFound, QStringLiteral("CONSENT-TEXT"));
    return wordings;
}

}
