#pragma once

#include "domain/record.h"
#include "ui/flow/typed_line.h"
#include "ui/session/patient_page_controller.h"

#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

struct VersionRow
{
    Q_GADGET
    Q_PROPERTY(QString record MEMBER record)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(bool current MEMBER current)

public:
    QString record;
    QString title;
    bool current = false;

    bool operator==(const VersionRow &) const = default;
};

/// A signed record, to read, with the versions before and after it.
class RecordReadController : public PatientPageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(bool mayAmend READ mayAmend NOTIFY changed)
    Q_PROPERTY(nadi::ui::RowModel *lines READ lines CONSTANT)
    Q_PROPERTY(nadi::ui::RowModel *versions READ versions CONSTANT)

public:
    using PatientPageController::PatientPageController;

    QString title() const { return m_title; }
    /// Why it was corrected, and how many pages it has.
    QString note() const { return m_note; }
    bool mayAmend() const { return m_mayAmend; }
    RowModel *lines() { return &m_lines; }
    RowModel *versions() { return &m_versions; }
    const RecordId &record() const { return m_record; }

    Q_INVOKABLE void open(const QString &record);
    /// The new version is a draft then.
    void amend(const QString &reason);

Q_SIGNALS:
    void amended(const nadi::Record &draft);

private:
    struct Opening;
    void show(const Opening &opening);

    RecordId m_record;
    QString m_title;
    QString m_note;
    bool m_mayAmend = false;
    RowsOf<TypedLine> m_lines;
    RowsOf<VersionRow> m_versions;
};

}
