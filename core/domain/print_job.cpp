#include "domain/print_job.h"

#include "domain/words.h"

namespace nadi
{
namespace
{

constexpr std::array states{
    Word<PrintState>{PrintState::Printing, QLatin1String("printing")},
    Word<PrintState>{PrintState::Sent, QLatin1String("sent")},
    Word<PrintState>{PrintState::Failed, QLatin1String("failed")},
};

}

QString toWord(PrintState state)
{
    return wordOf(states, state);
}

PrintState printStateFromWord(QStringView word)
{
    return valueOf(states, word, PrintState::Failed);
}

}
