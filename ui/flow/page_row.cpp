#include "page_row.h"

#include "ui/session/page_image_provider.h"
#include "ui/words/page_words.h"

namespace nadi::ui
{

QList<PageRow> pageRows(const Record &record)
{
    QList<PageRow> rows;
    for (const auto &page : record.pages) {
        const auto words = pageMarkWords(page.quality, !page.unreadableReason.isEmpty());
        PageRow row;
        row.page = page.id.value();
        row.number = page.position + 1;
        row.source = PageImageProvider::urlOf(record.id, page);
        row.quarterTurns = page.quarterTurns;
        row.reduced = page.reduced;
        row.shrunk = page.shrunk;
        row.mark = words.word;
        row.advice = words.advice;
        row.markStanding = int(words.standing);
        row.unreadable = isUnreadable(page);
        row.mayStraighten = page.straightening != Straightening::NotNeeded;
        row.straightened = page.straightening == Straightening::On;
        rows += row;
    }
    return rows;
}

}
