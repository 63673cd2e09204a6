#pragma once

#include "ui/session/page_controller.h"
#include "ui/words/person_words.h"

namespace nadi::ui
{

/// A page about one patient: who it is, and whether what it shows has been read.
class PatientPageController : public PageController
{
    Q_OBJECT
    Q_PROPERTY(nadi::ui::PatientIdentity patient READ patient NOTIFY changed)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)

public:
    using PageController::PageController;

    const PatientIdentity &patient() const { return m_identity; }
    bool loaded() const { return m_loaded; }

Q_SIGNALS:
    void changed();

protected:
    /// Before the next patient is read: nothing of the last one stays on the screen (S-D6).
    void forgetPatient()
    {
        m_identity = {};
        m_loaded = false;
    }
    void knowPatient(const Patient &patient)
    {
        m_identity = identityOf(patient, today());
        m_loaded = true;
    }

private:
    PatientIdentity m_identity;
    bool m_loaded = false;
};

}
