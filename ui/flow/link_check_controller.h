#pragma once

#include "clinic/link_check.h"
#include "ui/session/patient_page_controller.h"
#include "ui/session/row_model.h"
#include "ui/words/gate_words.h"

#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

struct GateRow
{
    Q_GADGET
    Q_PROPERTY(QString topic MEMBER topic)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString chip MEMBER chip)
    Q_PROPERTY(int standing MEMBER standing)

public:
    QString topic;
    QString title;
    QString detail;
    QString chip;
    int standing = 0;

    bool operator==(const GateRow &) const = default;
};

struct LinkStageRow
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

    bool operator==(const LinkStageRow &) const = default;
};

/// Step 3: three gates; when the clinic is not listed yet, the linkage is begun and its stages are shown with their
/// time.
class LinkCheckController : public PatientPageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(int standing READ standing NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    Q_PROPERTY(bool linking READ linking NOTIFY changed)
    Q_PROPERTY(bool hopeless READ hopeless NOTIFY changed)
    Q_PROPERTY(QString elapsed READ elapsed NOTIFY elapsedChanged)
    Q_PROPERTY(QString facilityName READ facilityName CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *gates READ gates CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *stages READ stages CONSTANT)

public:
    explicit LinkCheckController(UiServices &services, QObject *parent = nullptr);

    bool ready() const { return m_check.goesByItself(); }
    int standing() const { return int(linkHeadline(m_check).standing); }
    QString title() const { return linkHeadline(m_check).title; }
    QString detail() const { return linkHeadline(m_check).detail; }
    bool linking() const { return m_linkingSince.isSet() && m_check.facility != clinic::Gate::Green; }
    /// Only a manager can mend it: no registry number, or listed under another program.
    bool hopeless() const;
    QString elapsed() const;
    QString facilityName() const { return services().facility.name; }
    RowModel *gates() { return &m_gates; }
    RowModel *stages() { return &m_stages; }

    void begin(const PatientId &patient);
    Q_INVOKABLE void refresh();

Q_SIGNALS:
    void elapsedChanged();
    /// The first look found nothing to wait for: the journey goes straight on.
    void clear();

private:
    struct Answer;
    /// Opening leaves an audit event, looking again does not.
    using PersonReader = Result<Patient> (*)(clinic::Work &, const PatientId &, const FacilityId &);
    void read(PersonReader reader);
    void show(const Answer &answer);
    void beginLinkOnce();

    PatientId m_patient;
    clinic::LinkCheck m_check;
    bool m_asked = false;
    UtcTime m_linkingSince;
    QTimer m_second;
    RowsOf<GateRow> m_gates;
    RowsOf<LinkStageRow> m_stages;
};

}
