#pragma once

#include "abdm/discovery_callbacks.h"
#include "domain/flow_start.h"

#include <QStringList>

#include <chrono>

namespace nadi::flows
{

/// A file at the addressed facility that has at least one of the identifiers the network vouches for.
struct DiscoveryCandidate
{
    Patient patient; ///< as the addressed facility knows it
    bool sameAddress = false;
    bool sameNumber = false;
    bool sameMobile = false;
    bool sameRecordNumber = false; ///< the clinic's own number, among the *verified* identifiers
    bool abhaProved = false; ///< the equal ABHA address or number was proved here, not typed
};

/// A care context of one person at one facility that is not in anybody's app yet: a record, or a visit with several.
struct UnlinkedContext
{
    CareContextRef careContext;
    HiType type{}; ///< of its newest record
    QDate issuedOn;
    CareContextKind kind = CareContextKind::Document;
};

enum class DiscoveryOutcome {
    Found, ///< exactly one file
    Nobody,
    Several, ///< more than one confident match: a person's work, "not found" to the network
    Unvouched, ///< no identifier that the network vouches for (USER_INIT_LINK_606)
    TooOften, ///< this ABHA address asked too often
    TooLate, ///< the answer was not ready within the hard deadline
};
QString toWord(DiscoveryOutcome outcome);
DiscoveryOutcome discoveryOutcomeFromWord(QStringView word);

enum class AnswerBy { Callback, Body, Both };

/// Settings "discovery.*"; defaults from abdm-v3-gateway.md 5 and security-reliability.md S-N9, S-N10, S-Q2.
struct DiscoveryPolicy
{
    int birthYears = 2; ///< tolerated difference
    int asksPerHour = 20; ///< of one ABHA address at one facility
    int codesPerDay = 5; ///< to one ABHA address at one facility
    std::chrono::milliseconds answerAfter{500}; ///< from arrival, found or not: the time says nothing (S-N9)
    std::chrono::milliseconds soft{2'500}; ///< so long the HTTP response may wait for the answer
    std::chrono::milliseconds hard{5'000}; ///< later the answer is "not available"
    std::chrono::milliseconds codeLife{600'000};
    int codeTries = 5;
    AnswerBy answerBy = AnswerBy::Callback;
    QString authenticationType = QStringLiteral("DIRECT"); ///< implementations disagree (5.3)
};

struct DiscoveryMatch
{
    DiscoveryOutcome outcome = DiscoveryOutcome::Nobody;
    PatientId patient; ///< of Found
    QStringList matchedBy; ///< of Found, wire words
    QList<PatientId> several; ///< of Several

    bool operator==(const DiscoveryMatch &) const = default;
};

/// The published rules (5.2; docs/discovery.md). Pure, and the same work whatever comes out: every candidate is
/// compared in every respect.
DiscoveryMatch matchDiscovery(
    const abdm::DiscoverRequest &request, const QList<DiscoveryCandidate> &candidates, const DiscoveryPolicy &policy);

}
