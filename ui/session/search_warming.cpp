#include "ui/session/search_warming.h"

#include "ui/session/observe.h"
#include "ui/session/services.h"

namespace nadi::ui
{

void warmSearch(UiServices &services, QObject *owner)
{
    const auto slice
        = services.store.run([people = services.people, facility = services.facility.id](storage::Connection &db) {
              return people->state == PatientLookUp::State::Built ? Result<bool>(true) : people->readSome(db, facility);
          });
    observe(owner, slice, [&services, owner](const Result<bool> &all) {
        if (all && !*all)
            warmSearch(services, owner);
    });
}

}
