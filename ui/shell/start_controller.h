#pragma once

#include "ui/words/error_words.h"

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

namespace nadi::ui
{

/// What the small window says before there is a day to show: no clinic yet, the recovery key to write down, or a fault.
class StartController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QString page READ page NOTIFY changed)
    Q_PROPERTY(QString command READ command NOTIFY changed)
    Q_PROPERTY(QStringList groups READ groups NOTIFY changed)
    Q_PROPERTY(bool mistyped READ mistyped NOTIFY changed)
    Q_PROPERTY(bool mayRetry READ mayRetry NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString problemCode READ problemCode NOTIFY changed)

public:
    using QObject::QObject;

    /// "no-clinic", "recovery", "fault"; empty before the first.
    QString page() const { return m_page; }
    QString command() const { return m_command; }
    QStringList groups() const { return m_groups; }
    bool mistyped() const { return m_mistyped; }
    bool mayRetry() const { return m_mayRetry; }
    QString problem() const { return m_problem.sentence; }
    QString problemCode() const { return m_problem.code; }

    /// `command` is what an administrator types.
    void showNoClinic(const QString &command);
    /// `text` as of crypto::toRecoveryText.
    void showRecovery(const QString &text);
    void showFault(const Error &error);
    /// A fault that only a new start can get over.
    void showEnd(const Error &error);

    /// Who can type the last group from the paper has written it down.
    Q_INVOKABLE void writtenDown(const QString &lastGroup);
    Q_INVOKABLE void copyCommand();

Q_SIGNALS:
    void changed();
    void confirmed(); ///< the recovery text is on paper
    void postponed(); ///< asked again at the next start: care goes on
    void retryAsked();

private:
    void show(const QString &page);

    QString m_page;
    QString m_command;
    QStringList m_groups;
    bool m_mistyped = false;
    bool m_mayRetry = true;
    Problem m_problem;
};

}
