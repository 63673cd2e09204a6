#pragma once

#include "documents/protocol.h"
#include "sandbox.h"

#include <functional>
#include <vector>

namespace nadi::pages
{

using FrameSink = std::function<void(const documents::protocol::Frame &)>;

/// What the job needs from the file system; call before the sandbox closes.
std::vector<OpenedFile> filesFor(const documents::protocol::Job &job);

/// Parses the hostile bytes of one job and answers frames up to Finished or Failed. Call inside the sandbox.
void runJob(const documents::protocol::Job &job, const FrameSink &send);

}
