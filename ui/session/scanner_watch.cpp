#include "scanner_watch.h"

#include "domain/abha_qr.h"

#include <QCoreApplication>

namespace nadi::ui
{
namespace
{

using namespace std::chrono_literals;

constexpr auto slowest = 60ms; // between two keys of a reader; a fast typist stays above 80 ms
constexpr qsizetype longest = 4'000; // characters; the largest QR holds fewer
constexpr qsizetype surelyAReader = 25; // fast keys in a row

/// The digits are not needed to name what a reader got wrong, and what is typed may be an Aadhaar number or an OTP.
QString withoutDigits(QString typed)
{
    for (QChar &c : typed)
        if (c.digitValue() >= 0)
            c = u'0';
    return typed;
}

bool isEnter(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

}

ScannerWatch::ScannerWatch(QObject &application, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(slowest);
    connect(&m_pause, &QTimer::timeout, this, &ScannerWatch::rest);
    application.installEventFilter(this);
}

bool ScannerWatch::eventFilter(QObject *receiver, QEvent *event)
{
    if (m_givingBack || !receiver->isWindowType())
        return false;
    if (event->type() == QEvent::KeyPress)
        return pressed(receiver, static_cast<const QKeyEvent &>(*event));
    // A "/" inside a code must not open the search.
    if (event->type() == QEvent::ShortcutOverride && !m_kept.empty()) {
        event->accept();
        return true;
    }
    return event->type() == QEvent::KeyRelease && !m_kept.empty();
}

bool ScannerWatch::pressed(QObject *receiver, const QKeyEvent &key)
{
    pace(key);
    if (m_kept.empty() && key.text() != u"{")
        return false;
    if (!m_kept.empty() && isEnter(key)) {
        finish();
        return true;
    }
    m_receiver = receiver;
    m_kept.emplace_back(key.clone());
    m_text += key.text();
    if (m_text.size() > longest)
        giveBack();
    else
        m_pause.start();
    return true;
}

void ScannerWatch::rest()
{
    m_burst.clear();
    if (!m_kept.empty())
        finish();
}

void ScannerWatch::pace(const QKeyEvent &key)
{
    const auto now = m_clock.monotonic();
    const bool fast = now - m_lastAt < slowest;
    m_lastAt = now;
    if (!fast)
        m_burst.clear();
    if (!isEnter(key)) {
        if (m_burst.size() < longest)
            m_burst += withoutDigits(key.text());
        m_pause.start(); // nor does anything else that was typed wait here for the next key
        return;
    }
    if (m_kept.empty() && m_burst.size() >= surelyAReader && readScannedQr(m_burst).kind == QrKind::Damaged)
        Q_EMIT unreadable();
    m_burst.clear();
}

void ScannerWatch::finish()
{
    m_pause.stop();
    const auto kind = readScannedQr(m_text).kind;
    if (kind == QrKind::AbhaCard || kind == QrKind::PhrApp || kind == QrKind::FacilityJson) {
        m_kept.clear();
        Q_EMIT scanned(std::exchange(m_text, {}));
        return;
    }
    const bool damaged = m_text.size() >= surelyAReader && kind == QrKind::Damaged;
    if (damaged) {
        m_kept.clear();
        m_text.clear();
        Q_EMIT unreadable();
        return;
    }
    giveBack();
}

void ScannerWatch::giveBack()
{
    m_pause.stop();
    const auto keys = std::exchange(m_kept, {});
    m_text.clear();
    m_givingBack = true;
    for (const auto &key : keys)
        if (m_receiver)
            QCoreApplication::sendEvent(m_receiver, key.get());
    m_givingBack = false;
}

}
