#include "added_files.h"

#include "ui/words/size_words.h"

#include <QCoreApplication>

namespace nadi::ui
{
namespace
{

QString measureOf(const Error &error)
{
    bool isNumber = false;
    const qint64 count = error.detail.toLongLong(&isNumber);
    if (isNumber && error.code == u"DOC-SIZE")
        return QCoreApplication::translate("AddedFiles", "The file has %1.").arg(sizeWords(count));
    if (isNumber && error.code == u"DOC-PAGES")
        return QCoreApplication::translate("AddedFiles", "It would have %n page(s).", nullptr, int(count));
    return {};
}

bool isShrinkable(const Error &error)
{
    const qint64 bytes = error.detail.toLongLong();
    return error.code == u"DOC-SIZE" && bytes > 0 && bytes <= documents::PageLimits().shrinkableBytes;
}

}

clinic::AddedFile toAddedFile(documents::CleanDocument document, QByteArray original, PageSource source)
{
    clinic::AddedFile file;
    file.original = std::move(original);
    file.originalHash = document.originalHash;
    file.mime = document.mime;
    for (qsizetype i = 0; i < document.pages.size(); ++i) {
        auto &clean = document.pages[i];
        RecordPage page;
        page.originalHash = document.originalHash;
        page.originalPage = int(i);
        page.mime = clean.mime;
        page.width = clean.width;
        page.height = clean.height;
        page.source = source;
        page.reduced = clean.reduced;
        page.quality = PageQuality{clean.sharpness, clean.light};
        page.turnedDegrees = clean.turnedDegrees;
        page.cropped = clean.cropped;
        page.straightening = clean.cropped || clean.turnedDegrees != 0 ? Straightening::On : Straightening::NotNeeded;
        file.pages += page;
        file.images += std::move(clean.image);
    }
    return file;
}

void tellProblem(FileRow &row, const Error &error)
{
    const Problem problem = problemOf(error);
    row.working = false;
    row.sentence = problem.sentence;
    row.action = problem.action;
    row.code = problem.code;
    row.wantsPassword = problem.remedy == Remedy::EnterPassword;
    row.mayAddAnyway = problem.remedy == Remedy::AddAnyway;
    row.measure = measureOf(error);
    row.mayShrink = isShrinkable(error);
}

}
