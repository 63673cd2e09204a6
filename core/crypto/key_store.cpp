#include "crypto/key_store.h"

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

const QString entryName = QStringLiteral("database-key");

Secret newKey(Random &random)
{
    return Secret(random.bytes(32));
}

Result<StoredKey> loadOrCreateFile(const QString &path, Random &random)
{
    auto key = readKeyFile(path);
    if (key)
        return StoredKey{std::move(*key), KeyPlace::File, false};
    if (key.error().kind != ErrorKind::NotFound)
        return failed(key);
    StoredKey made{newKey(random), KeyPlace::File, true};
    const auto written = writeKeyFile(path, made.key);
    if (written)
        return made;
    if (written.error().kind != ErrorKind::Conflict)
        return failed(written);
    // Another program of this clinic was faster: its key is the key.
    key = readKeyFile(path);
    if (!key)
        return failed(key);
    return StoredKey{std::move(*key), KeyPlace::File, false};
}

// Says that a key is in the system store, so that a start without the store (no session bus over ssh, say) is refused
// instead of making a second key that opens nothing.
QString markerOf(const QString &fallbackFile)
{
    return fallbackFile + QStringLiteral(".in-system-store");
}

bool leaveMarker(const QString &fallbackFile)
{
    QDir().mkpath(QFileInfo(fallbackFile).absolutePath());
    return QFile(markerOf(fallbackFile)).open(QIODevice::WriteOnly);
}

Result<StoredKey> createInStore(const QString &service, const QString &fallbackFile, Random &random)
{
    StoredKey made{newKey(random), KeyPlace::SystemStore, true};
    if (const auto written = writeSystemStore(service, entryName, made.key); !written)
        return failed(written);
    const auto proof = readSystemStore(service, entryName);
    if (!proof || !(*proof == made.key) || !leaveMarker(fallbackFile))
        return fail(ErrorKind::Storage, QStringLiteral("KEY-LOCKED"), QStringLiteral("the new key did not read back"));
    return made;
}
}

Result<StoredKey> loadOrCreateKey(
    const QString &service, const QString &file, const QString &fallbackFile, Random &random)
{
    if (!file.isEmpty())
        return loadOrCreateFile(file, random);

    const bool inStore = QFileInfo::exists(markerOf(fallbackFile));
    if (!inStore && QFileInfo::exists(fallbackFile)) {
        qCWarning(lcKeys, "the database key is read from the fallback key file, not from the secret store");
        return loadOrCreateFile(fallbackFile, random);
    }
    auto key = readSystemStore(service, entryName);
    if (key && key->reveal().size() == 32)
        return StoredKey{std::move(*key), KeyPlace::SystemStore, false};
    if (key)
        return fail(ErrorKind::Invalid, QStringLiteral("KEY-SIZE"), QStringLiteral("the stored key is not 32 bytes"));
    if (key.error().kind == ErrorKind::Refused)
        return failed(key);
    if (inStore)
        return fail(ErrorKind::Refused, QStringLiteral("KEY-LOCKED"),
            QStringLiteral(
                "the key of this clinic is in the secret store, which has no such entry or cannot be reached"));
    if (key.error().kind == ErrorKind::NotFound) {
        auto made = createInStore(service, fallbackFile, random);
        if (made || made.error().kind != ErrorKind::Unavailable)
            return made;
    }
    qCWarning(lcKeys, "there is no secret store here; the database key goes to a key file with owner-only rights");
    return loadOrCreateFile(fallbackFile, random);
}

}
