#include "storage/migrations/row_security.h"
#include "storage/migrations/steps.h"

namespace nadi::storage
{

Migration step002()
{
    return {2, "one patient index: identifiers, merges, duplicates", {}, {}, rowSecurityOfNewTables};
}

}
