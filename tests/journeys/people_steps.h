#pragma once

#include "journeys/identity_desk.h"

namespace nadi::test
{

/// For the walkthrough: everything around who somebody is that is not the six steps, with a picture of each page. One
/// printed line per step; false as soon as one failed.
class PeopleSteps
{
public:
    /// `desk` has started, with its bridge and the driving licence switched on; its pictures are ours.
    explicit PeopleSteps(IdentityDesk &desk)
        : m_desk(desk)
    {
    }
    bool run();

private:
    bool registerByKeyboard();
    bool scanAndShare();
    bool mergeAndUndo();
    bool licence();
    bool registries();

    bool until(const std::function<bool()> &condition);
    bool reads(const QString &text);

    IdentityDesk &m_desk;
};

}
