#pragma once

#include "domain/content/coded.h"

#include <QList>
#include <QString>

namespace nadi::terminology
{

/// What a release says of itself once it is imported.
struct ReleaseInfo
{
    CodeSystem system = CodeSystem::Snomed;
    QString version;
    qint64 concepts = 0;
    qint64 terms = 0;
    QString importedAt; ///< ISO, UTC
    QString notice; ///< licence notice of the owner

    bool operator==(const ReleaseInfo &) const = default;
};

/// The systems that have releases of their own.
QList<CodeSystem> importableSystems();

/// One file per system: an import of one never touches another.
QString releaseFile(const QString &folder, CodeSystem system);

/// The releases of a folder; one that cannot be read is left out and logged.
QList<ReleaseInfo> releasesIn(const QString &folder);

}
