#pragma once

#include "clinic/likeness.h"
#include "clinic/work.h"
#include "domain/facility_qr.h"
#include "domain/share.h"

#include <optional>

namespace nadi::clinic
{

class PatientIndex;

/// Why a file is proposed for a share, or what speaks against it; ui/ has the words.
enum class ShareEvidence { AbhaNumber, AbhaAddress, Mobile, Gender, Age, Name };

struct ShareMatch
{
    Patient patient;
    QList<ShareEvidence> agrees;
    QList<ShareEvidence> differs; ///< known on both sides and not alike
    /// Attaching needs equal mobile, equal gender, age within 2 years and a similar-sounding name; otherwise a reason
    /// (FD-2).
    bool needsReason = false;
};

/// What the desk is offered for one share.
struct ShareProposal
{
    enum class Kind { Exact, Likely, New };
    Kind kind = Kind::New;
    Share share;
    /// Exact: the one file that has this ABHA. Likely: best first. A file registered by hand before a late share
    /// arrived (B44) is here like any other.
    QList<ShareMatch> matches;
    /// Number and address of the share are on two different files (B38): a person must say which.
    bool conflict = false;
};

/// One field where file and share are not alike.
using ShareField = PersonField;
struct ShareDifference
{
    ShareField field = ShareField::Name;
    QString local; ///< as stored: dates ISO, gender "F"
    QString shared;
};

/// What the desk shows: waiting first, then decided, newest scan first; the last 24 hours.
struct ShareRow
{
    Share share;
    bool expired = false;
    std::optional<int> age;
};
struct ShareList
{
    QList<ShareRow> rows;
    int waiting = 0;
    std::optional<UtcTime> lastReceived; ///< also older than the rows (B43)
};
Result<ShareList> shareList(Work &work, const FacilityId &facility);

/// With `index` also files that only sound alike, registered by hand without the mobile (B44). Fails with
/// SHARE-UNKNOWN.
Result<ShareProposal> proposeFor(Work &work, const ShareId &share, const PatientIndex *index = nullptr);
/// Pure: the evidence for one file.
ShareMatch compareShare(const SharedProfile &profile, const Patient &patient);
/// Pure: the share as the rest of the clinic knows an ABHA.
AbhaProfile profileOf(const SharedProfile &shared);
/// Pure: what the person compares line by line. Fields that the share leaves empty are not in it.
QList<ShareDifference> differences(const SharedProfile &profile, const Patient &patient);

/// The share belongs to this file: attachAbha() with the proof "share", which fills gaps and takes the fields in
/// `take`. Other waiting shares of the same person end with it. Fails with SHARE-REASON when the match needs a reason
/// and there is none, ABHA-ELSEWHERE when another file has this ABHA (B38), SHARE-ABHA when this file has another ABHA
/// number, which is detached first (B39), and DB-STALE.
struct ShareAcceptance
{
    ShareId share;
    qint64 shareVersion = 0;
    PatientId patient;
    qint64 patientVersion = 0;
    QList<ShareField> take;
    QString reason;
};
Result<Patient> acceptShare(Work &work, const ShareAcceptance &acceptance);

/// A new file from the share; `gaps` gives what the share left empty, and may replace mobile and place, but not name,
/// gender and birth. Fails like registerPatient(), with ABHA-ELSEWHERE and DB-STALE.
Result<Patient> registerFromShare(Work &work, const ShareId &share, qint64 shareVersion, const Patient &gaps);

/// Nobody's at this desk; the row stays readable for the day.
Result<Share> dismissShare(Work &work, const ShareId &share, qint64 shareVersion, const QString &reason);

/// Counter ids that have a poster here; "OPD1" until somebody changed it.
Result<QStringList> shareCounters(Work &work, const FacilityId &facility);
/// Fails with COUNTER-ID (1 to 20 letters or digits, no repeats).
Done saveShareCounters(Work &work, const FacilityId &facility, const QStringList &counters);

}
