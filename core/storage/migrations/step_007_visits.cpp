#include "storage/migrations/steps.h"

namespace nadi::storage
{
namespace
{

// One care context per visit: signing looks for what the visit brought before.
constexpr std::array changes{
    u"CREATE INDEX record_of_visit ON record (tenant, appointment) WHERE appointment <> ''",
};

}

Migration step007()
{
    return {7, "care contexts of visits", changes, {}, {}};
}

}
