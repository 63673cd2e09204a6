#include "crash/window_under_fire.h"

#include <QJsonDocument>
#include <QTest>

namespace nadi::test
{
using namespace Qt::StringLiterals;

namespace
{

// One step of a journey under load, with pages to read and a callback to wait for.
constexpr int lineMs = 90'000;

const QStringList &steps()
{
    static const QStringList all{
        u"home"_s, u"patient"_s, u"booking"_s, u"link-check"_s, u"add"_s, u"confirm"_s, u"success"_s};
    return all;
}

/// The journey as written calls the patient's file a home with a patient.
QString stepOf(const QJsonObject &line)
{
    const auto step = line[u"step"].toString();
    return step == u"home" && !line[u"patient"].toString().isEmpty() ? u"patient"_s : step;
}

}

WindowUnderFire::WindowUnderFire(QProcessEnvironment environment, QString logFile)
    : m_environment(std::move(environment))
    , m_logFile(std::move(logFile))
{
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    m_environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
}

WindowUnderFire::~WindowUnderFire()
{
    if (m_process) {
        m_process->kill();
        m_process->waitForFinished(-1);
    }
}

void WindowUnderFire::start(const WindowJourney &journey)
{
    if (journey.number != m_journey.number) {
        m_previousName = m_journey.name;
        m_pages = 0;
        m_record.clear();
    }
    m_journey = journey;
    m_hasResumed = m_done = false;
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(m_environment);
    m_process->setStandardErrorFile(m_logFile, QIODevice::Append);
    m_process->start(QStringLiteral(NADI_TESTS_DIR "/nadi-crash-window"),
        {journey.name, journey.name, journey.file, QString::number(journey.pages)});
}

WindowUnderFire::Heard WindowUnderFire::listen(int lines)
{
    const auto heard = [&] {
        while (lines > 0 && !m_done && m_process->canReadLine()) {
            take(QJsonDocument::fromJson(m_process->readLine()).object());
            --lines;
        }
        return lines <= 0 || m_done || (m_process->state() == QProcess::NotRunning && !m_process->canReadLine());
    };
    const bool in_time = QTest::qWaitFor(heard, lineMs);
    if (m_done) {
        m_process->waitForFinished(-1);
        return Heard::Done;
    }
    return in_time && lines <= 0 ? Heard::Enough : Heard::Failed;
}

void WindowUnderFire::kill()
{
    m_process->kill();
    m_process->waitForFinished(-1);
    while (m_process->canReadLine())
        take(QJsonDocument::fromJson(m_process->readLine()).object());
    ++m_killedAt[m_hasResumed ? steps().value(m_kept % int(steps().size())) : u"start"_s];
}

int WindowUnderFire::placeOf(const QJsonObject &line) const
{
    const auto step = stepOf(line);
    const bool stillTheLast = step == u"success" && line[u"patient"].toString() != m_journey.patient.value();
    return (m_journey.number - (stillTheLast ? 1 : 0)) * int(steps().size()) + int(steps().indexOf(step));
}

void WindowUnderFire::take(const QJsonObject &line)
{
    const auto what = line[u"what"].toString();
    if (what == u"resumed")
        resumed(line);
    else if (what == u"done")
        m_done = true;
    else if (!m_hasResumed)
        return;
    else if (what == u"shown")
        m_shown
            = qMax(m_shown, m_journey.number * int(steps().size()) + int(steps().indexOf(line[u"step"].toString())));
    else if (what == u"pages")
        m_pages = qMax(m_pages, line[u"pages"].toInt());
    else if (what == u"kept") {
        m_kept = qMax(m_kept, placeOf(line));
        if (const auto record = line[u"record"].toString(); line[u"patient"].toString() == m_journey.patient.value())
            m_record = record.isEmpty() ? m_record : record;
    }
}

void WindowUnderFire::resumed(const QJsonObject &line)
{
    m_hasResumed = true;
    const auto place = placeOf(line);
    const auto step = steps().value(place % int(steps().size()));
    const bool isMine = place / int(steps().size()) == m_journey.number;
    const auto &name = isMine ? m_journey.name : m_previousName;
    const auto said = QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact));
    // Later by one is a commit that was not told any more, and the link check goes on by itself; earlier is lost.
    int furthest = qMax(m_kept, m_shown) + 1;
    furthest += steps().value(furthest % int(steps().size())) == u"link-check";
    if (place < m_kept || place > furthest)
        m_complaint
            = u"written was place %1, shown %2, resumed at %3: %4"_s.arg(m_kept).arg(m_shown).arg(place).arg(said);
    else if (step != u"home" && line[u"name"].toString() != name)
        m_complaint = u"resumed with somebody else: "_s + said;
    else if ((step == u"add" || step == u"confirm") && line[u"pages"].toInt() < m_pages)
        m_complaint = u"%1 pages were shown as saved: %2"_s.arg(m_pages).arg(said);
    else if (isMine && !m_record.isEmpty() && line[u"record"].toString() != m_record)
        m_complaint = u"resumed with another record: "_s + said;
    m_kept = m_shown = place;
}

}
