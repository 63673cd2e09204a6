#pragma once

#include "flows/gatekeeper.h"

namespace nadi::test
{

/// Everything decide() looks at, in one value that a row can change.
struct ReleaseCase
{
    std::optional<ConsentArtefact> consent;
    flows::ReleaseRequest request;
    QList<flows::Facts::HeldRecord> held;
    int servedBefore = 0;
    bool accepted = true;
};

struct ReleaseRow
{
    QString name;
    ReleaseCase given;
    QString expected; ///< "RX-2 RX-1" for what may leave, newest first; "ABDM-1061" when nothing may
};

/// The case that may leave, from which every row of the table differs by what it says.
ReleaseCase baseCase();

/// gatekeeper_table.txt. A row that cannot be read has the fault in `name` and is expected to answer "unreadable".
QList<ReleaseRow> gatekeeperTable();

using Decide = flows::Release (*)(const std::optional<ConsentArtefact> &, const flows::ReleaseRequest &,
    const QList<flows::Facts::HeldRecord> &, int, bool);

/// The answer in the words of the table.
QString answerOf(Decide decide, const ReleaseCase &given);

}
