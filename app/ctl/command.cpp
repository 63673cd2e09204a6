#include "command.h"

#include <QHash>
#include <QJsonDocument>

#include <cstdio>

namespace nadi::ctl
{
namespace
{
// One sentence for the person at the terminal; the code is what programs look at.
QString messageOf(const Error &error)
{
    static const QHash<QString, QString> sentences{
        {QStringLiteral("FID-ENCODING"), QStringLiteral("bad encoding: not base64, or in none of the known forms")},
        {QStringLiteral("FID-POINT"), QStringLiteral("bad key: the public key is not a point of the curve")},
        {QStringLiteral("FID-SUBGROUP"), QStringLiteral("bad key: the public key has a part of small order")},
        {QStringLiteral("FID-PRIVATE"), QStringLiteral("bad key: the private key is not in 1..n-1")},
        {QStringLiteral("FID-NONCE"), QStringLiteral("bad encoding: a nonce is base64 of 32 bytes")},
        {QStringLiteral("FID-SHORT"), QStringLiteral("the encrypted data is shorter than its tag")},
        {QStringLiteral("FID-TAG"), QStringLiteral("authentication failed: other keys, other nonces or changed data")},
        {QStringLiteral("FID-AGREE"), QStringLiteral("the keys agree on no secret")},
        {QStringLiteral("HPR-ID"), QStringLiteral("an HPR id has 14 digits")},
        {QStringLiteral("REGISTRY-AWAY"), QStringLiteral("the registry did not answer")},
        {QStringLiteral("REGISTRY-OFF"), QStringLiteral("no address is set for this registry")},
        {QStringLiteral("CLASSES-JSON"), QStringLiteral("this is no medicine list: JSON with version and rows")},
        {QStringLiteral("CLASSES-ROW"), QStringLiteral("a row lacks its name, list, source or date")},
        {QStringLiteral("CLASSES-HEAD"), QStringLiteral("a list names its version, its date (asOf) and its source")},
        {QStringLiteral("CLASSES-EMPTY"), QStringLiteral("the list has no rows")},
        {QStringLiteral("CLASSES-FUTURE"), QStringLiteral("a date is in the future")},
        {QStringLiteral("CLASSES-CONTRADICTION"),
            QStringLiteral("a row puts a name on another list than a row before it")},
        {QStringLiteral("CLASSES-OLDER"), QStringLiteral("the list in force is newer than this one")},
        {QStringLiteral("CLASSES-SAME"), QStringLiteral("this version is in force already")},
        {QStringLiteral("CLASSES-DOCTOR"),
            QStringLiteral("--doctor names the clinic's doctor who answers for the list")},
        {QStringLiteral("TERM-LICENCE"),
            QStringLiteral("read the notice and say --accept-licence when your site may use the release")},
        {QStringLiteral("TERM-SHEET"),
            QStringLiteral("spreadsheets are not read: save the sheet as CSV in UTF-8 first, for example with"
                           " LibreOffice")},
        {QStringLiteral("TERM-FILE"), QStringLiteral("the release cannot be read")},
        {QStringLiteral("TERM-COLUMNS"), QStringLiteral("this is not the table that was expected")},
        {QStringLiteral("TERM-LINE"), QStringLiteral("the file is damaged")},
        {QStringLiteral("TERM-CODE"), QStringLiteral("the file is damaged: a code does not hold")},
        {QStringLiteral("TERM-TWICE"), QStringLiteral("the file is damaged: a code is there twice")},
        {QStringLiteral("TERM-LIMIT"), QStringLiteral("the release is larger than any that is known")},
        {QStringLiteral("TERM-EMPTY"), QStringLiteral("nothing to import")},
        {QStringLiteral("TERM-BUSY"), QStringLiteral("another import is running")},
        {QStringLiteral("TERM-STORE"), QStringLiteral("the terminology of this PC cannot be written")},
    };
    const auto sentence = sentences.value(error.code);
    if (sentence.isEmpty())
        return error.detail.isEmpty() ? toWord(error.kind) : error.detail;
    return error.detail.isEmpty() ? sentence : sentence + QStringLiteral(" (") + error.detail + u')';
}

Exit exitOf(const Error &error)
{
    if (error.code.startsWith(u"KEY-")) // whatever kind it is: the key store did not give the key
        return Exit::Storage;
    switch (error.kind) {
    case ErrorKind::Storage:
    case ErrorKind::Conflict:
    case ErrorKind::Unavailable:
    case ErrorKind::Timeout:
        return Exit::Storage;
    case ErrorKind::Internal:
        return Exit::Internal;
    default:
        return Exit::Refused;
    }
}
}

void print(const QJsonObject &object)
{
    const auto line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

QJsonObject asJson(const Error &error)
{
    return {{QStringLiteral("error"), error.code}, {QStringLiteral("message"), messageOf(error)}};
}

Exit report(const Error &error)
{
    print(asJson(error));
    return exitOf(error);
}

Exit usage(const QString &how)
{
    print({{QStringLiteral("error"), QStringLiteral("CTL-USAGE")}, {QStringLiteral("message"), how}});
    return Exit::Usage;
}

}
