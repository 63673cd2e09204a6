#pragma once

namespace nadi::desktop
{

/// Before the first window. On a computer without a graphics card (a virtual or remote desktop) Qt's own software
/// renderer draws: OpenGL computed by the processor would take 100 MB more and twice as long to the first frame. There
/// the camera shows no live picture; it still takes photos. QT_QUICK_BACKEND or QSG_RHI_BACKEND in the environment
/// decide otherwise.
void chooseRenderer();

}
