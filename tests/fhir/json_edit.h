#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace nadi::test
{

/// Changes one value of a JSON document by a path like "entry[0].resource.status". An undefined value removes it; the
/// index one behind the last appends.
inline QJsonValue edited(const QJsonValue &value, const QString &path, const QJsonValue &to)
{
    if (path.isEmpty())
        return to;
    static const QRegularExpression head(QStringLiteral(R"(^(?:\[(\d+)\]|([^.\[]+))\.?)"));
    const auto match = head.match(path);
    const auto rest = path.mid(match.capturedLength());
    if (match.capturedLength(1) > 0) {
        auto array = value.toArray();
        const int index = match.captured(1).toInt();
        const auto changed = edited(index < array.size() ? array.at(index) : QJsonValue(QJsonObject()), rest, to);
        if (changed.isUndefined())
            array.removeAt(index);
        else if (index < array.size())
            array.replace(index, changed);
        else
            array.append(changed);
        return array;
    }
    auto object = value.toObject();
    const auto changed = edited(object.value(match.captured(2)), rest, to);
    if (changed.isUndefined())
        object.remove(match.captured(2));
    else
        object.insert(match.captured(2), changed);
    return object;
}

/// `json` may be any JSON value; empty removes.
inline QByteArray edited(const QByteArray &document, const QString &path, const QByteArray &json)
{
    const auto to
        = json.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonDocument::fromJson('[' + json + ']').array().at(0);
    const auto changed = edited(QJsonValue(QJsonDocument::fromJson(document).object()), path, to);
    return QJsonDocument(changed.toObject()).toJson(QJsonDocument::Compact);
}

}
