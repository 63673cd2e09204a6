#pragma once

#include "clinic/prescription.h"
#include "ui/session/patient_page_controller.h"
#include "ui/session/row_model.h"
#include "ui/words/delivery_words.h"

#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

struct StageRow
{
    Q_GADGET
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(int standing MEMBER standing)

public:
    QString title;
    QString detail;
    QString time;
    int standing = 0;

    bool operator==(const StageRow &) const = default;
};

struct LogRow
{
    Q_GADGET
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString sentence MEMBER sentence)
    Q_PROPERTY(QString code MEMBER code)

public:
    QString time;
    QString sentence;
    QString code;

    bool operator==(const LogRow &) const = default;
};

/// Step 6: what has truly happened to a delivery, live.
class SuccessController : public PatientPageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(int standing READ standing NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    Q_PROPERTY(QString subject READ subject NOTIFY changed)
    Q_PROPERTY(QString supportCode READ supportCode NOTIFY changed)
    Q_PROPERTY(QString action READ action NOTIFY changed)
    Q_PROPERTY(bool comparesIdentity READ comparesIdentity NOTIFY changed)
    Q_PROPERTY(bool mayInvite READ mayInvite NOTIFY changed)
    Q_PROPERTY(bool mayWithdraw READ mayWithdraw NOTIFY changed)
    Q_PROPERTY(QString stateWord READ stateWord NOTIFY changed)
    Q_PROPERTY(nadi::ui::RowModel *stages READ stages CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *log READ log CONSTANT)

public:
    explicit SuccessController(UiServices &services, QObject *parent = nullptr);

    int standing() const { return int(headlineOf(m_delivery).standing); }
    QString title() const { return headlineOf(m_delivery).title; }
    QString detail() const { return headlineOf(m_delivery).detail; }
    QString subject() const { return m_subject; } ///< the kind of record
    QString supportCode() const { return m_delivery.supportCode; }
    /// Word on the one button when a person is needed; empty otherwise.
    QString action() const;
    /// The action is the comparison with the health account, not sending again.
    bool comparesIdentity() const;
    /// Held for want of an ABHA, with a phone in the file: the patient may still agree to an SMS (B07).
    bool mayInvite() const;
    bool mayWithdraw() const;
    /// Stored state word, for tests and the walkthrough.
    QString stateWord() const { return loaded() ? toWord(m_delivery.state) : QString(); }
    RowModel *stages() { return &m_stages; }
    RowModel *log() { return &m_log; }

    void begin(const RecordId &record);
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void retry();
    Q_INVOKABLE void invite();
    Q_INVOKABLE void withdraw();
    Q_INVOKABLE void copySupportCode();

private:
    struct Answer;
    void show(const Answer &answer);
    void decide(QStringView decision);

    RecordId m_record;
    QString m_subject;
    Delivery m_delivery;
    bool m_hasMobile = false;
    RowsOf<StageRow> m_stages;
    RowsOf<LogRow> m_log;
};

}
