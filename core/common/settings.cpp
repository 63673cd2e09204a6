#include "common/settings.h"

#include <QFile>
#include <QSettings>

#include <chrono>

namespace nadi
{
namespace
{
Result<QVariant> checked(const SettingSpec &spec, const QString &text)
{
    const auto wrong = [&](const char *code) { return fail(ErrorKind::Invalid, QLatin1String(code), spec.key); };
    switch (spec.type) {
    case SettingType::Text:
        return text;
    case SettingType::TextList: {
        QStringList items;
        for (const auto &item : text.split(u',', Qt::SkipEmptyParts))
            items << item.trimmed();
        return items;
    }
    case SettingType::Flag:
        if (text == u"true" || text == u"1" || text == u"yes")
            return true;
        if (text == u"false" || text == u"0" || text == u"no" || text.isEmpty())
            return false;
        return wrong("SET-TYPE");
    case SettingType::Integer:
    case SettingType::Duration: {
        bool ok = false;
        const qint64 number = text.toLongLong(&ok);
        if (!ok)
            return wrong("SET-TYPE");
        if (number < spec.min || number > spec.max)
            return wrong("SET-RANGE");
        return number;
    }
    }
    return wrong("SET-TYPE");
}
}

QString Settings::environmentName(const QString &key)
{
    QString name = QStringLiteral("NADI_");
    for (const QChar c : key) {
        if (c == u'.')
            name += u'_';
        else if (c.isUpper())
            name += QStringLiteral("_") + c;
        else
            name += c.toUpper();
    }
    return name;
}

Result<Settings> Settings::load(const QString &file, const QProcessEnvironment &environment)
{
    Settings out;
    QHash<QString, QString> written;
    if (!file.isEmpty()) {
        if (!QFile::exists(file))
            return fail(ErrorKind::NotFound, QStringLiteral("SET-FILE"), QStringLiteral("settings file not found"));
        QSettings ini(file, QSettings::IniFormat);
        for (const auto &key : ini.allKeys()) {
            const auto value = ini.value(key);
            const bool isList = value.typeId() == QMetaType::QStringList;
            written.insert(
                QString(key).replace(u'/', u'.'), isList ? value.toStringList().join(u',') : value.toString());
        }
    }
    QStringList known;
    for (const auto &spec : table()) {
        known << spec.key;
        const auto name = environmentName(spec.key);
        QVariant value = spec.fallback;
        if (environment.contains(name) || written.contains(spec.key)) {
            const auto text = environment.contains(name) ? environment.value(name) : written.value(spec.key);
            const auto result = checked(spec, text);
            if (!result)
                return failed(result);
            value = *result;
        }
        out.m_values.insert(spec.key, value);
    }
    for (auto it = written.cbegin(); it != written.cend(); ++it)
        if (!known.contains(it.key()))
            return fail(ErrorKind::Invalid, QStringLiteral("SET-UNKNOWN"), it.key());
    return out;
}

QString Settings::text(const QString &key) const
{
    Q_ASSERT_X(m_values.contains(key), "Settings", qPrintable(key));
    return m_values.value(key).toString();
}

qint64 Settings::integer(const QString &key) const
{
    Q_ASSERT_X(m_values.contains(key), "Settings", qPrintable(key));
    return m_values.value(key).toLongLong();
}

bool Settings::flag(const QString &key) const
{
    Q_ASSERT_X(m_values.contains(key), "Settings", qPrintable(key));
    return m_values.value(key).toBool();
}

QStringList Settings::list(const QString &key) const
{
    Q_ASSERT_X(m_values.contains(key), "Settings", qPrintable(key));
    return m_values.value(key).toStringList();
}

std::chrono::milliseconds Settings::duration(const QString &key) const
{
    return std::chrono::milliseconds(integer(key));
}

QStringList Settings::describe() const
{
    QStringList lines;
    for (const auto &spec : table()) {
        const auto value = m_values.value(spec.key);
        QString shown = value.typeId() == QMetaType::QStringList ? value.toStringList().join(u',') : value.toString();
        if (spec.mayLog == MayLog::No)
            shown = shown.isEmpty() ? QStringLiteral("(not set)") : QStringLiteral("(set)");
        lines << QStringLiteral("%1 = %2").arg(spec.key, shown);
    }
    return lines;
}

}
