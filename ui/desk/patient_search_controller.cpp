#include "patient_search_controller.h"

#include "clinic/list_reading.h"
#include "ui/words/person_words.h"

namespace nadi::ui
{
namespace
{

constexpr int shownHits = 8;
constexpr qsizetype shortest = 2;

}

/// Lives on the store's thread; the controller only holds on to it.
struct PatientSearchController::SharedIndex
{
    clinic::PatientIndex index;
    clinic::ListReading reading{clinic::List::Search};
    bool built = false;

    Done freshen(storage::Connection &db, const FacilityId &facility)
    {
        if (built)
            return index.refresh(db);
        const auto done = index.build(db, facility);
        built = done.has_value();
        return done;
    }
};

PatientSearchController::PatientSearchController(UiServices &services, QObject *parent)
    : PageController(services, parent)
    , m_index(std::make_shared<SharedIndex>())
{
}

PatientSearchController::~PatientSearchController() = default;

void PatientSearchController::search(const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted == m_text)
        return;
    m_text = wanted;
    m_answered = false;
    const quint64 asked = ++m_asked;
    if (wanted.size() < shortest) {
        m_hits.setRows({});
        Q_EMIT textChanged();
        return;
    }
    Q_EMIT textChanged();
    askFor(
        [index = m_index, facility = services().facility.id, wanted](
            clinic::Work &work) -> Result<QList<clinic::PatientHit>> {
            if (const auto fresh = index->freshen(work.db, facility); !fresh)
                return failed(fresh);
            return clinic::listed(
                work, index->reading, facility,
                [&](clinic::Work &) {
                    return Result<QList<clinic::PatientHit>>(index->index.search(wanted, shownHits));
                },
                clinic::peopleIn<QList<clinic::PatientHit>>);
        },
        [this, asked](const QList<clinic::PatientHit> &hits) {
            if (asked != m_asked)
                return;
            QList<HitRow> rows;
            for (const auto &hit : hits)
                rows += rowOf(hit);
            m_hits.setRows(std::move(rows));
            m_answered = true;
            Q_EMIT textChanged();
        });
}

HitRow PatientSearchController::rowOf(const clinic::PatientHit &hit) const
{
    const auto identity = identityOf(hit.patient, today());
    QStringList detail{identity.ageAndSex};
    if (!hit.patient.place.isEmpty())
        detail += hit.patient.place;
    if (!hit.patient.localNumber.isEmpty())
        detail += hit.patient.localNumber;
    const auto why = [&hit, &identity]() -> QString {
        switch (hit.reason) {
        case clinic::MatchReason::Mobile:
            return tr("mobile %1").arg(maskedMobile(hit.patient.mobile));
        case clinic::MatchReason::LocalNumber:
            return tr("patient number");
        case clinic::MatchReason::AbhaNumber:
            return tr("ABHA number");
        case clinic::MatchReason::AbhaAddress:
            return tr("ABHA %1").arg(identity.abha);
        case clinic::MatchReason::BirthDate:
            return tr("born %1").arg(birthWords(hit.patient.birth));
        case clinic::MatchReason::ExternalNumber:
            return tr("number of another hospital");
        case clinic::MatchReason::Name:
            break;
        }
        return tr("name");
    };
    return {identity.id, identity.name, detail.join(QStringLiteral("  ·  ")), why(), identity.verified};
}

}
