#include "crypto/key_store.h"

#include "crypto/digest.h"
#include "crypto/key_file.h"
#include "crypto/system_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

namespace nadi::crypto
{
namespace
{
Q_LOGGING_CATEGORY(lcKeys, "nadi.keys")

// Says that a key is in the system store, and under which name, so that a start without the store (no session bus over
// ssh, say) is refused instead of making a second key that opens nothing.
QString markerOf(const QString &fallbackFile)
{
    return fallbackFile + QStringLiteral(".in-system-store");
}

// One entry per place of a clinic: a PC may hold a training clinic beside the real one. The marker keeps the name when
// the folder moves.
QString entryName(const QString &fallbackFile)
{
    QFile marker(markerOf(fallbackFile));
    constexpr qint64 longest = 200;
    if (marker.open(QIODevice::ReadOnly))
        if (const auto name = marker.read(longest).trimmed(); !name.isEmpty())
            return QString::fromUtf8(name);
    const auto place = QFileInfo(fallbackFile).absoluteFilePath().toUtf8();
    return QStringLiteral("database-key-") + QString::fromLatin1(sha256(place).toHex().first(16));
}

bool leaveMarker(const QString &fallbackFile)
{
    const auto name = entryName(fallbackFile).toUtf8();
    QDir().mkpath(QFileInfo(fallbackFile).absolutePath());
    QFile marker(markerOf(fallbackFile));
    return marker.open(QIODevice::WriteOnly) && marker.write(name) == name.size() && marker.flush();
}

tl::unexpected<Error> noKey()
{
    return fail(ErrorKind::NotFound, QStringLiteral("KEY-NONE"), QStringLiteral("this installation has no key"));
}

Result<StoredKey> fromFile(const QString &path)
{
    auto key = readKeyFile(path);
    if (!key)
        return key.error().kind == ErrorKind::NotFound ? noKey() : failed(key);
    return StoredKey{std::move(*key), KeyPlace::File, false};
}

Result<StoredKey> fromSystemStore(const QString &service, const QString &fallbackFile)
{
    auto key = readSystemStore(service, entryName(fallbackFile));
    if (key && key->reveal().size() == 32)
        return StoredKey{std::move(*key), KeyPlace::SystemStore, false};
    if (key)
        return fail(ErrorKind::Invalid, QStringLiteral("KEY-SIZE"), QStringLiteral("the stored key is not 32 bytes"));
    if (key.error().kind == ErrorKind::Refused)
        return failed(key);
    if (QFileInfo::exists(markerOf(fallbackFile)))
        return fail(ErrorKind::Refused, QStringLiteral("KEY-LOCKED"),
            QStringLiteral(
                "the key of this clinic is in the secret store, which has no such entry or is not reachable"));
    return noKey();
}

Result<KeyPlace> toSystemStore(const QString &service, const QString &fallbackFile, const Secret &key)
{
    if (const auto written = writeSystemStore(service, entryName(fallbackFile), key); !written)
        return failed(written);
    const auto proof = readSystemStore(service, entryName(fallbackFile));
    if (!proof || !(*proof == key) || !leaveMarker(fallbackFile))
        return fail(ErrorKind::Storage, QStringLiteral("KEY-LOCKED"), QStringLiteral("the new key did not read back"));
    return KeyPlace::SystemStore;
}

Result<KeyPlace> toFile(const QString &path, const Secret &key)
{
    if (const auto written = writeKeyFile(path, key); !written)
        return failed(written);
    return KeyPlace::File;
}

Result<KeyPlace> store(const QString &service, const QString &file, const QString &fallbackFile, const Secret &key)
{
    if (!file.isEmpty())
        return toFile(file, key);
    const auto stored = toSystemStore(service, fallbackFile, key);
    if (stored || stored.error().kind != ErrorKind::Unavailable)
        return stored;
    qCWarning(lcKeys, "there is no secret store here; the database key goes to a key file with owner-only rights");
    return toFile(fallbackFile, key);
}
}

Result<StoredKey> loadKey(const QString &service, const QString &file, const QString &fallbackFile)
{
    if (!file.isEmpty())
        return fromFile(file);
    if (QFileInfo::exists(markerOf(fallbackFile)) || !QFileInfo::exists(fallbackFile))
        return fromSystemStore(service, fallbackFile);
    qCWarning(lcKeys, "the database key is read from the fallback key file, not from the secret store");
    return fromFile(fallbackFile);
}

Result<StoredKey> loadOrCreateKey(
    const QString &service, const QString &file, const QString &fallbackFile, Random &random)
{
    auto found = loadKey(service, file, fallbackFile);
    if (found || found.error().kind != ErrorKind::NotFound)
        return found;
    StoredKey made{Secret(random.bytes(32)), KeyPlace::File, true};
    const auto place = store(service, file, fallbackFile, made.key);
    if (place) {
        made.place = *place;
        return made;
    }
    // Another program of this clinic was faster: its key is the key.
    if (place.error().kind == ErrorKind::Conflict)
        return loadKey(service, file, fallbackFile);
    return failed(place);
}

Result<KeyPlace> installKey(const QString &service, const QString &file, const QString &fallbackFile, const Secret &key)
{
    const auto found = loadKey(service, file, fallbackFile);
    if (!found && found.error().kind != ErrorKind::NotFound)
        return failed(found);
    if (!found)
        return store(service, file, fallbackFile, key);
    if (found->key == key)
        return found->place;
    return fail(ErrorKind::Conflict, QStringLiteral("KEY-EXISTS"), QStringLiteral("another key is in place"));
}

}
