#pragma once

#include "ui/session/page_controller.h"
#include "ui/session/row_model.h"

#include <QtQml/qqmlregistration.h>

#include <memory>

namespace nadi::ui
{

struct HitRow
{
    Q_GADGET
    Q_PROPERTY(QString patient MEMBER patient)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString why MEMBER why)
    Q_PROPERTY(bool verified MEMBER verified)

public:
    QString patient;
    QString name;
    QString detail;
    QString why; ///< what of the person matched
    bool verified = false;

    bool operator==(const HitRow &) const = default;
};

/// Search over all patients in memory; typing is never blocked, late answers are dropped.
class PatientSearchController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(nadi::ui::RowModel *hits READ hits CONSTANT)
    Q_PROPERTY(QString text READ text NOTIFY textChanged)
    Q_PROPERTY(bool answered READ answered NOTIFY textChanged)
    /// The names are still being read after a start; the answer comes by itself.
    Q_PROPERTY(bool preparing READ preparing NOTIFY textChanged)

public:
    explicit PatientSearchController(UiServices &services, QObject *parent = nullptr);

    RowModel *hits() { return &m_hits; }
    QString text() const { return m_text; }
    bool answered() const { return m_answered; }
    bool preparing() const { return m_preparing; }
    /// From the second character; less clears the hits.
    Q_INVOKABLE void search(const QString &text);

Q_SIGNALS:
    void textChanged();

private:
    void ask(quint64 asked);
    HitRow rowOf(const clinic::PatientHit &hit) const;

    QString m_text;
    quint64 m_asked = 0;
    bool m_answered = false;
    bool m_preparing = false;
    std::shared_ptr<PatientLookUp> m_people;
    RowsOf<HitRow> m_hits;
};

}
