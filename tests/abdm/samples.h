#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace nadi::test
{

/// One body of resources/abdm/samples, as it came.
inline QByteArray sampleBytes(const QString &name)
{
    QFile file(QStringLiteral(NADI_SOURCE_DIR "/resources/abdm/samples/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QJsonObject sample(const QString &name)
{
    return QJsonDocument::fromJson(sampleBytes(name)).object();
}

}
