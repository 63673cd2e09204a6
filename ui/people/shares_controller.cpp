#include "shares_controller.h"

#include "ui/theme/standing.h"
#include "ui/words/person_words.h"

#include <QSet>

namespace nadi::ui
{
namespace
{

using namespace std::chrono_literals;

Patient personOf(const SharedProfile &profile)
{
    Patient person;
    person.name = profile.name;
    person.gender = profile.gender;
    person.birth = profile.birth;
    person.mobile = profile.mobile;
    return person;
}

}

SharesController::SharesController(UiServices &services, QObject *parent)
    : PageController(services, parent)
{
    connect(&services.store.changes(), &storage::ChangeFeed::changed, this, [this](storage::Topic topic) {
        if (topic == storage::Topic::Shares || topic == storage::Topic::Patients)
            refresh();
    });
    m_minute.setInterval(30s); // ages and expiry move without a change in the database
    connect(&m_minute, &QTimer::timeout, this, &SharesController::refresh);
    m_minute.start();
    refresh();
}

void SharesController::refresh()
{
    askFor([facility = services().facility.id](clinic::Work &work) { return clinic::shareList(work, facility); },
        [this](const clinic::ShareList &list) { show(list); });
}

void SharesController::show(const clinic::ShareList &list)
{
    QSet<QString> known;
    for (const auto &row : m_rows.rows())
        known.insert(row.share);
    QList<ShareLine> lines;
    for (const auto &row : list.rows)
        lines << lineOf(row);
    const bool first = !m_loaded;
    m_list = list;
    m_loaded = true;
    m_rows.setRows(lines);
    Q_EMIT changed();
    for (const auto &line : std::as_const(lines))
        if (!first && line.waiting && !known.contains(line.share))
            Q_EMIT arrived(line.name, line.token);
}

ShareLine SharesController::lineOf(const clinic::ShareRow &row) const
{
    const auto &share = row.share;
    const auto identity = identityOf(personOf(share.profile), today());
    ShareLine line;
    line.share = share.id.value();
    line.token = QString::number(share.token.number);
    line.name = share.profile.name;
    QStringList facts{identity.ageAndSex};
    if (!share.profile.mobile.isEmpty())
        facts << maskedMobile(share.profile.mobile);
    facts << tr("counter %1").arg(share.counter) << clinicTime().time(share.receivedAt);
    if (share.scans > 1)
        facts << tr("scanned %n times", nullptr, share.scans);
    const bool phoneIsBlank = !share.answerCode.isEmpty() && share.answerCode != u"ok";
    if (phoneIsBlank)
        facts << tr("the phone shows no number, say it");
    line.detail = facts.join(QStringLiteral("  ·  "));
    line.waiting = share.outcome == ShareOutcome::Waiting;
    switch (share.outcome) {
    case ShareOutcome::Waiting:
        line.chip = row.expired ? tr("Number has run out") : phoneIsBlank ? tr("Say the number") : QString();
        line.standing = int(row.expired || phoneIsBlank ? Standing::NeedsPerson : Standing::Waiting);
        break;
    case ShareOutcome::Matched:
        line.chip = tr("In a file");
        line.standing = int(Standing::Done);
        break;
    case ShareOutcome::New:
        line.chip = tr("New file");
        line.standing = int(Standing::Done);
        break;
    case ShareOutcome::Dismissed:
        line.chip = tr("Not for this desk");
        line.standing = int(Standing::NotStarted);
        break;
    }
    return line;
}

QString SharesController::listening() const
{
    return m_list.lastReceived ? tr("Last scan %1").arg(clinicTime().moment(*m_list.lastReceived, now()))
                               : tr("No scan yet. Register by hand when one does not arrive.");
}

}
