#pragma once

#include "common/clock.h"
#include "common/id.h"
#include "common/settings.h"
#include "documents/worker.h"
#include "domain/clinic.h"
#include "storage/store.h"
#include "ui/session/patient_look_up.h"
#include "ui/session/printing.h"

#include <memory>

namespace nadi::identity
{
class AbhaDesk;
}

namespace nadi::abdm::registry
{
class LookupThread;
}

namespace nadi::terminology
{
class TermDesk;
}

namespace nadi::ui
{

/// What the window works with; made in app/desktop or by a test, and outlives every controller.
struct UiServices
{
    storage::Store &store;
    documents::PageWorker &pages;
    const Clock &clock;
    IdSource &ids;
    Settings settings;
    Facility facility;
    Actor actor;
    QString userName;
    identity::AbhaDesk *abha = nullptr; ///< none where no ABHA service is set (abha.baseUrl)
    abdm::registry::LookupThread *registries = nullptr; ///< none where this installation has no session for them
    std::shared_ptr<terminology::TermDesk> terms = {}; ///< none: codes are not offered
    std::shared_ptr<PatientLookUp> people = std::make_shared<PatientLookUp>();
    std::shared_ptr<Printing> printing = std::make_shared<SystemPrinting>();
};

}
