#pragma once

#include "documents/protocol.h"
#include "sandbox.h"

#include <functional>
#include <vector>

namespace nadi::pages
{

using FrameSink = std::function<void(const documents::protocol::Frame &)>;

/// What the job's decoder needs inside the sandbox.
SandboxLimits sandboxFor(const documents::protocol::Job &job);
std::vector<OpenedFile> filesFor(const documents::protocol::Job &job);

/// Parses the hostile bytes of one job and answers frames up to Finished or Failed. Call inside the sandbox.
void runJob(const documents::protocol::Job &job, const FrameSink &send);

}
