#include "journeys/pilot.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QUrl>

#include <utility>

namespace nadi::test
{
namespace
{
QString nameOf(QQuickItem *item)
{
    auto *interface = QAccessible::queryAccessibleInterface(item);
    return interface ? interface->text(QAccessible::Name) : QString();
}

/// Depth first, topmost children first, so that what covers something is found before it.
QQuickItem *search(QQuickItem *item, const std::function<bool(QQuickItem *)> &fits)
{
    if (!item->isVisible() || qFuzzyIsNull(item->opacity()))
        return nullptr;
    const auto children = item->childItems();
    for (auto child = children.crbegin(); child != children.crend(); ++child)
        if (auto *found = search(*child, fits))
            return found;
    return fits(item) ? item : nullptr;
}

/// Its middle can be clicked: inside the window and not scrolled out of sight.
bool isOnScreen(const QQuickWindow &window, QQuickItem *item)
{
    const auto area = item->mapRectToScene(item->boundingRect());
    if (area.width() <= 0 || area.height() <= 0)
        return false;
    QRectF seen(QPointF(), QSizeF(window.size()));
    for (auto *around = item->parentItem(); around; around = around->parentItem())
        if (around->clip())
            seen &= around->mapRectToScene(around->boundingRect());
    return seen.contains(area.center());
}

int milliseconds(Pilot::Milliseconds time)
{
    return int(time.count());
}
}

QQuickItem *Pilot::find(const QString &name) const
{
    const auto exact = [&](QQuickItem *item) { return nameOf(item) == name && isOnScreen(m_window, item); };
    if (auto *found = search(m_window.contentItem(), exact))
        return found;
    const auto begins = [&](QQuickItem *item) { return nameOf(item).startsWith(name) && isOnScreen(m_window, item); };
    return search(m_window.contentItem(), begins);
}

QQuickItem *Pilot::findDescribed(const QString &description) const
{
    QQuickItem *first = nullptr;
    const auto before = [](QQuickItem *a, QQuickItem *b) {
        const auto left = a->mapToScene(QPointF());
        const auto right = b->mapToScene(QPointF());
        return left.y() != right.y() ? left.y() < right.y() : left.x() < right.x();
    };
    search(m_window.contentItem(), [&](QQuickItem *item) {
        auto *interface = QAccessible::queryAccessibleInterface(item);
        if (interface && interface->text(QAccessible::Description) == description && item->isEnabled()
            && isOnScreen(m_window, item) && (!first || before(item, first)))
            first = item;
        return false;
    });
    return first;
}

bool Pilot::reads(const QString &text) const
{
    return search(m_window.contentItem(), [&](QQuickItem *item) {
        return item->property("text").toString().contains(text) && isOnScreen(m_window, item);
    });
}

bool Pilot::waitFor(const QString &name, Milliseconds atMost) const
{
    return waitUntil([&] { return sees(name); }, atMost);
}

bool Pilot::waitUntil(const std::function<bool()> &condition, Milliseconds atMost) const
{
    return QTest::qWaitFor(condition, milliseconds(atMost));
}

bool Pilot::click(const QString &name, Milliseconds atMost)
{
    const auto ready = [&] {
        auto *item = find(name);
        return item && item->isEnabled();
    };
    if (!waitUntil(ready, atMost))
        return false;
    return clickItem(find(name));
}

bool Pilot::clickItem(QQuickItem *item)
{
    if (!item)
        return false;
    const auto middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
    QTest::mouseClick(&m_window, Qt::LeftButton, Qt::NoModifier, middle);
    return true;
}

void Pilot::type(const QString &text)
{
    for (const QChar c : text)
        QTest::sendKeyEvent(QTest::Click, &m_window, Qt::Key_unknown, QString(c), Qt::NoModifier);
}

void Pilot::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&m_window, Qt::Key(key), modifiers);
}

bool Pilot::drop(const QString &name, const QStringList &files)
{
    if (!waitFor(name))
        return false;
    auto *item = find(name);
    QMimeData data;
    QList<QUrl> urls;
    for (const auto &file : files)
        urls << QUrl::fromLocalFile(file);
    data.setUrls(urls);
    const auto middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    QDragEnterEvent enter(middle.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_window, &enter);
    QDragMoveEvent move(middle.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_window, &move);
    QDropEvent dropped(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_window, &dropped);
    return dropped.isAccepted();
}

bool Pilot::picture(const QString &file) const
{
    // A picture of rest: the same frame many times over, so that no page is caught half faded in.
    constexpr int atRest = 15;
    QImage before;
    int alike = 0;
    const auto settled = [&] {
        const auto now = m_window.grabWindow();
        alike = std::exchange(before, now) == now ? alike + 1 : 0;
        return alike >= atRest;
    };
    [[maybe_unused]] const bool still = QTest::qWaitFor(settled, 3'000);
    return before.save(file);
}

QStringList Pilot::names() const
{
    QStringList all;
    search(m_window.contentItem(), [&](QQuickItem *item) {
        if (const auto name = nameOf(item); !name.isEmpty() && isOnScreen(m_window, item))
            all << name;
        return false;
    });
    all.removeDuplicates();
    return all;
}

}
