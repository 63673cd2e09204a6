#pragma once

#include "domain/content/coded.h"

namespace nadi::terminology
{

/// What the owner of a code system wants said wherever its content is used (terminology.md section 2). The same words
/// in every language.
QString licenceNotice(CodeSystem system);

}
