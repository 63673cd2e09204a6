#include "storage/migrations/row_security.h"
#include "storage/migrations/steps.h"

namespace nadi::storage
{

Migration step005()
{
    return {5, "keys checked at open, signed heads, retention", {}, {}, rowSecurityOfNewTables};
}

}
