import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// What every stage has in common: a heading, the problem on the active step, and one primary action that the page shows.
FocusScope {
    id: pane
    required property AbhaController abha
    property string title
    property string detail
    property string primaryText
    property string primaryReason
    property string primaryIcon: "check"
    default property alias content: column.data
    signal act()

    implicitHeight: card.implicitHeight

    Card {
        id: card
        width: pane.width
        padding: Theme.space.xl
        spacing: Theme.space.m
        ColumnLayout {
            id: column
            spacing: Theme.space.m
            Layout.fillWidth: true
            Label { text: pane.title; font: Theme.type.section; wrapMode: Text.WordWrap; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
            Label { visible: pane.detail !== ""; text: pane.detail; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
            ProblemLine { abha: pane.abha; Layout.fillWidth: true }
        }
    }
}
