#pragma once

#include "ui/session/printing.h"

#include <QImage>
#include <QMutex>
#include <QPainter>

namespace nadi::test
{

/// A printer that keeps what it was given, as pictures, and that can be out of paper.
class FakePrinting final : public ui::Printing
{
public:
    QStringList printers() override { return {QStringLiteral("Desk laser"), QStringLiteral("Back office")}; }
    Done print(const ui::PrintTask &task) override
    {
        const QMutexLocker lock(&m_mutex);
        if (m_isBroken)
            return fail(ErrorKind::Unavailable, QStringLiteral("PAPER-PRINT"));
        m_tasks << task;
        m_tasks.last().paint = {};
        for (int page = 0; page < task.pages; ++page) {
            constexpr int dotsPerInch = 200;
            const QSizeF inches = QPageSize(task.paper).size(QPageSize::Inch);
            QImage picture((inches * dotsPerInch).toSize(), QImage::Format_RGB32);
            picture.fill(Qt::white);
            QPainter painter(&picture);
            painter.scale(dotsPerInch / 720.0, dotsPerInch / 720.0);
            task.paint(painter, page);
            painter.end();
            m_pages << picture;
        }
        return {};
    }
    void breakDown(bool isBroken)
    {
        const QMutexLocker lock(&m_mutex);
        m_isBroken = isBroken;
    }
    QList<ui::PrintTask> tasks() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_tasks;
    }
    QList<QImage> pages() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_pages;
    }

private:
    mutable QMutex m_mutex;
    bool m_isBroken = false;
    QList<ui::PrintTask> m_tasks;
    QList<QImage> m_pages;
};

}
