#pragma once

#include "clinic/consents.h"
#include "ui/session/page_controller.h"
#include "ui/session/row_model.h"

#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// One consent as a line of the register.
struct ConsentLine
{
    Q_GADGET
    Q_PROPERTY(QString consent MEMBER consent)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString chip MEMBER chip)
    Q_PROPERTY(int standing MEMBER standing)

public:
    QString consent;
    QString title; ///< "Asha Kulkarni  ·  Lotus Clinic, Dr Meera Nair"
    QString detail; ///< "For treatment  ·  2 records left, the last one 09:42"
    QString chip;
    int standing = 0;

    const QString &key() const { return consent; }
    bool operator==(const ConsentLine &) const = default;
};

/// A fact of the chosen consent, or a record that left under it.
struct ConsentFact
{
    Q_GADGET
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QString value MEMBER value)

public:
    QString label;
    QString value;

    bool operator==(const ConsentFact &) const = default;
};

/// The consent register: who asked for which records, until when, and what left. Read only.
class ConsentsController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(nadi::ui::RowModel *rows READ rows CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *facts READ facts CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *left READ left CONSTANT)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(bool ofOnePatient READ ofOnePatient NOTIFY changed)
    Q_PROPERTY(QString patientName READ patientName NOTIFY changed)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(QString chosen READ chosen NOTIFY chosenChanged)
    Q_PROPERTY(QString chosenTitle READ chosenTitle NOTIFY chosenChanged)

public:
    explicit ConsentsController(UiServices &services, QObject *parent = nullptr);

    RowModel *rows() { return &m_lines; }
    RowModel *facts() { return &m_facts; }
    RowModel *left() { return &m_left; }
    bool loaded() const { return m_loaded; }
    bool ofOnePatient() const { return !m_patient.isEmpty(); }
    /// Of the patient whose consents these are; empty in the whole register.
    QString patientName() const;
    QString query() const { return m_query; }
    void setQuery(const QString &text);
    QString chosen() const { return m_chosen; }
    QString chosenTitle() const;

    /// Of one patient, or of the clinic.
    void open(const PatientId &patient = {});
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void choose(const QString &consent);

Q_SIGNALS:
    void changed();
    void queryChanged();
    void chosenChanged();

private:
    void show();
    ConsentLine lineOf(const clinic::ConsentRow &row) const;
    bool matches(const clinic::ConsentRow &row) const;
    void showFacts(const clinic::ConsentRow &row);
    QString dayOf(UtcTime time) const;

    PatientId m_patient;
    QString m_query;
    QString m_chosen;
    bool m_loaded = false;
    QList<clinic::ConsentRow> m_all;
    RowsOf<ConsentLine> m_lines;
    RowsOf<ConsentFact> m_facts;
    RowsOf<ConsentFact> m_left;
};

}
