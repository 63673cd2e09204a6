#pragma once

#include "journeys/identity_desk.h"

namespace nadi::test
{

/// For the walkthrough: a prescription lacks something, is completed, looked at as it will be printed, signed and put
/// on paper; the sheet is kept as PDF and as a picture.
class SheetSteps
{
public:
    /// `desk` has started; its pictures go to `folder`.
    SheetSteps(IdentityDesk &desk, QString folder)
        : m_desk(desk)
        , m_folder(std::move(folder))
    {
    }
    bool run();

private:
    bool write();
    bool complete();
    bool lookAtSheet();
    bool signAndSave();

    bool until(const std::function<bool()> &condition);

    IdentityDesk &m_desk;
    QString m_folder;
};

}
