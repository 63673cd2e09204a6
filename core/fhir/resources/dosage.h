#pragma once

#include "fhir/json_out.h"

namespace nadi::fhir
{

/// One Dosage: the whole direction as text, and as structure only what is certain.
void writeDosage(JsonOut &out, const MedicineLine &line);
/// "30 tablets" as a SimpleQuantity; nothing where it is not a number with a unit.
std::optional<Quantity> amountIn(const QString &words);
void writeAmount(JsonOut &out, std::string_view key, const Quantity &amount);

}
