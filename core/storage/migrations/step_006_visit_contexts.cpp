#include "storage/migrations/steps.h"

namespace nadi::storage
{
namespace
{

// One care context per visit: it may hold several records, and every version of an amended one.
constexpr std::array changes{
    u"DROP INDEX record_by_care_context",
    u"CREATE INDEX record_in_care_context ON record (tenant, facility, care_context) WHERE care_context <> ''",
    u"CREATE INDEX record_of_visit ON record (tenant, appointment) WHERE appointment <> ''",
};

}

Migration step006()
{
    return {6, "care contexts of visits", changes, {}, {}};
}

}
