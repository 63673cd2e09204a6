#pragma once

#include "bridge/https_server.h"

namespace nadi::bridge
{

enum class AfterResponse { KeepOpen, Close };

/// Status line and headers of an answer, up to and with the empty line. Adds Content-Length, Connection and Date; never
/// says which program answers (S-C13). Header values lose control characters, so that an echoed value cannot split the
/// answer.
QByteArray responseHead(const HttpResponse &response, AfterResponse after);

}
