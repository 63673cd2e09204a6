#include "prepared_clinic.h"

#include "clinic/work.h"
#include "common/random.h"
#include "compose/installation.h"
#include "demo_clinic.h"
#include "sandbox_session.h"

namespace nadi::test
{

PreparedClinic::PreparedClinic()
    : m_environment(desktop::sandboxEnvironment(QProcessEnvironment::systemEnvironment(), m_dir.path()))
{
    // Looking at the registry every few seconds is for training; a clinic's programs have the ordinary pace.
    m_environment.remove(Settings::environmentName(QStringLiteral("facility.pollMs")));
    const auto settings = Settings::load({}, m_environment).value();
    SystemRandom random;
    const SystemClock clock;
    RandomIdSource ids(random);
    const auto installation = app::openInstallation(settings, app::FirstUse::MakeKey, random).value();
    const auto db = storage::Connection::open(installation.database, *installation.sealer).value();
    clinic::Work work{*db, clock, ids, desktop::DemoClinic::describe().clerk};
    if (!desktop::fillDemoClinic(work))
        qFatal("the clinic could not be filled");
}

const PreparedClinic &PreparedClinic::shared()
{
    static const PreparedClinic clinic;
    return clinic;
}

}
