#include "medicine_lists_controller.h"

#include "storage/facility_repository.h"
#include "ui/words/medicine_list_words.h"

#include <QFile>

namespace nadi::ui
{
namespace
{

constexpr qint64 mostBytes = 4 * 1024 * 1024;
constexpr qsizetype mostNames = 6;

Result<QByteArray> contentOf(const QUrl &url)
{
    QFile file(url.toLocalFile());
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes)
        return fail(ErrorKind::Invalid, QStringLiteral("CLASSES-FILE"));
    return file.readAll();
}

/// The first few, and how many more.
QString fewOf(const QStringList &names)
{
    const auto first = names.first(std::min(names.size(), mostNames)).join(QStringLiteral(", "));
    return names.size() <= mostNames
        ? first
        : MedicineListsController::tr("%1 and %n more", nullptr, int(names.size() - mostNames)).arg(first);
}

}

MedicineListsController::MedicineListsController(UiServices &services, QObject *parent)
    : PageController(services, parent)
{
}

void MedicineListsController::open()
{
    m_query.clear();
    m_list.clear();
    forget();
    read();
}

void MedicineListsController::read()
{
    askFor(
        [facility = services().facility.id](clinic::Work &work) -> Result<Read> {
            const auto lists = clinic::listsInForce(work);
            if (!lists)
                return failed(lists);
            const auto editions = clinic::listEditions(work);
            if (!editions)
                return failed(editions);
            const auto doctors = storage::FacilityRepository(work.db).doctorsAt(facility);
            if (!doctors)
                return failed(doctors);
            return Read{*lists, *editions, *doctors};
        },
        [this](Read read) {
            m_read = std::move(read);
            m_loaded = true;
            show();
            showEditions();
        });
}

void MedicineListsController::setQuery(const QString &text)
{
    m_query = text;
    show();
}

void MedicineListsController::setList(const QString &list)
{
    m_list = list;
    show();
}

QVariantList MedicineListsController::doctors() const
{
    QVariantList out;
    for (const auto &doctor : m_read.doctors)
        out << QVariantMap{{QStringLiteral("value"), doctor.id.value()}, {QStringLiteral("text"), doctor.name}};
    return out;
}

void MedicineListsController::show()
{
    const auto wanted = clinic::foldMedicine(m_query);
    QList<MedicineRow> rows;
    for (const auto &row : m_read.lists.table.rows) {
        const bool named = std::ranges::any_of(row.names, [&](const QString &name) { return name.contains(wanted); });
        if (!named || (!m_list.isEmpty() && clinic::toWord(row.list) != m_list))
            continue;
        const auto use = usedAs(row.use);
        rows << MedicineRow{use.isEmpty() ? row.ingredient : row.ingredient + QStringLiteral(", ") + use,
            row.source + QStringLiteral("  ·  ") + dayOf(row.asOf), listWord(row.list), int(listColor(row.list))};
    }
    m_rows.setRows(rows);
    Q_EMIT changed();
}

void MedicineListsController::showEditions()
{
    const auto &now = m_read.editions.constFirst();
    QList<ListFact> facts{
        {tr("Version"), now.version}, {tr("Date of the list"), dayOf(now.asOf)}, {tr("Put together from"), now.source}};
    if (now.number > 0)
        facts << ListFact{tr("Answers for it"), now.responsible}
              << ListFact{tr("Taken in"),
                     tr("%1, by %2").arg(clinicTime().moment(now.takenAt, this->now()), now.takenBy.value())};
    facts << ListFact{tr("Signed under it"), tr("%n records", nullptr, now.judged)};
    m_inForce.setRows(facts);
    QList<ListFact> before;
    for (const auto &edition : m_read.editions.mid(1))
        before << ListFact{edition.number > 0
                ? tr("Version %1, %2").arg(edition.version, dayOf(clinicTime().dateOf(edition.takenAt)))
                : tr("Version %1, came with the program").arg(edition.version),
            tr("%n records signed under it", nullptr, edition.judged)};
    m_editions.setRows(before);
}

void MedicineListsController::setResponsible(const QString &doctor)
{
    m_responsible = DoctorId(doctor);
    Q_EMIT proposalChanged();
}

void MedicineListsController::check(const QUrl &file)
{
    forget();
    struct Checked
    {
        QByteArray content;
        clinic::ListProposal proposal;
    };
    ask(
        [file](clinic::Work &work) -> Result<Checked> {
            auto content = contentOf(file);
            if (!content)
                return failed(content);
            const auto lists = clinic::listsInForce(work);
            if (!lists)
                return failed(lists);
            auto proposal = clinic::proposeList(*content, lists->table, work.clock.now().toDateTime().date());
            if (!proposal)
                return failed(proposal);
            return Checked{*std::move(content), *std::move(proposal)};
        },
        [this](const Result<Checked> &checked) {
            if (!checked)
                return refuse(checked.error());
            m_file = checked->content;
            m_proposed = checked->proposal.table.version;
            showProposal(checked->proposal);
        });
}

void MedicineListsController::showProposal(const clinic::ListProposal &proposal)
{
    const auto &table = proposal.table;
    QList<ListFact> facts{{tr("Version"), table.version}, {tr("Date of the list"), dayOf(table.asOf)},
        {tr("Put together from"), table.source},
        {tr("Medicines"),
            tr("%1 in all, %2 new, %3 on another list")
                .arg(table.rows.size())
                .arg(proposal.added)
                .arg(proposal.changed)}};
    if (!proposal.left.isEmpty())
        facts << ListFact{tr("On no list any more"), fewOf(proposal.left)};
    if (!proposal.kept.isEmpty())
        facts << ListFact{tr("Stay prohibited, though the file does not name them"), fewOf(proposal.kept)};
    m_changes.setRows(facts);
    Q_EMIT proposalChanged();
}

void MedicineListsController::refuse(const Error &error)
{
    static const QStringList aboutRows{
        QStringLiteral("CLASSES-ROW"), QStringLiteral("CLASSES-FUTURE"), QStringLiteral("CLASSES-CONTRADICTION")};
    m_problemRow = aboutRows.contains(error.code) ? error.detail : QString();
    setProblem(error);
    Q_EMIT proposalChanged();
}

void MedicineListsController::forget()
{
    m_file.clear();
    m_proposed.clear();
    m_problemRow.clear();
    m_responsible = {};
    m_changes.setRows({});
    clearProblem();
    Q_EMIT proposalChanged();
}

void MedicineListsController::take()
{
    if (m_proposed.isEmpty() || m_responsible.isEmpty())
        return;
    ask([file = m_file, doctor = m_responsible](clinic::Work &work) { return clinic::takeList(work, file, doctor); },
        [this](const Result<clinic::ListEdition> &taken) {
            if (!taken)
                return refuse(taken.error());
            forget();
            Q_EMIT told(tr("Version %1 judges from now on.").arg(taken->version));
            read();
        });
}

}
