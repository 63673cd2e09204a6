#pragma once

#include "domain/record.h"
#include "storage/connection.h"

#include <QJsonObject>

namespace nadi::storage
{

// How a record and its pages are written as rows; used by RecordRepository alone.

inline constexpr QLatin1String recordTable{"record"};
inline constexpr QLatin1String pageTable{"record_page"};

QJsonObject sealedPart(const Record &record);
QJsonObject sealedPart(const RecordPage &page);
RecordPage pageOf(const PageId &id, int position, const QJsonObject &part);

/// Context of a page's sealed part: the same page id in another record does not open.
QString pageContext(const RecordId &record, const QString &page);
QString imageBlob(const RecordId &record, const PageId &page);
QString originalBlob(const RecordId &record, const QByteArray &originalIndex);
QByteArray originalIndex(const Connection &db, QByteArrayView hash);

Result<QList<RecordPage>> pagesOf(Connection &db, const RecordId &record);
/// Inserts or replaces one page row.
Done writePage(Connection &db, const RecordId &record, const RecordPage &page);

class Rows;
/// The record of one row, without pages. Columns: id, facility, patient, doctor, appointment, state, care_context,
/// created_at, signed_at, version, sealed, amends.
Result<Record> readRecord(const Connection &db, const Rows &row);

}
