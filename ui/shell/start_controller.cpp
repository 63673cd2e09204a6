#include "start_controller.h"

#include <QClipboard>
#include <QGuiApplication>

namespace nadi::ui
{

void StartController::show(const QString &page)
{
    m_page = page;
    if (page != u"recovery")
        m_groups.clear();
    Q_EMIT changed();
}

void StartController::showNoClinic(const QString &command)
{
    m_command = command;
    show(QStringLiteral("no-clinic"));
}

void StartController::showRecovery(const QString &text)
{
    m_groups = text.split(u'-');
    m_mistyped = false;
    show(QStringLiteral("recovery"));
}

void StartController::showFault(const Error &error)
{
    m_problem = problemOf(error);
    m_mayRetry = true;
    show(QStringLiteral("fault"));
}

void StartController::showEnd(const Error &error)
{
    showFault(error);
    m_mayRetry = false;
    Q_EMIT changed();
}

void StartController::writtenDown(const QString &lastGroup)
{
    m_mistyped = m_groups.isEmpty() || lastGroup.trimmed().toUpper() != m_groups.constLast();
    Q_EMIT changed();
    if (!m_mistyped)
        Q_EMIT confirmed();
}

void StartController::copyCommand()
{
    QGuiApplication::clipboard()->setText(m_command);
}

}
