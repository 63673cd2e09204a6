#include "storage/disk_room.h"

#include <QStorageInfo>

namespace nadi::storage
{

DiskRoom roomOfVolume(const QString &folder)
{
    const QStorageInfo volume(folder);
    if (!volume.isValid())
        return {};
    return {volume.bytesTotal(), volume.bytesAvailable()};
}

bool mayTakeFiles(const DiskRoom &room)
{
    constexpr qint64 leastFree = 200 * megabyte;
    constexpr qint64 leastShare = 20; // one twentieth is 5 %
    return room.total <= 0 || (room.available >= leastFree && room.available >= room.total / leastShare);
}

}
