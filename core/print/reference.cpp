#include "print/sheet.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>

namespace nadi::print
{
namespace
{

// A letter for the case that what the QR holds ever changes.
const QString mark = QStringLiteral("NADI:RX1:");
constexpr qsizetype hashBytes = 8; // enough to tell two papers apart, too little to be guessed back to its text

QString hashOf(const Record &record, const RecordContent &content)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(record.id.value().toUtf8());
    hash.addData(record.signedAt.toIso().toUtf8());
    hash.addData(QJsonDocument(toJson(content)).toJson(QJsonDocument::Compact));
    return QString::fromLatin1(hash.result().first(hashBytes).toHex().toUpper());
}

}

QString referenceQr(const Facility &facility, const Record &record, const RecordContent &content)
{
    const auto clinic = facility.registryId.isEmpty() ? facility.id.value() : facility.registryId;
    return mark + clinic.toUpper() + u':' + record.id.value().toUpper() + u':' + hashOf(record, content);
}

std::optional<RecordId> recordInQr(const QString &text)
{
    static const QRegularExpression ours(
        QStringLiteral("\\ANADI:RX1:[A-Z0-9._-]{1,64}:([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}):[0-9A-F]{16}\\z"));
    const auto match = ours.match(text);
    return match.hasMatch() ? std::optional(RecordId(match.captured(1).toLower())) : std::nullopt;
}

}
