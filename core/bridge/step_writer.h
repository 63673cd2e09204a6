#pragma once

#include "bridge/counters.h"
#include "common/id.h"
#include "flows/flow.h"
#include "storage/change_feed.h"
#include "storage/flow_repository.h"

#include <QSet>

namespace nadi::bridge
{

/// What a step was about, for the rows it writes.
struct StepContext
{
    UtcTime now;
    UtcTime dueAt; ///< by the steady clock
    RequestId request; ///< of the callback, if any
    QByteArray raw; ///< the callback as received
    int attempt = 0;
};

/// Writes the effects of one step inside the caller's transaction: outbox messages, timeline, read model, artefacts,
/// audit.
class StepWriter
{
public:
    StepWriter(storage::Connection &db, IdSource &ids, Counters &counters, StepContext context);

    /// Changes `flow` (wake time, finished, state) and stores it.
    Done write(storage::FlowRow &flow, const flows::Step &step);
    /// Who should look again after the commit.
    const QSet<storage::Topic> &touched() const { return m_touched; }
    /// What may go as the body of the callback's HTTP response, after the commit.
    const std::optional<flows::AnswerInBody> &bodyAnswer() const { return m_bodyAnswer; }

private:
    Done apply(const flows::SendCall &call);
    Done apply(const flows::ConcludeCall &call);
    Done apply(const flows::WakeAt &wake);
    Done apply(const flows::Tell &line);
    Done apply(const flows::MoveDelivery &move);
    Done apply(const flows::SaveLinkToken &token);
    Done apply(const flows::DropLinkToken &token);
    Done apply(const flows::SaveFacilityLink &link);
    Done apply(const flows::SaveConsent &consent);
    Done apply(const flows::EndConsent &consent);
    Done apply(const flows::PushRecord &push);
    Done apply(const flows::NotifyDelivery &notify);
    Done apply(const flows::NoteShare &note);
    Done apply(const flows::AnswerInBody &answer);
    Done apply(const flows::SendLinkCode &code);
    Done apply(const flows::NoteDiscovery &note);
    Done apply(const flows::ContextLinked &linked);
    Done apply(const flows::ConcernPatient &concern);
    Done apply(const flows::KeepProvedAbha &proved);
    Done apply(const flows::ForgetAbha &ended);
    Done apply(const flows::Alarm &alarm);
    Done apply(const flows::Finish &);
    Done tellWaitingForToken();
    Done audit(const QString &action, const QString &subject, const QString &reason = {});

    storage::Connection &m_db;
    IdSource &m_ids;
    Counters &m_counters;
    const StepContext m_context;
    storage::FlowRow *m_flow = nullptr;
    QSet<storage::Topic> m_touched;
    std::optional<flows::AnswerInBody> m_bodyAnswer;
};

/// Saves what a listing said and, when the facility is listed, tells every unfinished delivery of it.
Done saveFacilityLink(storage::Connection &db, IdSource &ids, const FacilityLink &link, UtcTime now);

}
