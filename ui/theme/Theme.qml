pragma Singleton
import QtQuick
import Nadi.Theme

// Colours, type, space and motion. One of the two singletons a page may reach for; the program sets the writable ones.
QtObject {
    id: theme

    property int scheme: Palette.Light
    property real scale: 1.0
    property bool reducedMotion: false
    // Indic lines need 1.5 of the size (look.md "Type"); Noto itself brings 1.36.
    property bool tallScript: false

    readonly property Palette color: Palette { scheme: theme.scheme }
    readonly property Typography type: Typography { scale: theme.scale }
    readonly property Spacing space: Spacing { scale: theme.scale }
    readonly property Sizes size: Sizes { scale: theme.scale }
    readonly property Radii radius: Radii { scale: theme.scale }
    readonly property Motion motion: Motion { reduced: theme.reducedMotion }
    readonly property real lineHeight: theme.tallScript ? 1.15 : 1
    readonly property bool outlined: theme.scheme === Palette.HighContrast

    function standingInk(standing: int): color {
        switch (standing) {
        case Standing.Waiting: return theme.color.waitF;
        case Standing.Done: return theme.color.okF;
        case Standing.Opened: return theme.color.openF;
        case Standing.NeedsPerson: return theme.color.helpF;
        case Standing.Notice: return theme.color.infoF;
        default: return theme.color.noneF;
        }
    }

    function standingGround(standing: int): color {
        switch (standing) {
        case Standing.Waiting: return theme.color.waitB;
        case Standing.Done: return theme.color.okB;
        case Standing.Opened: return theme.color.openB;
        case Standing.NeedsPerson: return theme.color.helpB;
        case Standing.Notice: return theme.color.infoB;
        default: return theme.color.noneB;
        }
    }

    function standingIcon(standing: int): string {
        switch (standing) {
        case Standing.Waiting: return "clock";
        case Standing.Done: return "check";
        case Standing.Opened: return "abha-app";
        case Standing.NeedsPerson: return "attention";
        case Standing.Notice: return "info";
        default: return "empty-ring";
        }
    }
}
