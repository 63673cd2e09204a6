#pragma once

#include "clinic/letterhead.h"
#include "ui/session/page_controller.h"

#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// What the head of a printed sheet says about the clinic and one doctor, to be completed by a person.
class LetterheadController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    /// By field: address, address2, city, pinCode, phone, email; doctorName, qualification, registration, council,
    /// doctorPhone, doctorEmail.
    Q_PROPERTY(QVariantMap entries READ entries NOTIFY changed)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    /// Where the keyboard is to be when it opens; empty: at the first field.
    Q_PROPERTY(QString field READ field NOTIFY changed)

public:
    using PageController::PageController;

    QVariantMap entries() const;
    bool loaded() const { return !m_seen.doctor.id.isEmpty(); }
    QString field() const { return m_field; }

    void open(const DoctorId &doctor, const QString &field);
    Q_INVOKABLE void save(const QVariantMap &entries);

Q_SIGNALS:
    void changed();
    void saved();

private:
    clinic::Letterhead m_seen;
    QString m_field;
};

}
