#pragma once

#include "journeys/identity_desk.h"

namespace nadi::test
{

/// From the page that asks who it is to the page of the licence, by keyboard; the code is read from the phone.
[[nodiscard]] bool toTheLicence(IdentityDesk &desk);
/// What the licence says, by keyboard, and both its sides as pictures of `frontPixels` and 150 pixels. What the file
/// dialog of the system would answer is given to the page.
[[nodiscard]] bool fillLicence(IdentityDesk &desk, int frontPixels = 150);

}
