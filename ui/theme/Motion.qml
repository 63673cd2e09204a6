import QtQuick

// Milliseconds; nothing moves when the system asks for less.
QtObject {
    required property bool reduced
    readonly property int state: reduced ? 0 : 120
    readonly property int page: reduced ? 0 : 200
    readonly property int skeletonDelay: 150
    readonly property int toast: 5000
    readonly property int spin: 900
    readonly property int glow: reduced ? 0 : 700
}
