#include "fonts.h"

#include <fcntl.h>
#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <memory>

namespace nadi::pages
{

namespace
{

using Config = std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)>;
using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;

// What PDF 9.6.2.2 lets a file name without bringing it, then one font per script (ISO 639 language).
std::vector<std::string> queries()
{
    std::vector<std::string> names{"Symbol", "ZapfDingbats", "Dingbats"};
    for (const char *family : {"Helvetica", "Times", "Courier"}) {
        for (const char *style : {"", ":bold", ":italic", ":bold:italic"})
            names.push_back(std::string(family) + style);
    }
    for (const char *language : {"hi", "bn", "ta", "te", "kn", "ml", "gu", "pa", "or", "ur", "en"})
        names.push_back(std::string("sans:lang=") + language);
    return names;
}

std::string fileFor(FcConfig *config, const std::string &query)
{
    const Pattern wanted(FcNameParse(reinterpret_cast<const FcChar8 *>(query.c_str())), FcPatternDestroy);
    if (!wanted)
        return {};
    FcConfigSubstitute(config, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    const Pattern found(FcFontMatch(config, wanted.get(), &result), FcPatternDestroy);
    FcChar8 *file = nullptr;
    if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch)
        return {};
    return reinterpret_cast<const char *>(file);
}

bool isOpen(const std::vector<OpenedFile> &files, const std::string &path)
{
    return std::any_of(files.begin(), files.end(), [&](const OpenedFile &file) { return file.path == path; });
}

// All rules stay, all other fonts go: a match then never names a file that cannot be opened any more. The patterns left
// out are not freed, they lie in fontconfig's mapped cache.
void knowOnly(FcConfig *config, const std::vector<OpenedFile> &files)
{
    for (const auto name : {FcSetSystem, FcSetApplication}) {
        FcFontSet *set = FcConfigGetFonts(config, name);
        if (!set)
            continue;
        const auto end = std::remove_if(set->fonts, set->fonts + set->nfont, [&](const FcPattern *font) {
            FcChar8 *file = nullptr;
            return FcPatternGetString(font, FC_FILE, 0, &file) != FcResultMatch
                || !isOpen(files, reinterpret_cast<const char *>(file));
        });
        set->nfont = int(end - set->fonts);
    }
    FcConfigSetCurrent(config);
}

}

std::vector<OpenedFile> openFonts()
{
    std::vector<OpenedFile> files;
    const Config all(FcInitLoadConfigAndFonts(), FcConfigDestroy);
    for (const auto &query : queries()) {
        const auto path = fileFor(all.get(), query);
        if (path.empty() || isOpen(files, path))
            continue;
        if (const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC); fd >= 0)
            files.push_back({path, fd});
    }
    knowOnly(all.get(), files);
    return files;
}

}
