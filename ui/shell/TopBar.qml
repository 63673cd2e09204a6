pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Desk
import Nadi.Shell

// Search from anywhere, what the network is, where we are, who works.
Rectangle {
    id: bar
    required property AppController app
    property bool narrow: false
    readonly property bool searching: field.activeFocus || results.visible
    signal newPatientAsked(string name)

    function lookForSomebody() {
        field.forceActiveFocus();
        field.selectAll();
    }
    function leave() {
        field.text = "";
        bar.app.search.search("");
        field.focus = false;
        bar.forceActiveFocus();
    }

    implicitHeight: Theme.size.topBar
    color: Theme.color.ground

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.space.l + Theme.space.xs; rightMargin: anchors.leftMargin }
        spacing: Theme.space.l
        SearchField {
            id: field
            objectName: "search"
            placeholderText: qsTr("Search name, mobile, ABHA or number")
            key: "F3"
            searching: bar.app.search.busy
            Layout.fillWidth: bar.narrow
            Layout.maximumWidth: bar.narrow ? Infinity : Theme.size.search
            Layout.preferredWidth: Theme.size.search
            onTextEdited: bar.app.search.search(text)
            Keys.onDownPressed: results.step(1)
            Keys.onUpPressed: results.step(-1)
            Keys.onReturnPressed: event => results.take(event.modifiers & Qt.ControlModifier)
            Keys.onEnterPressed: event => results.take(event.modifiers & Qt.ControlModifier)
        }
        Item { Layout.fillWidth: !bar.narrow }
        Button { visible: bar.app.hasPhone && !bar.narrow; text: qsTr("Patient's phone"); iconName: "abha-app"; onClicked: bar.app.openPhone() }
        Icon {
            name: bar.app.network.waitingCount > 0 ? "network-off" : "network"
            color: Theme.standingInk(bar.app.network.standing)
            Layout.preferredWidth: Theme.size.iconSmall
            Layout.preferredHeight: Theme.size.iconSmall
        }
        Label { visible: !bar.narrow; text: bar.app.network.sentence; font: Theme.type.dense; color: Theme.standingInk(bar.app.network.standing); Layout.leftMargin: -Theme.space.s }
        Rectangle { visible: !bar.narrow; color: Theme.color.line; Layout.preferredWidth: Theme.size.hairline; Layout.preferredHeight: Theme.size.icon }
        Icon { visible: !bar.narrow; name: "clinic"; color: Theme.color.ink2; Layout.preferredWidth: Theme.size.iconSmall; Layout.preferredHeight: Theme.size.iconSmall }
        Label { visible: !bar.narrow; text: bar.app.facilityName; color: Theme.color.ink2; Layout.leftMargin: -Theme.space.s; Layout.maximumWidth: 60 * Theme.size.unit }
        Rectangle { visible: !bar.narrow; color: Theme.color.line; Layout.preferredWidth: Theme.size.hairline; Layout.preferredHeight: Theme.size.icon }
        Rectangle {
            Layout.preferredWidth: Theme.size.node
            Layout.preferredHeight: Theme.size.node
            radius: width / 2
            color: Theme.color.sunken
            border { width: Theme.size.hairline; color: Theme.color.line }
            Text { anchors.centerIn: parent; text: bar.app.userInitials; font: Theme.type.captionStrong; color: Theme.color.ink2 }
        }
        Label { visible: !bar.narrow; text: bar.app.userName; Layout.leftMargin: -Theme.space.s }
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.size.hairline
        color: Theme.color.line
    }
    SearchResults {
        id: results
        visible: field.worthSearching && bar.app.search.text !== ""
        x: Theme.space.l + Theme.space.xs
        y: Theme.size.topBar - Theme.space.xs
        width: Math.max(field.width, Math.min(140 * Theme.size.unit, bar.width - 2 * x))
        search: bar.app.search
        onOpened: patient => { bar.leave(); bar.app.openPatient(patient); }
        onBookAsked: patient => { bar.leave(); bar.app.book(patient); }
        onNewPatientAsked: name => bar.newPatientAsked(name)
        onAbhaAsked: { bar.leave(); bar.app.registerWithAbha(false); }
    }
}
