#include "flows/state_json.h"

#include <QJsonArray>

#include <cmath>

namespace nadi::flows
{

using namespace Qt::StringLiterals;

QJsonValue StateReader::value(QLatin1StringView key, QJsonValue::Type type)
{
    const auto value = m_state.value(key);
    if (value.isUndefined())
        return {};
    if (value.type() != type) {
        refuse(key);
        return {};
    }
    return value;
}

QString StateReader::text(QLatin1StringView key)
{
    return value(key, QJsonValue::String).toString();
}

QStringList StateReader::texts(QLatin1StringView key)
{
    QStringList texts;
    const auto array = value(key, QJsonValue::Array).toArray();
    for (const auto &element : array) {
        if (!element.isString())
            refuse(key);
        texts << element.toString();
    }
    return texts;
}

int StateReader::number(QLatin1StringView key)
{
    const auto number = value(key, QJsonValue::Double).toDouble();
    if (number == std::trunc(number) && std::abs(number) <= 1e9)
        return int(number);
    refuse(key);
    return 0;
}

bool StateReader::flag(QLatin1StringView key)
{
    return value(key, QJsonValue::Bool).toBool();
}

UtcTime StateReader::time(QLatin1StringView key)
{
    const auto number = value(key, QJsonValue::Double).toDouble();
    // 2^53: beyond it milliseconds are no longer exact in JSON.
    if (number == std::trunc(number) && std::abs(number) <= 9007199254740992.0)
        return UtcTime::fromMs(qint64(number));
    refuse(key);
    return {};
}

void StateReader::refuse(QLatin1StringView key)
{
    if (m_unreadable.isEmpty())
        m_unreadable = key;
}

Done StateReader::done() const
{
    if (!m_unreadable.isEmpty())
        return fail(ErrorKind::Storage, u"FLOW-STATE"_s, m_unreadable);
    return {};
}

void StateWriter::text(QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty())
        m_state.insert(key, value);
}

void StateWriter::texts(QLatin1StringView key, const QStringList &values)
{
    if (!values.isEmpty())
        m_state.insert(key, QJsonArray::fromStringList(values));
}

void StateWriter::number(QLatin1StringView key, int value)
{
    if (value != 0)
        m_state.insert(key, value);
}

void StateWriter::flag(QLatin1StringView key, bool value)
{
    if (value)
        m_state.insert(key, true);
}

void StateWriter::time(QLatin1StringView key, UtcTime value)
{
    if (value.isSet())
        m_state.insert(key, double(value.ms()));
}

}
