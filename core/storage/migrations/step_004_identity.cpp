#include "storage/migrations/row_security.h"
#include "storage/migrations/steps.h"

namespace nadi::storage
{

Migration step004()
{
    return {4, "ABHA consents, declines and what a verification left", {}, {}, rowSecurityOfNewTables};
}

}
