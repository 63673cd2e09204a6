#pragma once

#include "common/clock.h"

#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

namespace nadi::ui
{

/// Recognises what a keyboard-type QR reader types, wherever the focus is (users-and-journeys.md 9): from "{" on, keys
/// that come faster than a person's are kept back until the code is whole. What turns out to be a person's typing is
/// given to the focused control after all, so that nothing typed is lost.
class ScannerWatch : public QObject
{
    Q_OBJECT

public:
    /// Looks at every key of `application`. `clock` tells the pace.
    ScannerWatch(QObject &application, const Clock &clock, QObject *parent = nullptr);

Q_SIGNALS:
    /// A whole code, without the reader's final Enter.
    void scanned(const QString &text);
    /// A reader typed something long that is no code: another keyboard layout, or cut off.
    void unreadable();

protected:
    bool eventFilter(QObject *receiver, QEvent *event) override;

private:
    bool pressed(QObject *receiver, const QKeyEvent &key);
    void pace(const QKeyEvent &key);
    void rest();
    void finish();
    void giveBack();

    const Clock &m_clock;
    QTimer m_pause;
    QPointer<QObject> m_receiver;
    std::vector<std::unique_ptr<QKeyEvent>> m_kept;
    QString m_text;
    std::chrono::milliseconds m_lastAt{};
    QString m_burst; ///< fast keys that were not kept back, each digit as 0, to name what a reader got wrong
    bool m_givingBack = false;
};

}
