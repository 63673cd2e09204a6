#pragma once

#include "clinic/repair.h"
#include "ui/session/page_controller.h"

#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// What a prescription must say about the patient and the file does not say yet: sex, age, address.
class PersonController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    Q_PROPERTY(QVariantMap entries READ entries NOTIFY changed) ///< name, gender, birth, place
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(QString field READ field NOTIFY changed)

public:
    using PageController::PageController;

    QVariantMap entries() const;
    bool loaded() const { return !m_seen.id.isEmpty(); }
    QString field() const { return m_field; }

    void open(const PatientId &patient, const QString &field);
    Q_INVOKABLE void save(const QVariantMap &entries);

Q_SIGNALS:
    void changed();
    void saved();

private:
    Patient m_seen;
    QString m_field;
};

}
