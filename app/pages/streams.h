#pragma once

#include "documents/protocol.h"

#include <QByteArray>

namespace nadi::pages
{

/// Standard input until its end.
QByteArray readAll();
/// One frame on standard output; a reader that went away ends the process.
void send(const documents::protocol::Frame &frame);
/// Says that the worker itself cannot work, and ends.
[[noreturn]] void giveUp(const char *why);
/// Ends without destructors: they would walk over what hostile bytes left behind.
[[noreturn]] void leave(int status);

}
