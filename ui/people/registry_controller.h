#pragma once

#include "clinic/registry_facts.h"
#include "ui/people/registry_rows.h"
#include "ui/session/page_controller.h"
#include "ui/session/row_model.h"

#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// Our facility and our doctors beside what HFR and HPR say; one entry is compared and taken over by a person.
class RegistryController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(nadi::ui::RowModel *ours READ ours CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *found READ found CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *comparison READ comparison CONSTANT)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(QString chosen READ chosen NOTIFY changed)
    Q_PROPERTY(bool aboutDoctor READ aboutDoctor NOTIFY changed)
    /// The registry of what is chosen can be asked here; otherwise the page says who can set it up.
    Q_PROPERTY(bool reachable READ reachable NOTIFY changed)
    /// What to look for, as our own data has it.
    Q_PROPERTY(QVariantMap entries READ entries NOTIFY changed)
    Q_PROPERTY(bool looking READ looking NOTIFY looked)
    Q_PROPERTY(bool answered READ answered NOTIFY looked)
    Q_PROPERTY(bool moreThere READ moreThere NOTIFY looked)
    Q_PROPERTY(int picked READ picked NOTIFY looked)
    Q_PROPERTY(bool namesDiffer READ namesDiffer NOTIFY looked)
    Q_PROPERTY(QString reason READ reason NOTIFY looked)
    Q_PROPERTY(QVariantList states READ states CONSTANT)

public:
    explicit RegistryController(UiServices &services, QObject *parent = nullptr);

    RowModel *ours() { return &m_ours; }
    RowModel *found() { return &m_found; }
    RowModel *comparison() { return &m_comparison; }
    bool loaded() const { return !m_facts.facility.id.isEmpty(); }
    QString chosen() const { return m_chosen; }
    bool aboutDoctor() const { return doctor() != nullptr; }
    bool reachable() const;
    QVariantMap entries() const;
    bool looking() const { return m_looking; }
    bool answered() const { return m_answered; }
    bool moreThere() const { return m_page.pages > m_query.page; }
    int picked() const { return m_picked; }
    bool namesDiffer() const;
    QString reason() const; ///< why nothing is taken over now
    QVariantList states() const; ///< {value: LGD code, text}

    void open();
    Q_INVOKABLE void choose(const QString &id);
    /// By HPR number when there is one, otherwise by the registration number.
    Q_INVOKABLE void findDoctor(const QString &hprId, const QString &registration);
    /// By HFR number when there is one, otherwise by name, state and ownership ("P").
    Q_INVOKABLE void findFacility(const QString &id, const QString &name, const QString &state, const QString &owner);
    Q_INVOKABLE void findMore();
    Q_INVOKABLE void pick(int place);
    Q_INVOKABLE void takeOver();
    /// The remedy of the problem: asks again, or reads our data again.
    Q_INVOKABLE void mend();

Q_SIGNALS:
    void changed();
    void looked();
    void told(const QString &sentence);

private:
    template <class Query, class Use>
    void look(const Query &query, Use use);
    void ask();
    void read();
    void show(const clinic::RegistryFacts &facts);
    void forgetAnswer();
    void showAnswer(QList<RegistryRow> rows);
    const Doctor *doctor() const;

    clinic::RegistryFacts m_facts;
    QString m_chosen;
    bool m_looking = false;
    bool m_answered = false;
    int m_question = 0; ///< an answer to an earlier one is late
    abdm::registry::ProfessionalQuery m_doctorQuery;
    abdm::registry::FacilityQuery m_query;
    abdm::registry::FacilityPage m_page;
    QList<FoundDoctor> m_doctors;
    int m_picked = -1;
    RowsOf<RegistryRow> m_ours;
    RowsOf<RegistryRow> m_found;
    RowsOf<IdentityRow> m_comparison;
};

}
