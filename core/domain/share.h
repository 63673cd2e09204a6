#pragma once

#include "common/utc_time.h"
#include "domain/person.h"

#include <QDate>

namespace nadi
{

using ShareId = Id<struct ShareTag>;

/// The profile that a patient's ABHA app sent after scanning our QR, as received (abdm-v3-gateway.md 3.2). The network
/// vouches for it; what it did not send is empty, never guessed. All of it is personal data.
struct SharedProfile
{
    std::optional<AbhaNumber> abhaNumber; ///< none for people who only have an address
    AbhaAddress abhaAddress;
    QString name;
    Gender gender = Gender::Unknown;
    BirthDate birth;
    QString mobile; ///< 10 digits, or empty
    QString addressLine;
    QString district;
    QString state;
    QString pincode;

    /// "Pune, Maharashtra"; what Patient::place holds.
    QString place() const;

    bool operator==(const SharedProfile &) const = default;
};

/// What the desk made of a share.
enum class ShareOutcome { Waiting, Matched, New, Dismissed };
QString toWord(ShareOutcome outcome);
ShareOutcome shareOutcomeFromWord(QStringView word);

/// The number a person gets for coming to one counter on one clinic day: unique and gap-free there (S-O11).
struct QueueToken
{
    QDate day; ///< of the facility's time zone
    int number = 0; ///< from 1
    UtcTime expiresAt; ///< until then a repeated scan gets the same number

    bool operator==(const QueueToken &) const = default;
};

/// One row of the shares panel. A scan repeated within the token's life is the same row (B45).
struct Share
{
    ShareId id;
    FacilityId facility;
    QString counter; ///< the counter id of the QR ("OPD1")
    QString doctorHprId; ///< when the QR named a doctor
    SharedProfile profile;
    QueueToken token;
    UtcTime firstReceivedAt;
    UtcTime receivedAt; ///< the latest scan
    int scans = 1;
    /// What the gateway said to our on-share: empty while open, "ok", or the code that ended it (the phone then shows
    /// no number).
    QString answerCode;
    ShareOutcome outcome = ShareOutcome::Waiting;
    PatientId patient; ///< of Matched and New
    QString reason; ///< a person's, when the match needed one or the row was dismissed
    UtcTime decidedAt;
    qint64 version = 0; ///< optimistic lock

    /// Greyed on the panel, still usable to register.
    bool expired(UtcTime now) const { return now >= token.expiresAt; }
};

/// The rule of the QR's counter id: 1 to 20 letters or digits (abdm-v3-gateway.md 3.1).
bool isCounterId(QStringView text);
/// What a callback may name as counter: wider, because codes made elsewhere are scanned too (3.3).
bool isCounterContext(QStringView text);

}
