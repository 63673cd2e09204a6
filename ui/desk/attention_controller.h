#pragma once

#include "clinic/desk.h"
#include "clinic/list_reading.h"
#include "clinic/unclear_person.h"
#include "ui/session/page_controller.h"
#include "ui/session/row_model.h"

#include <QtQml/qqmlregistration.h>

#include <memory>

namespace nadi::ui
{

struct AttentionLine
{
    Q_GADGET
    Q_PROPERTY(QString flow MEMBER flow)
    Q_PROPERTY(QString patient MEMBER patient)
    Q_PROPERTY(QString record MEMBER record)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString sentence MEMBER sentence)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString remedy MEMBER remedy)
    Q_PROPERTY(bool retries MEMBER retries)
    Q_PROPERTY(bool compares MEMBER compares)
    Q_PROPERTY(bool keepsApart MEMBER keepsApart)

public:
    QString flow;
    QString patient;
    QString record;
    QString name;
    QString sentence;
    QString detail;
    QString remedy;
    bool retries = false; ///< the action sends again; otherwise it opens the patient's file
    bool compares = false; ///< the action opens the comparison with the health account
    bool keepsApart = false; ///< several files fit one app's person: the action says that they are different people

    const QString &key() const { return flow; }
    bool operator==(const AttentionLine &) const = default;
};

/// What needs a person, same causes together, oldest first.
class AttentionController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(nadi::ui::RowModel *rows READ rows CONSTANT)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)

public:
    explicit AttentionController(UiServices &services, QObject *parent = nullptr);

    RowModel *rows() { return &m_rows; }
    bool loaded() const { return m_loaded; }
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void retry(const QString &flow);
    /// Whether sending again can help against this cause.
    Q_INVOKABLE bool retries(const QString &sentence) const;
    /// Every row with this cause.
    Q_INVOKABLE void retryAll(const QString &sentence);
    /// The files of this row are of different people.
    Q_INVOKABLE void keepApart(const QString &flow);

Q_SIGNALS:
    void changed();
    void sentAgain(int count);

private:
    void decide(const QList<FlowId> &flows);
    AttentionLine lineOf(const clinic::AttentionRow &row) const;
    AttentionLine lineOf(const clinic::UnclearPerson &person) const;

    bool m_loaded = false;
    std::shared_ptr<clinic::ListReading> m_reading = std::make_shared<clinic::ListReading>(clinic::List::Attention);
    std::shared_ptr<clinic::ListReading> m_readingUnclear
        = std::make_shared<clinic::ListReading>(clinic::List::Attention);
    RowsOf<AttentionLine> m_rows;
};

}
