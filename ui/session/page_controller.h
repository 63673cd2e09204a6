#pragma once

#include "clinic/work.h"
#include "ui/session/observe.h"
#include "ui/session/services.h"
#include "ui/words/clinic_time.h"
#include "ui/words/error_words.h"

#include <QObject>

namespace nadi::ui
{

/// What the controller of every page has: services, whether it waits, and one problem with its one remedy.
class PageController : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(QString problemAction READ problemAction NOTIFY problemChanged)
    Q_PROPERTY(QString problemCode READ problemCode NOTIFY problemChanged)

public:
    explicit PageController(UiServices &services, QObject *parent = nullptr);

    bool busy() const { return m_waiting > 0; }
    QString problem() const { return m_problem.sentence; }
    QString problemAction() const { return m_problem.action; }
    QString problemCode() const { return m_problem.code; }
    Q_INVOKABLE void clearProblem();

Q_SIGNALS:
    void busyChanged();
    void problemChanged();

protected:
    UiServices &services() const { return m_services; }
    const ClinicTime &clinicTime() const { return m_time; }
    UtcTime now() const { return m_services.clock.now(); }
    QDate today() const { return m_time.dateOf(now()); }
    void setProblem(const Problem &problem);
    void setProblem(const Error &error) { setProblem(problemOf(error)); }
    /// Tells the other windows and the bridge to look.
    void ring(storage::Topic topic) { m_services.store.changes().ring(topic); }

    /// `work(clinic::Work &)` on the database thread, then `use(Result)` here; the page is busy meanwhile.
    template <class Work, class Use>
    void ask(Work work, Use use)
    {
        wait(1);
        askAside(std::move(work), [this, use = std::move(use)](auto result) mutable {
            wait(-1);
            use(std::move(result));
        });
    }
    /// The same without being busy: for hints that come with typing and must stop nobody.
    template <class Work, class Use>
    void askAside(Work work, Use use)
    {
        const Clock &clock = m_services.clock;
        IdSource &ids = m_services.ids;
        observe(this,
            m_services.store.run(
                [work = std::move(work), &clock, &ids, actor = m_services.actor](storage::Connection &db) mutable {
                    clinic::Work with{db, clock, ids, actor};
                    return work(with);
                }),
            std::move(use));
    }
    /// As ask(), where a failure becomes the page's problem and `use` gets the value.
    template <class Work, class Use>
    void askFor(Work work, Use use)
    {
        ask(std::move(work), [this, use = std::move(use)](auto result) mutable {
            if (!result)
                return setProblem(result.error());
            if constexpr (std::is_void_v<typename decltype(result)::value_type>)
                use();
            else
                use(std::move(*result));
        });
    }
    void wait(int by);

private:
    UiServices &m_services;
    ClinicTime m_time;
    Problem m_problem;
    int m_waiting = 0;
};

}
