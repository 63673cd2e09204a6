#include "patient_search_controller.h"

#include "clinic/list_reading.h"
#include "ui/words/person_words.h"

namespace nadi::ui
{
namespace
{

constexpr int shownHits = 8;
constexpr qsizetype shortest = 2;

/// Nothing: not everybody is in the index yet.
using Answer = std::optional<QList<clinic::PatientHit>>;

}

PatientSearchController::PatientSearchController(UiServices &services, QObject *parent)
    : PageController(services, parent)
    , m_people(services.people)
{
}

void PatientSearchController::search(const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted == m_text)
        return;
    m_text = wanted;
    m_answered = false;
    const quint64 asked = ++m_asked;
    if (wanted.size() < shortest) {
        m_preparing = false;
        m_hits.setRows({});
        Q_EMIT textChanged();
        return;
    }
    Q_EMIT textChanged();
    ask(asked);
}

void PatientSearchController::ask(quint64 asked)
{
    askFor(
        [people = m_people, facility = services().facility.id, wanted = m_text](clinic::Work &work) -> Result<Answer> {
            const auto all = people->readSome(work.db, facility);
            if (!all)
                return failed(all);
            if (!*all)
                return Answer();
            return clinic::listed(
                work, people->searched, facility,
                [&](clinic::Work &) {
                    return Result<QList<clinic::PatientHit>>(people->index.search(wanted, shownHits));
                },
                clinic::peopleIn<QList<clinic::PatientHit>>)
                .map([](QList<clinic::PatientHit> hits) { return Answer(std::move(hits)); });
        },
        [this, asked](const Answer &hits) {
            if (asked != m_asked)
                return;
            m_preparing = !hits;
            if (!hits) {
                Q_EMIT textChanged();
                return ask(asked);
            }
            QList<HitRow> rows;
            for (const auto &hit : *hits)
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
