#pragma once

#include "common/random.h"
#include "common/result.h"
#include "common/secret.h"

#include <QString>

#include <memory>

namespace nadi::crypto
{

/// Where the 32-byte database key lives.
enum class KeyPlace { SystemStore, File };

struct StoredKey
{
    Secret key;
    KeyPlace place = KeyPlace::SystemStore;
    bool created = false; ///< a new key was made: print the recovery key
};

/// Loads the key of an installation, or makes it on first use. `fallbackFile` is beside the clinic's database and names
/// the clinic: each has its own entry in the store. With `file` empty the operating system's secret store is used
/// (QtKeychain); when there is none, a key file with owner-only rights beside `fallbackFile` is used and that is logged
/// clearly, once per start. A key file that others may read is refused with KEY-RIGHTS; a wrong size with KEY-SIZE; a
/// locked store with KEY-LOCKED, and so is a store that cannot be reached when the key is known to be in it (a marker
/// file beside `fallbackFile` says so). Runs an event loop: call it once, at program start.
Result<StoredKey> loadOrCreateKey(
    const QString &service, const QString &file, const QString &fallbackFile, Random &random);

/// The same without making anything: KEY-NONE when this installation has no key.
Result<StoredKey> loadKey(const QString &service, const QString &file, const QString &fallbackFile);
/// Puts a key that came from elsewhere (a restore) in its place. KEY-EXISTS when another key is there; the same one is
/// success.
Result<KeyPlace> installKey(
    const QString &service, const QString &file, const QString &fallbackFile, const Secret &key);

/// The printed form for the safe: 13 groups of 4 base32 letters with a check group. Parsing forgives blanks, case and
/// the letters people misread (0/O, 1/I/L). Errors: RECOVERY-FORM, RECOVERY-CHECK.
QString toRecoveryText(const Secret &key);
Result<Secret> fromRecoveryText(QStringView text);

}
