#pragma once

#include "bridge/https_server.h"

namespace nadi::bridge
{

struct HeadScan
{
    int status = 0; ///< answer with it; 0 when the head is fine so far
    qsizetype length = 0; ///< of the complete head with its empty line; 0 while bytes are missing
};
/// Looks for the end of a request's head. Refuses what two readers could see differently (S-T5): bare line feeds,
/// folded lines, control characters (400), and a head longer than `limit` (431).
HeadScan scanHead(QByteArrayView bytes, qsizetype limit);

enum class AfterResponse { KeepOpen, Close };

/// Status line and headers of an answer, up to and with the empty line. Adds Content-Length, Connection and Date; never
/// says which program answers (S-C13). Header values lose control characters, so that an echoed value cannot split the
/// answer.
QByteArray responseHead(const HttpResponse &response, AfterResponse after);

}
