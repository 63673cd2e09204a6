#pragma once

// Private to the room: what a name claims, and what else the bytes could be.

#include "documents/preflight.h"

namespace nadi::documents
{

/// False when the name's extension stands for another type than `kind`. Unknown extensions claim nothing: people write
/// "Dr. Rao" as a file name.
bool nameAgrees(QStringView claimedName, FileKind kind);

/// True when another kind of program would read the same bytes as something else: a ZIP (so also an Office file or a
/// Java archive) at the end, or a PDF inside the first kilobyte of a picture.
bool isPolyglot(QByteArrayView bytes, FileKind kind);

}
