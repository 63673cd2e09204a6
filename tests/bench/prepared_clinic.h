#pragma once

#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace nadi::test
{

/// An invented clinic with doctors, people and a day's appointments in a throw-away file, as a clinic is on an
/// ordinary morning. The real programs open it by its environment.
class PreparedClinic
{
public:
    PreparedClinic();
    /// Filled once per run.
    static const PreparedClinic &shared();

    const QProcessEnvironment &environment() const { return m_environment; }
    QString path(const QString &name) const { return m_dir.filePath(name); }

private:
    QTemporaryDir m_dir;
    QProcessEnvironment m_environment;
};

}
