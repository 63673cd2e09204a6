#pragma once

#include "domain/identifier.h"
#include "storage/sql.h"

namespace nadi::storage
{

// How identifiers stand in their tables; for PatientRepository and IdentifierRepository.

inline constexpr QByteArrayView mobileField{"mobile"};
inline constexpr QByteArrayView abhaNumberField{"abha-number"};
inline constexpr QByteArrayView abhaAddressField{"abha-address"};
inline constexpr QByteArrayView localNumberField{"local-number"};
inline constexpr QByteArrayView externalField{"external-number"};

/// Keyed hash of a normalised value; for ABHA the same as in the patient's own row.
QByteArray identifierIndex(
    const Connection &db, IdentifierSystem system, const QString &assigner, const QString &normalised);

Result<QByteArray> sealIdentifier(const Connection &db, const Identifier &identifier);
/// Columns: id, patient, system, status, added_at, verified_at, ended_at, sealed.
Result<Identifier> readIdentifier(const Connection &db, const Rows &row);

Result<QByteArray> sealLocalNumber(
    const Connection &db, const PatientId &patient, const QString &facility, const QString &number);
Result<QString> openLocalNumber(
    const Connection &db, const PatientId &patient, const QString &facility, const QByteArray &sealed);
/// Columns: patient, facility, sealed.
Result<Identifier> readLocalNumber(const Connection &db, const Rows &row);

/// A search index sees that something about the person changed.
Done touchPatient(Connection &db, const PatientId &patient);

}
