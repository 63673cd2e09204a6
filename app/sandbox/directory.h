#pragma once

#include "common/result.h"
#include "sandbox/registry.h"

#include <QJsonArray>

namespace nadi::sandbox
{

/// The two registries to look things up in: facilities (HFR, abha-m1.md 6.1) and professionals (HPR, 6.3), out of
/// resources/demo/registries.json. Its entries stand there as they go over the wire, with the oddities of the field.
/// Neither path is checked against the contract file: it does not have the second, and asks of the first the paging
/// that 6.1 leaves open.
class Directory
{
public:
    static Result<Directory> load(const QByteArray &json);

    static QString facilityPath() { return QStringLiteral("/FacilityManagement/v1.5/facility/search"); }
    static QString professionalPath() { return QStringLiteral("/apis/v1/doctors/fetch-professional-info"); }
    static bool serves(const QString &path) { return path == facilityPath() || path == professionalPath(); }
    /// Behind the front's token check. What bridges and the control page have told `registry` goes before the file.
    Answer answer(const QString &path, const QJsonObject &body, const Registry &registry) const;

private:
    QJsonArray facilities(const Registry &registry) const;
    Answer searchFacilities(const QJsonObject &query, const Registry &registry) const;
    Answer fetchProfessionals(const QJsonObject &query) const;

    QJsonArray m_facilities;
    QJsonArray m_professionals;
};

}
