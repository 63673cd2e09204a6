#pragma once

namespace nadi
{

/// From here on an exception that nobody catches, and a fatal signal, leave one line on standard error before the
/// process ends: program, kind, and for an exception its type. Never its text, which can hold a person's data (S-B8).
/// `program` is a literal. Call once, first thing in main.
void installCrashNote(const char *program);

/// No core file, and no other process of this user may read this one's memory (S-E5). Children start as usual.
void forbidMemoryDumps();

}
