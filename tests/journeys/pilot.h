#pragma once

#include <QStringList>

#include <chrono>
#include <functional>

class QQuickItem;
class QQuickWindow;

namespace nadi::test
{

/// A person at the window: finds things by their accessible names, as a screen reader would, and uses mouse and
/// keyboard. What has no accessible name cannot be found. Every wait is for a condition.
class Pilot
{
public:
    using Milliseconds = std::chrono::milliseconds;

    explicit Pilot(QQuickWindow &window)
        : m_window(window)
    {
    }
    QQuickWindow &window() const { return m_window; }
    /// A visible item whose accessible name is `name`, or begins with it; nullptr when there is none.
    QQuickItem *find(const QString &name) const;
    /// The first visible, enabled item with this accessible description, in reading order: a slot that is "Free".
    QQuickItem *findDescribed(const QString &description) const;
    bool sees(const QString &name) const { return find(name) != nullptr; }
    /// A visible text anywhere on the screen that contains `text`.
    bool reads(const QString &text) const;

    [[nodiscard]] bool waitFor(const QString &name, Milliseconds atMost = std::chrono::seconds(10)) const;
    [[nodiscard]] bool waitUntil(
        const std::function<bool()> &condition, Milliseconds atMost = std::chrono::seconds(10)) const;
    /// Waits for it, and for it to be enabled, then presses and releases the mouse on its middle.
    [[nodiscard]] bool click(const QString &name, Milliseconds atMost = std::chrono::seconds(10));
    [[nodiscard]] bool clickItem(QQuickItem *item);
    void type(const QString &text);
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Drops a file on the item, as from a file manager.
    [[nodiscard]] bool drop(const QString &name, const QStringList &files);
    /// A PNG of the window.
    [[nodiscard]] bool picture(const QString &file) const;

    /// Names of everything that can be found, for the report of a failed step.
    QStringList names() const;

private:
    QQuickWindow &m_window;
};

}
