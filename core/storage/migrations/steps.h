#pragma once

#include "storage/migrations.h"

namespace nadi::storage
{

Migration step001();
Migration step002();
Migration step003();
Migration step004();
Migration step005();
Migration step006();
Migration step007();
Migration step008();
Migration step009();
Migration step010();
Migration step011();
Migration step012();
Migration step013();

}
