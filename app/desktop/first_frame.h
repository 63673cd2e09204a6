#pragma once

class QQuickWindow;

namespace nadi::desktop
{

/// The self-test of the window: prints {"firstFrameMs","rssMb","pssMb"} when the first frame is on the screen, and
/// quits; exit code 4 when none comes.
void reportFirstFrame(QQuickWindow &window);

}
