pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Desk

// Found people under the search field, each with why it was found. Enter opens, Ctrl+Enter books.
Rectangle {
    id: results
    required property PatientSearchController search
    property int current: 0
    signal opened(string patient)
    signal bookAsked(string patient)
    signal newPatientAsked(string name)
    signal abhaAsked()

    function take(book: bool) {
        const item = list.itemAtIndex(results.current);
        if (!item)
            return;
        book ? results.bookAsked(item.patient) : results.opened(item.patient);
    }
    function step(by: int) {
        results.current = Math.max(0, Math.min(list.count - 1, results.current + by));
        list.positionViewAtIndex(results.current, ListView.Contain);
    }

    implicitHeight: Math.min(column.implicitHeight + 2 * Theme.space.s, 120 * Theme.size.unit)
    radius: Theme.radius.card
    color: Theme.color.surface
    border { width: Theme.size.hairline; color: Theme.color.edge }
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("%n found", "", list.count)

    ColumnLayout {
        id: column
        anchors { fill: parent; margins: Theme.space.s }
        spacing: Theme.space.xs
        ListView {
            id: list
            clip: true
            model: results.search.hits
            implicitHeight: contentHeight
            boundsBehavior: Flickable.StopAtBounds
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Found patients")
            onCountChanged: results.current = 0
            delegate: ListRow {
                id: hit
                required property int index
                required property string patient
                required property string name
                required property string why
                required property bool verified
                required property var model
                width: list.width
                text: name
                detail: model.detail
                current: index === results.current
                onClicked: results.opened(hit.patient)
                Label { text: qsTr("by %1", "matched by").arg(hit.why); font: Theme.type.caption; color: Theme.color.ink3 }
                Icon {
                    visible: hit.verified
                    name: "verified"
                    color: Theme.color.okF
                    Layout.preferredWidth: Theme.size.iconSmall
                    Layout.preferredHeight: Theme.size.iconSmall
                }
            }
        }
        Label {
            visible: list.count === 0
            text: results.search.problem !== "" ? results.search.problem : results.search.answered ? qsTr("Nobody found.") : results.search.preparing ? qsTr("Reading the list of people; a few seconds after a start.") : qsTr("Searching")
            leftPadding: Theme.space.s
            color: Theme.color.ink2
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.size.row
        }
        RowLayout {
            spacing: Theme.space.m
            KeyHint { key: qsTr("Enter"); action: qsTr("Open"); visible: list.count > 0 }
            KeyHint { key: qsTr("Ctrl+Enter"); action: qsTr("Book"); visible: list.count > 0 }
            Item { Layout.fillWidth: true }
            Button { visible: list.count === 0 && results.search.answered; text: qsTr("Register with an ABHA"); kind: Button.Kind.Quiet; iconName: "abha-app"; onClicked: results.abhaAsked() }
            Button {
                text: qsTr("Register new")
                kind: Button.Kind.Quiet
                iconName: "add"
                key: "Ctrl+N"
                onClicked: results.newPatientAsked(results.search.text)
            }
        }
    }
}
