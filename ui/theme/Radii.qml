import QtQuick

QtObject {
    required property real scale
    readonly property real small: 4 * scale
    readonly property real control: 6 * scale
    readonly property real card: 10 * scale
    readonly property real tile: 16 * scale
}
