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

// The system's rules with a list of the only fonts allowed. Its caches are used, so nothing is scanned.
void knowOnly(const std::vector<OpenedFile> &files)
{
    std::string rules = "<?xml version=\"1.0\"?><fontconfig><selectfont><acceptfont>";
    for (const auto &file : files)
        rules += "<glob>" + file.path + "</glob>";
    rules += "</acceptfont><rejectfont><glob>/*</glob></rejectfont></selectfont></fontconfig>";
    const Config config(FcInitLoadConfig(), FcConfigDestroy);
    if (!config
        || !FcConfigParseAndLoadFromMemory(config.get(), reinterpret_cast<const FcChar8 *>(rules.c_str()), FcFalse))
        return;
    FcConfigBuildFonts(config.get());
    FcConfigSetCurrent(config.get());
}

}

std::vector<OpenedFile> openFonts()
{
    std::vector<OpenedFile> files;
    const Config all(FcInitLoadConfigAndFonts(), FcConfigDestroy);
    for (const auto &query : queries()) {
        const auto path = fileFor(all.get(), query);
        const bool known = std::any_of(files.begin(), files.end(), [&](const OpenedFile &f) { return f.path == path; });
        if (path.empty() || known)
            continue;
        if (const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC); fd >= 0)
            files.push_back({path, fd});
    }
    knowOnly(files);
    return files;
}

}
