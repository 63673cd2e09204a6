#pragma once

#include "storage/migrations.h"

namespace nadi::storage
{

Migration step001();

}
