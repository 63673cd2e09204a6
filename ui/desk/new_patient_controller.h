#pragma once

#include "domain/person.h"
#include "ui/session/page_controller.h"

#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// Registers a person; a wrong entry is told at its field and everything typed stays.
class NewPatientController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")
    /// field -> sentence; fields: name, gender, birth, mobile, abha.
    Q_PROPERTY(QVariantMap errors READ errors NOTIFY errorsChanged)

public:
    explicit NewPatientController(UiServices &services, QObject *parent = nullptr);

    QVariantMap errors() const { return m_errors; }
    /// Entries by field name, plus place. `birth` takes "46" (years), "1980", "12-10-1980" or "1980-10-12".
    Q_INVOKABLE void save(const QVariantMap &entries);
    Q_INVOKABLE void reset();

Q_SIGNALS:
    void errorsChanged();
    void saved(const QString &patient, const QString &name);

private:
    void setErrors(const QVariantMap &errors);
    std::optional<Patient> read(const QVariantMap &entries);

    QVariantMap m_errors;
};

}
