#pragma once

#include "clinic/duplicates.h"
#include "ui/session/page_controller.h"
#include "ui/session/row_model.h"

#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

struct PairRow
{
    Q_GADGET
    Q_PROPERTY(QString one MEMBER one)
    Q_PROPERTY(QString other MEMBER other)
    Q_PROPERTY(QString names MEMBER names)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(bool strong MEMBER strong)

public:
    QString one;
    QString other;
    QString names;
    QString detail;
    bool strong = false;

    bool operator==(const PairRow &) const = default;
};

/// The worklist of files that are probably one person, strongest first (FD-11).
class DuplicatesController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(nadi::ui::RowModel *pairs READ pairs CONSTANT)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)

public:
    explicit DuplicatesController(UiServices &services, QObject *parent = nullptr);

    RowModel *pairs() { return &m_pairs; }
    bool loaded() const { return m_loaded; }
    Q_INVOKABLE void refresh();

Q_SIGNALS:
    void changed();

private:
    bool m_loaded = false;
    RowsOf<PairRow> m_pairs;
};

}
