#include "duplicates_controller.h"

#include "ui/words/likeness_words.h"
#include "ui/words/person_words.h"

namespace nadi::ui
{
namespace
{
constexpr int mostPairs = 200;
}

DuplicatesController::DuplicatesController(UiServices &services, QObject *parent)
    : PageController(services, parent)
{
}

void DuplicatesController::refresh()
{
    clearProblem();
    askFor(
        [people = services().people, facility = services().facility.id](
            clinic::Work &work) -> Result<QList<clinic::DuplicatePair>> {
            if (const auto fresh = people->freshen(work.db, facility); !fresh)
                return failed(fresh);
            return clinic::duplicateWorklist(work, people->index, mostPairs);
        },
        [this](const QList<clinic::DuplicatePair> &found) {
            QList<PairRow> rows;
            for (const auto &pair : found) {
                const auto age = identityOf(pair.one, today()).ageAndSex;
                rows << PairRow{pair.one.id.value(), pair.other.id.value(),
                    tr("%1 and %2", "two patients").arg(pair.one.name, pair.other.name),
                    age + QStringLiteral("  ·  ") + evidenceSentence(pair.evidence),
                    pair.strength == clinic::Strength::Strong};
            }
            m_pairs.setRows(rows);
            m_loaded = true;
            Q_EMIT changed();
        });
}

}
