pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// A list of visits; the first one large where it is the next patient.
Card {
    id: column
    required property var model
    required property bool loading
    required property string emptyText
    property string emptyDetail
    property bool prominent: false
    signal opened(string patient)
    signal arrived(string appointment)

    implicitHeight: 90 * Theme.size.unit

    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true
        ListView {
            id: list
            anchors.fill: parent
            anchors.margins: -Theme.space.xs
            clip: true
            model: column.model
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: true
            activeFocusOnTab: count > 0
            onActiveFocusChanged: if (activeFocus && currentItem) currentItem.forceActiveFocus()
            Accessible.role: Accessible.List
            Accessible.name: column.title
            delegate: VisitRow {
                required property int index
                width: list.width
                large: column.prominent && index === 0
                onClicked: column.opened(patient)
                onArrived: column.arrived(appointment)
                onActiveFocusChanged: if (activeFocus) list.currentIndex = index
            }
        }
        Skeleton { anchors.fill: parent; rows: 5; running: column.loading }
        Empty {
            visible: !column.loading && list.count === 0
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
            iconName: column.prominent ? "patients" : "calendar"
            text: column.emptyText
            detail: column.emptyDetail
        }
    }
}
