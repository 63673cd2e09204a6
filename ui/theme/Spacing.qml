import QtQuick

// 4, 8, 12, 16, 24, 32, 48.
QtObject {
    required property real scale
    readonly property real xxs: 2 * scale
    readonly property real xs: 4 * scale
    readonly property real s: 8 * scale
    readonly property real m: 12 * scale
    readonly property real l: 16 * scale
    readonly property real xl: 24 * scale
    readonly property real xxl: 32 * scale
    readonly property real xxxl: 48 * scale
}
