#pragma once

#include "clinic/duplicates.h"
#include "domain/person.h"
#include "ui/session/page_controller.h"
#include "ui/session/row_model.h"

#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// A file that may be the person being typed.
struct LikelyRow
{
    Q_GADGET
    Q_PROPERTY(QString patient MEMBER patient)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(bool strong MEMBER strong)

public:
    QString patient;
    QString name;
    QString detail;
    bool strong = false;

    bool operator==(const LikelyRow &) const = default;
};

/// Registers a person; a wrong entry is told at its field and everything typed stays.
class NewPatientController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    /// field -> sentence; fields: name, gender, birth, mobile, abha.
    Q_PROPERTY(QVariantMap errors READ errors NOTIFY errorsChanged)
    /// Files that may be the same person, strongest first; new with every key press.
    Q_PROPERTY(nadi::ui::RowModel *likely READ likely CONSTANT)
    /// One of them is so much alike that a new file needs a reason (FD-3).
    Q_PROPERTY(bool needsReason READ needsReason NOTIFY likelyChanged)

public:
    explicit NewPatientController(UiServices &services, QObject *parent = nullptr);

    QVariantMap errors() const { return m_errors; }
    RowModel *likely() { return &m_likely; }
    bool needsReason() const;
    Q_INVOKABLE void look(const QVariantMap &entries);
    /// Entries by field name, plus place and, where needsReason says so, reason. `birth` takes "46" (years), "1980",
    /// "12-10-1980" or "1980-10-12".
    Q_INVOKABLE void save(const QVariantMap &entries);
    Q_INVOKABLE void reset();

Q_SIGNALS:
    void errorsChanged();
    void likelyChanged();
    void saved(const QString &patient, const QString &name);

private:
    void setErrors(const QVariantMap &errors);
    std::optional<Patient> read(const QVariantMap &entries);

    QVariantMap m_errors;
    quint64 m_looked = 0;
    RowsOf<LikelyRow> m_likely;
};

}
