#pragma once

#include "common/utc_time.h"
#include "domain/ids.h"
#include "storage/connection.h"

#include <QDate>

#include <optional>

namespace nadi::storage
{

/// One edition of the clinic's own medicine lists. Editions are added, never changed.
struct MedicineListEdition
{
    int number = 0; ///< 1, 2, …: the highest is in force
    QString version; ///< as the file calls itself
    QDate asOf;
    QString source;
    DoctorId responsible;
    UserId takenBy;
    UtcTime takenAt;
    QByteArray content; ///< JSON as it was taken in
};

/// By which edition a record was judged when it was signed.
struct JudgedBy
{
    int list = 0; ///< 0: the program's
    QString version;
    UtcTime at;
};

class MedicineListRepository
{
public:
    explicit MedicineListRepository(Connection &db)
        : m_db(db)
    {
    }
    /// Gives it the next number. Joins the caller's transaction; fails with DB-STALE when somebody was faster.
    Result<int> add(const MedicineListEdition &edition);
    Result<std::optional<MedicineListEdition>> newest() const;
    /// Newest first.
    Result<QList<MedicineListEdition>> all() const;

    /// Once per record: a record is signed once.
    Done noteJudged(const RecordId &record, const JudgedBy &by);
    Result<std::optional<JudgedBy>> judgedBy(const RecordId &record) const;
    /// How many records were judged by this edition.
    Result<int> judgedCount(int list) const;

private:
    Connection &m_db;
};

}
