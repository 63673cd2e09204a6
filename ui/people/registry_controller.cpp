#include "ui/people/registry_controller.h"

#include "abdm/registry/lookup_thread.h"
#include "ui/words/state_names.h"

namespace nadi::ui
{
using abdm::registry::FacilityPage;
using abdm::registry::Professional;

RegistryController::RegistryController(UiServices &services, QObject *parent)
    : PageController(services, parent)
{
}

void RegistryController::open()
{
    m_facts = {};
    m_chosen.clear();
    m_ours.setRows({});
    forgetAnswer();
    Q_EMIT changed();
    read();
}

void RegistryController::read()
{
    askFor([facility = services().facility.id](clinic::Work &work) { return clinic::registryFacts(work, facility); },
        [this](const clinic::RegistryFacts &facts) { show(facts); });
}

void RegistryController::show(const clinic::RegistryFacts &facts)
{
    m_facts = facts;
    QList<RegistryRow> rows{rowOf(facts.facility)};
    for (const auto &each : facts.doctors)
        rows += rowOf(each);
    m_ours.setRows(rows);
    // Who is not here any more cannot stay chosen.
    if (!aboutDoctor() && m_chosen != facts.facility.id.value()) {
        m_chosen = facts.facility.id.value();
        forgetAnswer();
    } else if (m_picked >= 0) {
        pick(m_picked);
    }
    Q_EMIT changed();
}

const Doctor *RegistryController::doctor() const
{
    for (const auto &each : m_facts.doctors)
        if (each.id.value() == m_chosen)
            return &each;
    return nullptr;
}

bool RegistryController::reachable() const
{
    if (!services().registries)
        return false;
    const auto &registries = services().registries->registries();
    return !(aboutDoctor() ? registries.professionals : registries.facilities).isEmpty();
}

QVariantMap RegistryController::entries() const
{
    if (const auto *person = doctor())
        return {{QStringLiteral("hpr"), person->hprId}, {QStringLiteral("registration"), person->registrationNumber}};
    const auto &clinic = m_facts.facility;
    return {{QStringLiteral("id"), clinic.registryId}, {QStringLiteral("name"), clinic.name},
        {QStringLiteral("state"),
            stateOfFacilityId(clinic.registryId.isEmpty() ? clinic.id.value() : clinic.registryId)},
        {QStringLiteral("owner"), QStringLiteral("P")}};
}

QVariantList RegistryController::states() const
{
    return stateChoices();
}

void RegistryController::choose(const QString &id)
{
    if (m_chosen == id)
        return;
    m_chosen = id;
    forgetAnswer();
    Q_EMIT changed();
}

void RegistryController::forgetAnswer()
{
    ++m_question;
    m_looking = m_answered = false;
    m_page = {};
    m_query = {};
    m_doctors.clear();
    m_picked = -1;
    m_found.setRows({});
    m_comparison.setRows({});
    clearProblem();
    Q_EMIT looked();
}

void RegistryController::findDoctor(const QString &hprId, const QString &registration)
{
    forgetAnswer();
    m_doctorQuery = {};
    if (hprId.trimmed().isEmpty()) {
        m_doctorQuery.registrationNumber = registration.trimmed();
        return ask();
    }
    const auto id = abdm::registry::normalisedHprId(hprId);
    if (!id)
        return setProblem(id.error());
    m_doctorQuery.hprId = *id;
    ask();
}

void RegistryController::findFacility(
    const QString &id, const QString &name, const QString &state, const QString &owner)
{
    forgetAnswer();
    m_query.id = FacilityId(id.trimmed());
    m_query.name = name.trimmed();
    m_query.state = state;
    m_query.ownership = owner;
    ask();
}

void RegistryController::findMore()
{
    if (looking() || !moreThere())
        return;
    ++m_query.page;
    ask();
}

template <class Query, class Use>
void RegistryController::look(const Query &query, Use use)
{
    if (!reachable())
        return setProblem(Error{ErrorKind::Invalid, QStringLiteral("REGISTRY-OFF"), {}});
    clearProblem();
    m_looking = true;
    Q_EMIT looked();
    observe(this, services().registries->find(query), [this, question = ++m_question, use](const auto &answer) {
        if (question != m_question)
            return;
        m_looking = false;
        if (answer) {
            m_answered = true;
            use(*answer);
        } else {
            setProblem(answer.error());
        }
        Q_EMIT looked();
    });
}

void RegistryController::ask()
{
    if (aboutDoctor())
        return look(m_doctorQuery, [this](const QList<Professional> &people) {
            m_doctors = registrationsOf(people);
            QList<RegistryRow> rows;
            for (const auto &each : m_doctors)
                rows += rowOf(each, rows.size());
            showAnswer(rows);
        });
    look(m_query, [this](const FacilityPage &page) {
        m_page.pages = page.pages;
        m_page.facilities += page.facilities;
        QList<RegistryRow> rows;
        for (const auto &each : m_page.facilities)
            rows += rowOf(each, rows.size());
        showAnswer(rows);
    });
}

void RegistryController::showAnswer(QList<RegistryRow> rows)
{
    const bool single = rows.size() == 1;
    m_found.setRows(std::move(rows));
    if (single)
        pick(0);
}

void RegistryController::pick(int place)
{
    if (place < 0 || place >= m_found.count())
        return;
    m_picked = place;
    if (const auto *person = doctor())
        m_comparison.setRows(beside(*person, m_doctors.at(place)));
    else
        m_comparison.setRows(beside(m_facts.facility, m_page.facilities.at(place)));
    Q_EMIT looked();
}

bool RegistryController::namesDiffer() const
{
    return m_picked >= 0 && !m_comparison.rows().constFirst().same;
}

QString RegistryController::reason() const
{
    if (m_picked < 0)
        return tr("Look up and choose an entry first.");
    if (!m_facts.mayTakeOver)
        return tr("A manager of this clinic may take it over.");
    const auto *person = doctor();
    return person ? whyNotTaken(*person, m_doctors.at(m_picked))
                  : whyNotTaken(m_facts.facility, m_page.facilities.at(m_picked));
}

void RegistryController::takeOver()
{
    if (busy() || !reason().isEmpty())
        return;
    clearProblem();
    const auto done = [this](const auto &taken) {
        ring(storage::Topic::Facilities);
        Q_EMIT told(tr("%1 has the registry's numbers now.").arg(taken.name));
        read();
    };
    if (const auto *person = doctor()) {
        const auto &theirs = m_doctors.at(m_picked);
        const clinic::DoctorTakeOver found{
            *person, m_facts.facility.id, theirs.person.hprId, theirs.registration.number, theirs.registration.council};
        return askFor([found](clinic::Work &work) { return clinic::takeOver(work, found); }, done);
    }
    const clinic::FacilityTakeOver found{m_facts.facility, m_page.facilities.at(m_picked).id.value()};
    askFor([found](clinic::Work &work) { return clinic::takeOver(work, found); },
        [this, done](const Facility &facility) {
            // What this window prints and shares goes by the new id at once.
            services().facility = facility;
            done(facility);
        });
}

void RegistryController::mend()
{
    if (problemCode() == u"DB-STALE") {
        clearProblem();
        return read();
    }
    ask();
}

}
