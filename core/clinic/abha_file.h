#pragma once

#include "clinic/work.h"
#include "domain/abha_profile.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace nadi::clinic
{

/// The consent that was shown and agreed to before an Aadhaar number left the desk (abha-m1.md 4.6). Append-only.
struct AbhaConsent
{
    QString code; ///< "abha-enrollment"
    QString version; ///< "1.4"
    QString language; ///< of the text on the screen: "en", "hi"
    enum class Manner { OnScreen, OnPaper } manner = Manner::OnScreen;
    std::optional<PatientId> patient; ///< none yet when a new person registers with an ABHA
};
/// Who and when come from `work`. Audited as abha.consent.
Done recordAbhaConsent(Work &work, const AbhaConsent &consent, const FacilityId &facility);

/// B07: the person does not want or cannot have an ABHA now.
Done recordAbhaDeclined(Work &work, const PatientId &patient, const FacilityId &facility);
/// True when nobody declined within the last 90 days and the person has none.
Result<bool> mayAskForAbha(Work &work, const PatientId &patient);

/// What a proof left behind for the file: profile, card and QR as the service drew them; sealed.
struct AbhaSnapshot
{
    AbhaProfile profile;
    AbhaProof proof = AbhaProof::None;
    UtcTime at;
    QByteArray card; ///< PNG, may be empty
    QByteArray qr; ///< PNG, may be empty
};
Done keepAbhaSnapshot(Work &work, const PatientId &patient, const AbhaSnapshot &snapshot);
/// The newest one; none when no proof was made here.
Result<std::optional<AbhaSnapshot>> abhaSnapshot(Work &work, const PatientId &patient);
/// B39, B40.
Done forgetAbhaSnapshots(Work &work, const PatientId &patient);

/// A creation that stopped half-way: what identity::AbhaDesk::parked() gave, one per desk and user, sealed.
Done parkAbhaCreation(Work &work, const QString &desk, const QJsonObject &parked);
Result<QJsonObject> parkedAbhaCreation(Work &work, const QString &desk);
Done dropParkedAbhaCreation(Work &work, const QString &desk);

}
