#pragma once

#include "common/secret.h"
#include "common/settings.h"

#include <QHash>
#include <QStringList>

namespace nadi::ctl
{

/// A command's arguments: names with a value ("--settings FILE"), flags, and what is left.
class Options
{
public:
    /// CTL-USAGE for an unknown name, a repeated one or a missing value.
    static Result<Options> parse(const QStringList &arguments, const QStringList &withValue);

    QString value(const QString &name) const { return m_values.value(name); }
    const QStringList &rest() const { return m_rest; }

    /// `--settings FILE` under the environment.
    Result<Settings> settings() const;

private:
    QHash<QString, QString> m_values;
    QStringList m_rest;
};

/// The recovery text from a file, or from standard input for "-". Never an argument: the process list is public.
/// Errors: CTL-FILE, RECOVERY-FORM, RECOVERY-CHECK.
Result<Secret> readRecoveryKey(const QString &path);

}
