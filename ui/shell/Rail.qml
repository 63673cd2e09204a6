pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Shell

// Where one can go from anywhere.
Rectangle {
    id: rail
    required property AppController app
    property bool narrow: false
    signal helpAsked()
    signal bookAsked()

    implicitWidth: rail.narrow ? 14 * Theme.size.unit : Theme.size.rail
    color: Theme.color.rail
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Places")

    Rectangle {
        visible: Theme.outlined
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        width: Theme.size.stroke
        color: Theme.color.line
    }
    ColumnLayout {
        anchors { fill: parent; topMargin: Theme.space.m; bottomMargin: Theme.space.s; leftMargin: Theme.space.s; rightMargin: Theme.space.s }
        spacing: Theme.space.xs
        Icon { name: "nadi"; color: Theme.color.onRail; Layout.alignment: Qt.AlignHCenter; Layout.preferredWidth: Theme.space.xxl; Layout.preferredHeight: Theme.space.xxl; Layout.bottomMargin: Theme.space.s }
        RailButton { text: qsTr("Today"); iconName: "today"; narrow: rail.narrow; checked: rail.app.page === "home"; Layout.fillWidth: true; onClicked: rail.app.goHome() }
        RailButton { text: qsTr("Book"); iconName: "calendar"; narrow: rail.narrow; checked: rail.app.page === "booking"; Layout.fillWidth: true; onClicked: rail.bookAsked() }
        RailButton {
            text: qsTr("Attention")
            iconName: "attention"
            narrow: rail.narrow
            badge: rail.app.board.attentionCount
            checked: rail.app.page === "attention"
            Layout.fillWidth: true
            onClicked: rail.app.openAttention()
        }
        Item { Layout.fillHeight: true }
        RailButton { text: qsTr("Help F1"); iconName: "help"; narrow: rail.narrow; Layout.fillWidth: true; onClicked: rail.helpAsked() }
    }
}
