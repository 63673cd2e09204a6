#pragma once

#include "common/utc_time.h"
#include "domain/ids.h"
#include "storage/connection.h"

#include <QJsonObject>

#include <optional>

namespace nadi::storage
{

/// Where a person stands in the six steps: kept after every change, so that a crash or a lock returns to the same step
/// and field (R2, B48). One per desk and user; the details are sealed.
struct Journey
{
    QString desk; ///< "desk", "kiosk", or an enrolled device name
    UserId user;
    QString step; ///< "home", "booking", "link-check", "add", "confirm", "success"
    QJsonObject details;
    UtcTime updatedAt;
};

class JourneyRepository
{
public:
    explicit JourneyRepository(Connection &db)
        : m_db(db)
    {
    }
    Done save(const Journey &journey);
    Result<std::optional<Journey>> journey(const QString &desk, const UserId &user) const;
    Done clear(const QString &desk, const UserId &user);

private:
    Connection &m_db;
};

}
