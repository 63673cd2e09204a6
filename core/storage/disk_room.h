#pragma once

#include <QString>

namespace nadi::storage
{

constexpr qint64 megabyte = 1'000'000;

/// Of a volume, in bytes; zero total when it did not say.
struct DiskRoom
{
    qint64 total = 0;
    qint64 available = 0;
};

DiskRoom roomOfVolume(const QString &folder);

/// Pages are taken in while 5 % and 200 MB are free: the rest is for finishing what was begun, for the audit trail and
/// for a backup (S-B6). A volume that does not tell is trusted. Pure.
bool mayTakeFiles(const DiskRoom &room);

}
