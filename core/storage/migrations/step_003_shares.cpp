#include "storage/migrations/row_security.h"
#include "storage/migrations/steps.h"

namespace nadi::storage
{

Migration step003()
{
    return {3, "profile shares and queue tokens", {}, {}, rowSecurityOfNewTables};
}

}
