#include "common/crash_note.h"
#include "fonts.h"
#include "job.h"
#include "sandbox.h"
#include "streams.h"

using namespace nadi;

int main()
{
    installCrashNote("nadi-pages");
    pages::renounceInheritance();
    const auto job = documents::protocol::decodeJob(pages::readAll());
    if (!job)
        pages::giveUp("job");
    if (!pages::closeSandbox(pages::sandboxFor(*job), pages::filesFor(*job)))
        pages::giveUp("sandbox");
    pages::runJob(*job, pages::send);
    pages::leave(0);
}
