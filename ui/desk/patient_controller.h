#pragma once

#include "clinic/desk.h"
#include "ui/session/patient_page_controller.h"
#include "ui/session/row_model.h"

#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

struct HistoryLine
{
    Q_GADGET
    Q_PROPERTY(QString record MEMBER record)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString chip MEMBER chip)
    Q_PROPERTY(int standing MEMBER standing)
    Q_PROPERTY(bool draft MEMBER draft)

public:
    QString record;
    QString title;
    QString detail;
    QString chip;
    int standing = 0;
    bool draft = false;

    bool operator==(const HistoryLine &) const = default;
};

struct VisitLine
{
    Q_GADGET
    Q_PROPERTY(QString appointment MEMBER appointment)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(bool mayChange MEMBER mayChange)

public:
    QString appointment;
    QString title;
    QString detail;
    bool mayChange = false; ///< booked and not begun: can be moved and cancelled

    bool operator==(const VisitLine &) const = default;
};

/// One patient's file: who, the records with their delivery, the visits.
class PatientController : public PatientPageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(bool needsComparison READ needsComparison NOTIFY changed)
    Q_PROPERTY(nadi::ui::RowModel *history READ history CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *visits READ visits CONSTANT)

public:
    explicit PatientController(UiServices &services, QObject *parent = nullptr);

    /// A record of this file waits because of who the patient is.
    bool needsComparison() const;
    RowModel *history() { return &m_history; }
    RowModel *visits() { return &m_visits; }

    void open(const PatientId &patient);
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void cancelVisit(const QString &appointment, const QString &reason);
    /// The visit a new prescription belongs to: today's, else none.
    std::optional<Appointment> currentVisit() const;
    const clinic::PatientFile &file() const { return m_file; }

Q_SIGNALS:
    void cancelled();

private:
    /// Opening leaves an audit event, looking again does not.
    using FileReader = Result<clinic::PatientFile> (*)(clinic::Work &, const PatientId &, const FacilityId &);
    void read(FileReader reader);
    void show(clinic::PatientFile file);

    PatientId m_id;
    clinic::PatientFile m_file;
    RowsOf<HistoryLine> m_history;
    RowsOf<VisitLine> m_visits;
};

}
