import QtQuick

// Sizes with a name. Layouts measure other widths in `unit`s of 4 px, so that everything follows the scale.
QtObject {
    required property real scale
    readonly property real unit: 4 * scale
    readonly property real hairline: 1
    readonly property real stroke: 2 * scale
    readonly property real ring: 2 * scale
    readonly property real ringGap: 2 * scale
    readonly property real control: 36 * scale
    readonly property real row: 36 * scale
    readonly property real rowTall: 56 * scale
    readonly property real chip: 26 * scale
    readonly property real keyCap: 22 * scale
    readonly property real iconSmall: 16 * scale
    readonly property real icon: 20 * scale
    readonly property real iconLarge: 32 * scale
    readonly property real avatar: 36 * scale
    readonly property real dot: 10 * scale
    readonly property real node: 28 * scale
    readonly property real rail: 84 * scale
    readonly property real topBar: 56 * scale
    readonly property real footer: 32 * scale
    readonly property real strip: 28 * scale
    readonly property real patientBar: 52 * scale
    readonly property real search: 420 * scale
    readonly property real panel: 384 * scale
    readonly property real dialog: 480 * scale
    readonly property real thumbWidth: 116 * scale
    readonly property real thumbHeight: 152 * scale
    // Below this width a page puts its columns under each other.
    readonly property real narrow: 920 * scale
}
