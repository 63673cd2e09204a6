#include "bridge/flow_runner.h"

#include "bridge/facility_router.h"
#include "bridge/own_events.h"
#include "bridge/step_writer.h"
#include "common/log.h"
#include "common/utc_time.h"
#include "flows/routing.h"
#include "storage/consent_repository.h"
#include "storage/facility_repository.h"
#include "storage/flow_repository.h"
#include "storage/outbox.h"

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

using namespace std::chrono_literals;

constexpr int mostTries = 3; // then the message goes to the shelf and the others go on (S-O8)
constexpr int mostDatabaseTries = 40; // ten seconds; when the database is really away, shelving fails too
constexpr auto matchWithin = 24h; // B27
constexpr auto longestTogether = 25ms; // of steps before a shared commit: the door waits for the same lock
const QString unmatched = QStringLiteral("CB-UNMATCHED");

bool isOfKind(const flows::Event &event, abdm::CallbackKind kind)
{
    const auto *callback = std::get_if<flows::CallbackArrived>(&event);
    return callback && callback->kind == kind;
}

bool isNotFound(const Error &error)
{
    return error.kind == ErrorKind::NotFound;
}

}

FlowRunner::FlowRunner(storage::Connection &db, Parts parts)
    : m_db(db)
    , m_parts(std::move(parts))
{
}

Result<bool> FlowRunner::workOnce()
{
    storage::Inbox inbox(m_db);
    const auto message = inbox.next(m_parts.clock.now());
    if (!message)
        return failed(message);
    if (!*message)
        return false;
    const auto &work = **message;
    const Done done = workOn(work);
    if (done) {
        m_tries.remove(work.sequence);
        announce();
        return true;
    }
    m_news.clear(); // what was not committed did not happen
    const bool isDatabase = done.error().kind == ErrorKind::Storage || done.error().code == u"DB-BUSY";
    if (isDatabase && ++m_tries[work.sequence] < mostDatabaseTries)
        return failed(done);
    qCWarning(lcBridge) << "step failed:" << work.source << work.route << done.error().code << done.error().detail;
    if (!isDatabase && ++m_tries[work.sequence] < mostTries)
        return true;
    m_tries.remove(work.sequence);
    ++m_parts.counters.poisoned;
    if (const auto shelved
        = inbox.finish(work.sequence, storage::InboxState::Failed, done.error().code, m_parts.clock.now());
        !shelved)
        return failed(shelved);
    return true;
}

Result<int> FlowRunner::workTogether(int most)
{
    if (most > 1 && m_db.backend() == storage::Backend::Sqlite) {
        const auto count = tryTogether(most);
        if (count) {
            announce();
            return count;
        }
        m_news.clear();
    }
    // Alone, so that what fails is counted, and shelved in the end (S-O8).
    return workOnce().map([](bool worked) { return worked ? 1 : 0; });
}

/// Stops before the first message that fails: what came before it is committed.
Result<int> FlowRunner::tryTogether(int most)
{
    storage::Inbox inbox(m_db);
    auto message = inbox.next(m_parts.clock.now()); // a read: an idle bridge never takes the write lock
    if (!message || !*message)
        return message.map([](const auto &) { return 0; });
    storage::Transaction transaction(m_db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto start = m_parts.clock.monotonic();
    std::vector<qint64> worked;
    while (message && *message) {
        const auto before = m_news.size();
        if (const Done done = workOn(**message); !done) {
            m_news.resize(before);
            if (worked.empty())
                return failed(done);
            break;
        }
        worked.push_back((*message)->sequence);
        if (int(worked.size()) == most || m_parts.clock.monotonic() - start > longestTogether)
            break;
        message = inbox.next(m_parts.clock.now());
    }
    if (const auto done = transaction.commit(); !done)
        return failed(done);
    for (const auto sequence : worked)
        m_tries.remove(sequence);
    return int(worked.size());
}

Done FlowRunner::workOn(const storage::InboxMessage &message)
{
    storage::Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    auto target = targetOf(message);
    if (!target)
        return failed(target);
    auto state = storage::InboxState::Done;
    if (!target->quarantine.isEmpty()) {
        ++m_parts.counters.callbacksQuarantined;
        state = storage::InboxState::Quarantined;
    } else if (!target->flow) {
        // Nothing to step: what it says was handed on (shareAnswer).
    } else if (const auto stepped = stepCaught(*target->flow, *target->event, &message); !stepped) {
        return stepped;
    }
    if (target->event && isOfKind(*target->event, abdm::CallbackKind::LinkConfirm))
        if (const auto forgotten = storage::Inbox(m_db).forgetBody(message.sequence); !forgotten)
            return forgotten; // a one-time code is not kept, not even sealed
    if (const auto finished
        = storage::Inbox(m_db).finish(message.sequence, state, target->quarantine, m_parts.clock.now());
        !finished)
        return finished;
    return transaction.commit();
}

Result<FlowRunner::Target> FlowRunner::targetOf(const storage::InboxMessage &message)
{
    if (message.source == u"gateway")
        return targetOfCallback(message);
    if (message.source == sharedAnswer)
        return targetOfSharedAnswer(message);
    auto flow = storage::FlowRepository(m_db).flow(message.flow);
    if (!flow)
        return isNotFound(flow.error()) ? Result<Target>(Target{{}, {}, u"FLOW-UNKNOWN"_s}) : failed(flow);
    auto event = eventOf(message);
    if (!event)
        return failed(event);
    return Target{std::move(*flow), std::move(*event), {}};
}

Result<FlowRunner::Target> FlowRunner::targetOfCallback(const storage::InboxMessage &message)
{
    const auto quarantined = [](const QString &code) { return Target{{}, {}, code}; };
    const auto kind = abdm::callbackKind(message.route);
    if (!kind)
        return quarantined(u"CB-PATH"_s);
    auto callback = abdm::parseCallback(*kind, message.body);
    if (!callback)
        return quarantined(callback.error().code);

    storage::FlowRepository rows(m_db);
    std::optional<flows::AnsweredCall> answered;
    if (const RequestId reply = flows::replyTo(*callback); !reply.isEmpty()) {
        const auto calls = storage::Outbox(m_db).together(reply);
        if (!calls)
            return failed(calls);
        if (calls->size() > 1)
            return shareAnswer(message, *calls);
        if (const auto asker = calls->isEmpty() ? fail(ErrorKind::NotFound, unmatched) : rows.flow(calls->first().flow);
            asker)
            answered = flows::AnsweredCall{calls->first().businessKey, asker->kind, asker->key};
        else if (!isNotFound(asker.error()))
            return failed(asker);
    }
    const auto route = flows::route(*kind, *callback, message.request, answered);
    if (route.to != flows::Route::To::Flow)
        return quarantined(route.to == flows::Route::To::None ? u"CB-UNSERVED"_s : unmatched);

    auto flow = rows.byKey(route.flowKind, route.flowKey);
    if (!flow && isNotFound(flow.error())) {
        if (route.firstState.isEmpty())
            return quarantined(unmatched);
        const auto facility = facilityOf(message, *callback);
        if (!facility)
            return isNotFound(facility.error()) ? Result<Target>(quarantined(u"CB-FACILITY-MISSING"_s))
                                                : failed(facility);
        flow = openFlow(route.flowKind, route.flowKey, route.firstState, *facility, m_parts.clock.now());
    }
    if (!flow)
        return failed(flow);
    if (isForeign(message, *flow))
        return quarantined(u"CB-FACILITY-MISMATCH"_s);
    return Target{std::move(*flow),
        flows::CallbackArrived{*kind, std::move(*callback), message.request, route.repliesTo, message.receivedAt}, {}};
}

/// Named by the callback, or by the consent that a data request is about (abdm-v3-gateway.md 9).
Result<FacilityId> FlowRunner::facilityOf(const storage::InboxMessage &message, const abdm::Callback &callback)
{
    if (!message.facility.isEmpty())
        return message.facility;
    const auto *wanted = std::get_if<abdm::HealthInformationRequest>(&callback);
    if (!wanted)
        return fail(ErrorKind::NotFound, u"CB-FACILITY-MISSING"_s);
    return storage::ConsentRepository(m_db).artefact(wanted->consent).and_then([this](const ConsentArtefact &artefact) {
        // The network's name of it; whose rows are meant is ours to know.
        return storage::FacilityRepository(m_db).facilities().map([&](const QList<Facility> &ours) {
            return facilityDirectory(ours).value(artefact.hip.value(), artefact.hip);
        });
    });
}

/// S-C11: another facility's conversation.
bool FlowRunner::isForeign(const storage::InboxMessage &message, const storage::FlowRow &flow)
{
    const bool foreign = !message.facility.isEmpty() && message.facility != flow.facility;
    m_parts.counters.alarms += foreign ? 1 : 0;
    return foreign;
}

Result<storage::FlowRow> FlowRunner::openFlow(
    const QString &kind, const QString &key, const QJsonObject &state, const FacilityId &facility, UtcTime now)
{
    storage::FlowRow row;
    row.id = m_parts.ids.next<FlowId>();
    row.kind = kind;
    row.key = key;
    row.facility = facility;
    row.state = state;
    row.createdAt = now;
    row.updatedAt = now;
    storage::FlowRepository rows(m_db);
    if (const auto inserted = rows.insert(row); !inserted)
        return failed(inserted);
    return rows.flow(row.id);
}

Done FlowRunner::stepCaught(storage::FlowRow &flow, const flows::Event &event, const storage::InboxMessage *message)
{
    try {
        return step(flow, event, message);
    } catch (const std::exception &defect) { // one bug is one shelved message, not a stopped bridge (S-B8)
        return fail(ErrorKind::Internal, u"STEP-THREW"_s, QString::fromUtf8(defect.what()));
    }
}

Done FlowRunner::step(storage::FlowRow &flow, const flows::Event &event, const storage::InboxMessage *message)
{
    const auto stepFunction = flows::stepFunction(flow.kind);
    if (!stepFunction)
        return fail(ErrorKind::Internal, u"FLOW-KIND"_s, flow.kind);
    const UtcTime now = m_parts.clock.now();
    const auto facts = loadFacts(m_db, m_parts.ids, m_parts.identity, flow, flows::needs(flow.kind, flow.state, event),
        {now, m_parts.network.skew()}, jitter());
    if (!facts)
        return failed(facts);
    const auto next = stepFunction(flow.state, event, *facts);
    if (!next)
        return failed(next);
    StepContext context{now, m_parts.steady.now(), {}, {}, 0};
    if (const auto *callback = std::get_if<flows::CallbackArrived>(&event)) {
        context.request = callback->request;
        context.raw = message ? message->body : QByteArray();
    } else if (const auto *delayed = std::get_if<flows::CallDelayed>(&event)) {
        context.attempt = delayed->attempt;
    }
    StepWriter writer(m_db, m_parts.ids, m_parts.counters, context);
    if (const auto written = writer.write(flow, *next); !written)
        return written;
    News news{flow.id, {}, writer.touched(), {}};
    if (flow.wakeAt.isSet())
        news.wakeIn = flow.wakeAt - now;
    if (writer.bodyAnswer())
        news.afterCommit = [this, id = flow.id, facility = flow.facility, answer = *writer.bodyAnswer()] {
            answerInBody(id, facility, answer);
        };
    m_news.push_back(std::move(news));
    ++m_parts.counters.steps;
    return {};
}

Done FlowRunner::wake(const FlowId &id)
{
    const auto work = [&]() -> Done {
        storage::Transaction transaction(m_db);
        if (!transaction.begun())
            return transaction.begun();
        auto flow = storage::FlowRepository(m_db).flow(id);
        if (!flow)
            return failed(flow);
        if (flow->finished || !flow->wakeAt.isSet())
            return {};
        if (const auto stepped = stepCaught(*flow, flows::Woken{}, nullptr); !stepped)
            return stepped;
        return transaction.commit();
    };
    const Done done = work();
    if (done)
        announce();
    m_news.clear();
    return done;
}

/// The flow hears of it like of everything else: worked on exactly once.
void FlowRunner::answerInBody(const FlowId &flow, const FacilityId &facility, const flows::AnswerInBody &answer)
{
    const auto now = m_parts.clock.now();
    if (!m_parts.answerInBody || !m_parts.answerInBody(answer, std::max(0ms, answer.notBefore - now)))
        return;
    auto message = answeredInBodyMessage(flow, facility, answer.request);
    message.request = m_parts.ids.next<RequestId>();
    message.receivedAt = now;
    if (const auto put = storage::Inbox(m_db).put(message); !put)
        qCWarning(lcBridge) << "answered in the body, and not noted:" << put.error().code;
    m_parts.ring(storage::Topic::Inbox);
}

void FlowRunner::announce()
{
    QSet<storage::Topic> touched;
    for (const auto &news : std::exchange(m_news, {})) {
        if (news.afterCommit)
            news.afterCommit();
        touched |= news.touched;
        m_parts.wakeIn(news.flow, news.wakeIn);
    }
    for (const auto topic : touched)
        m_parts.ring(topic);
}

Done FlowRunner::retryUnmatched()
{
    const auto reopened = storage::Inbox(m_db).reopenQuarantined(unmatched, m_parts.clock.now() - matchWithin);
    return reopened ? Done() : failed(reopened);
}

double FlowRunner::jitter()
{
    return double(static_cast<unsigned char>(m_parts.random.bytes(1)[0])) / 256.0;
}

}
