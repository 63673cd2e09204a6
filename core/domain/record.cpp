#include "domain/record.h"

#include "domain/words.h"

namespace nadi
{
namespace
{
using L = QLatin1String;
constexpr std::array stateWords{
    Word<RecordState>{RecordState::Draft, L("draft")},
    Word<RecordState>{RecordState::Signed, L("signed")},
    Word<RecordState>{RecordState::Discarded, L("discarded")},
};
constexpr std::array sourceWords{
    Word<PageSource>{PageSource::File, L("file")},
    Word<PageSource>{PageSource::Drop, L("drop")},
    Word<PageSource>{PageSource::Camera, L("camera")},
    Word<PageSource>{PageSource::Scanner, L("scanner")},
};
constexpr std::array straighteningWords{
    Word<Straightening>{Straightening::NotNeeded, L("none")},
    Word<Straightening>{Straightening::On, L("on")},
    Word<Straightening>{Straightening::Off, L("off")},
};
}

QString toWord(RecordState state)
{
    return wordOf(stateWords, state);
}
RecordState recordStateFromWord(QStringView word)
{
    return valueOf(stateWords, word, RecordState::Draft);
}
QString toWord(PageSource source)
{
    return wordOf(sourceWords, source);
}
PageSource pageSourceFromWord(QStringView word)
{
    return valueOf(sourceWords, word, PageSource::File);
}
QString toWord(Straightening state)
{
    return wordOf(straighteningWords, state);
}
Straightening straighteningFromWord(QStringView word)
{
    return valueOf(straighteningWords, word, Straightening::NotNeeded);
}

}
