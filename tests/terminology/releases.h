#pragma once

#include "terminology/terminology_import.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace nadi::test
{

/// Small releases, written as their owners write them.
class Releases
{
public:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    /// Where the terminology of this PC lives.
    QString home() const { return path(QStringLiteral("terminology")); }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        const auto at = path(name);
        QDir().mkpath(QFileInfo(at).absolutePath());
        QFile file(at);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            qFatal("cannot write a release");
        return at;
    }

    terminology::ImportRequest request(CodeSystem system, const QString &source) const
    {
        return {system, source, home(), terminology::LicenceAnswer::Accepted, {}, UtcTime::fromMs(1'795'000'000'000)};
    }
    Result<terminology::ImportReport> import(CodeSystem system, const QString &source) const
    {
        return terminology::importRelease(
            request(system, source), [](const terminology::ImportProgress &) { return Done{}; });
    }

private:
    QTemporaryDir m_dir;
};

/// Rows of an RF2 file: header and lines, CRLF.
inline QByteArray rf2(const QByteArrayList &lines)
{
    return lines.join("\r\n") + "\r\n";
}

constexpr const char *conceptHeader = "id\teffectiveTime\tactive\tmoduleId\tdefinitionStatusId";
constexpr const char *descriptionHeader
    = "id\teffectiveTime\tactive\tmoduleId\tconceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId";
constexpr const char *languageHeader
    = "id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId\tacceptabilityId";

/// Everything of the NAMASTE files that is kept outside this repository, or an empty string.
inline QString namasteFixture(const QString &name)
{
    auto shared = qEnvironmentVariable("NADI_SHARED_DIR");
    if (shared.isEmpty())
        shared = QStringLiteral(NADI_SOURCE_DIR "/../shared");
    const auto path = shared + QStringLiteral("/fixtures/terminology/namaste/") + name;
    return QFile::exists(path) ? path : QString();
}

}
