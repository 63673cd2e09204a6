#pragma once

#include "clinic/prescribing/medicine_lists.h"
#include "ui/session/page_controller.h"
#include "ui/session/row_model.h"

#include <QUrl>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// One medicine as a line of the lists.
struct MedicineRow
{
    Q_GADGET
    Q_PROPERTY(QString ingredient MEMBER ingredient)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString chip MEMBER chip)
    Q_PROPERTY(int standing MEMBER standing)

public:
    QString ingredient; ///< "clotrimazole, on the skin"
    QString detail; ///< where the row comes from, and its date
    QString chip; ///< "List A"
    int standing = 0;

    bool operator==(const MedicineRow &) const = default;
};

/// Something about a list: what it is, or what a file would change.
struct ListFact
{
    Q_GADGET
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QString value MEMBER value)

public:
    QString label;
    QString value;

    bool operator==(const ListFact &) const = default;
};

/// The lists of medicines by which signatures judge (P7): to read, and to replace by a newer file of the clinic.
class MedicineListsController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(nadi::ui::RowModel *rows READ rows CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *inForce READ inForce CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *editions READ editions CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *changes READ changes CONSTANT)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)
    Q_PROPERTY(QString list READ list WRITE setList NOTIFY changed)
    Q_PROPERTY(QVariantList doctors READ doctors NOTIFY changed)
    /// Version of the file that was checked and waits for somebody's word; empty when there is none.
    Q_PROPERTY(QString proposed READ proposed NOTIFY proposalChanged)
    Q_PROPERTY(QString responsible READ responsible WRITE setResponsible NOTIFY proposalChanged)
    /// The row of the file that the problem is about; empty when it is about the whole.
    Q_PROPERTY(QString problemRow READ problemRow NOTIFY proposalChanged)

public:
    explicit MedicineListsController(UiServices &services, QObject *parent = nullptr);

    RowModel *rows() { return &m_rows; }
    RowModel *inForce() { return &m_inForce; }
    RowModel *editions() { return &m_editions; }
    RowModel *changes() { return &m_changes; }
    bool loaded() const { return m_loaded; }
    QString query() const { return m_query; }
    void setQuery(const QString &text);
    QString list() const { return m_list; }
    void setList(const QString &list); ///< "O", "A", "B", "prohibited"; empty: all
    QVariantList doctors() const; ///< {value: id, text: name}
    QString proposed() const { return m_proposed; }
    QString responsible() const { return m_responsible.value(); }
    void setResponsible(const QString &doctor);
    QString problemRow() const { return m_problemRow; }

    void open();
    Q_INVOKABLE void check(const QUrl &file);
    Q_INVOKABLE void forget();
    /// Puts the checked file in force.
    Q_INVOKABLE void take();

Q_SIGNALS:
    void changed();
    void proposalChanged();
    void told(const QString &sentence);

private:
    struct Read
    {
        clinic::ListsInForce lists;
        QList<clinic::ListEdition> editions;
        QList<Doctor> doctors;
    };
    void read();
    void show();
    void showEditions();
    void showProposal(const clinic::ListProposal &proposal);
    void refuse(const Error &error);
    QString dayOf(QDate day) const { return clinicTime().fullDay(day); }

    Read m_read;
    bool m_loaded = false;
    QString m_query;
    QString m_list;
    QByteArray m_file;
    QString m_proposed;
    DoctorId m_responsible;
    QString m_problemRow;
    RowsOf<MedicineRow> m_rows;
    RowsOf<ListFact> m_inForce;
    RowsOf<ListFact> m_editions;
    RowsOf<ListFact> m_changes;
};

}
