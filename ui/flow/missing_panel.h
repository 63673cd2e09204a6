#pragma once

#include "clinic/prescribing/completeness.h"
#include "ui/session/row_model.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// One thing that the record does not say yet, with what leads to its field.
struct MissingRow
{
    Q_GADGET
    Q_PROPERTY(QString sentence MEMBER sentence)
    Q_PROPERTY(QString action MEMBER action)
    Q_PROPERTY(QString source MEMBER source)
    Q_PROPERTY(bool must MEMBER must)
    Q_PROPERTY(int place MEMBER place)

public:
    QString sentence;
    QString action;
    QString source;
    bool must = true;
    int place = 0; ///< for MissingPanel::at()

    bool operator==(const MissingRow &) const = default;
};

/// What the mandatory contents still lack, judged in memory with every answer; signing judges once more.
class MissingPanel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of the confirm page")
    /// Without these it cannot be signed.
    Q_PROPERTY(nadi::ui::RowModel *musts READ musts CONSTANT)
    /// These may be missing.
    Q_PROPERTY(nadi::ui::RowModel *others READ others CONSTANT)

public:
    using QObject::QObject;

    void begin(const clinic::SheetFacts &facts);
    void setMode(std::optional<TeleMode> mode);
    const clinic::SheetFacts &facts() const { return m_facts; }
    RowModel *musts() { return &m_musts; }
    RowModel *others() { return &m_others; }
    /// Why it cannot be signed yet; empty when it can.
    QString missing() const;
    std::optional<clinic::Missing> at(int place) const;

Q_SIGNALS:
    void changed();

private:
    void judge();

    clinic::SheetFacts m_facts;
    QList<clinic::Missing> m_missing;
    RowsOf<MissingRow> m_musts;
    RowsOf<MissingRow> m_others;
};

}
