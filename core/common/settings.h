#pragma once

#include "common/result.h"

#include <QHash>
#include <QList>
#include <QProcessEnvironment>
#include <QVariant>

namespace nadi
{

enum class SettingType { Text, Integer, Flag, TextList, Duration /* milliseconds */ };
enum class MayLog { No, Yes };

/// One declaration per setting. The key is "section.name"; the environment spelling is NADI_SECTION_NAME
/// (camel case becomes underscores: gateway.baseUrl -> NADI_GATEWAY_BASE_URL).
struct SettingSpec
{
    QString key;
    SettingType type = SettingType::Text;
    QVariant fallback;
    QString meaning; ///< one sentence, with the unit
    MayLog mayLog = MayLog::Yes;
    qint64 min = 0;
    qint64 max = std::numeric_limits<qint64>::max();
};

/// Checked settings: environment over file over default. Immutable after load.
class Settings
{
public:
    /// Every setting the programs know (settings_table.cpp).
    static const QList<SettingSpec> &table();
    /// `file` may be empty. Fails with SET-UNKNOWN, SET-TYPE or SET-RANGE; the detail names the key, never the value.
    static Result<Settings> load(const QString &file, const QProcessEnvironment &environment);
    static QString environmentName(const QString &key);

    QString text(const QString &key) const;
    qint64 integer(const QString &key) const;
    bool flag(const QString &key) const;
    QStringList list(const QString &key) const;
    std::chrono::milliseconds duration(const QString &key) const;

    /// "key = value" lines for the log and the support bundle; what may not be logged shows as "(set)" or "(not set)".
    QStringList describe() const;

private:
    QHash<QString, QVariant> m_values;
};

}
