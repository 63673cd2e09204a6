#pragma once

#include "clinic/merge.h"
#include "ui/session/identity_row.h"
#include "ui/session/page_controller.h"
#include "ui/session/row_model.h"
#include "ui/words/person_words.h"

#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// Two files side by side: one person or two? Merging shows first what moves and which file stays (B37, FD-11).
class MergeController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(nadi::ui::PatientIdentity stays READ stays NOTIFY changed)
    Q_PROPERTY(nadi::ui::PatientIdentity goes READ goes NOTIFY changed)
    Q_PROPERTY(QStringList moves READ moves NOTIFY changed)
    Q_PROPERTY(QString hindrance READ hindrance NOTIFY changed)
    Q_PROPERTY(bool markedNotTheSame READ markedNotTheSame NOTIFY changed)
    Q_PROPERTY(nadi::ui::RowModel *rows READ rows CONSTANT)

public:
    explicit MergeController(UiServices &services, QObject *parent = nullptr);

    bool loaded() const { return m_loaded; }
    PatientIdentity stays() const { return identityOf(m_preview.survivor, today()); }
    PatientIdentity goes() const { return identityOf(m_preview.retired, today()); }
    /// Lines of "what moves": visits, records, numbers, gaps that are filled.
    QStringList moves() const;
    /// Why it cannot be done as it is, in words; empty when it can.
    QString hindrance() const;
    bool markedNotTheSame() const { return m_preview.markedNotTheSame; }
    RowModel *rows() { return &m_rows; }

    void open(const PatientId &stays, const PatientId &goes);
    /// The other file stays instead.
    Q_INVOKABLE void swap();
    Q_INVOKABLE void merge(const QString &reason);
    Q_INVOKABLE void notTheSame(const QString &reason);

Q_SIGNALS:
    void changed();
    void merged(const QString &patient);
    void keptApart();

private:
    void read();

    clinic::MergePair m_pair;
    clinic::MergePreview m_preview;
    bool m_loaded = false;
    RowsOf<IdentityRow> m_rows;
};

}
