#pragma once

#include "clinic/prescribing/review.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// What the prescribing rules say about a typed prescription, and what the doctor says about the consultation. Judged
/// anew with every answer, in memory; signing judges once more.
class PrescribingPanel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of the confirm page")
    /// There is something to answer or to read.
    Q_PROPERTY(bool needed READ needed NOTIFY changed)
    Q_PROPERTY(bool tele READ tele NOTIFY changed)
    Q_PROPERTY(QString mode READ mode WRITE setMode NOTIFY changed)
    Q_PROPERTY(bool known READ known WRITE setKnown NOTIFY changed)
    Q_PROPERTY(bool underWay READ underWay WRITE setUnderWay NOTIFY changed)
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY changed)
    Q_PROPERTY(bool asksReason READ asksReason NOTIFY changed)
    Q_PROPERTY(QStringList stops READ stops NOTIFY changed)
    Q_PROPERTY(QStringList notes READ notes NOTIFY changed)
    /// Why it cannot be signed yet; empty when it can.
    Q_PROPERTY(QString missing READ missing NOTIFY changed)

public:
    using QObject::QObject;

    void begin(const clinic::PrescribingFacts &facts, const clinic::ConsultationStatement &said = {});
    clinic::ConsultationStatement statement() const { return m_said; }

    bool needed() const { return !m_facts.lines.isEmpty() && (tele() || !m_verdicts.isEmpty()); }
    bool tele() const { return m_facts.visit == VisitMode::Tele; }
    QString mode() const { return m_said.mode ? toWord(*m_said.mode) : QString(); }
    void setMode(const QString &mode);
    bool known() const { return m_said.complaint == clinic::Complaint::Known; }
    void setKnown(bool known);
    bool underWay() const { return m_said.treatment == clinic::Consultation::Treatment::UnderWay; }
    void setUnderWay(bool underWay);
    QString reason() const { return m_said.reason; }
    void setReason(const QString &reason);
    bool asksReason() const { return clinic::asksReason(m_verdicts); }
    QStringList stops() const { return sentences(clinic::LineVerdict::Weight::Stop); }
    QStringList notes() const;
    QString missing() const;

Q_SIGNALS:
    void changed();

private:
    void judge();
    QStringList sentences(clinic::LineVerdict::Weight weight) const;

    clinic::PrescribingFacts m_facts;
    clinic::ConsultationStatement m_said;
    QList<clinic::LineVerdict> m_verdicts;
};

}
