pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// Digits that are never kept in a text: an Aadhaar number, an OTP. Says how many are typed, not which.
FocusScope {
    id: field
    required property string label
    property string help
    property alias capacity: digits.capacity
    property alias grouping: digits.grouping
    property alias masked: digits.masked
    property alias clearsOnLeave: digits.clearsOnLeave
    readonly property alias full: digits.full
    readonly property alias digits: digits
    signal accepted()

    implicitHeight: column.implicitHeight
    implicitWidth: 80 * Theme.size.unit

    ColumnLayout {
        id: column
        width: field.width
        spacing: Theme.space.xs
        Label { text: field.label; font: Theme.type.dense; color: Theme.color.ink2; Layout.fillWidth: true }
        Rectangle {
            implicitHeight: Theme.size.control + Theme.space.m
            radius: Theme.radius.control
            color: Theme.color.surface
            border { width: Theme.size.hairline; color: Theme.color.edge }
            Layout.fillWidth: true
            SecretDigits {
                id: digits
                objectName: "digits"
                anchors { fill: parent; leftMargin: Theme.space.m; rightMargin: Theme.space.m }
                focus: true
                font: Theme.type.section
                ink: Theme.color.ink
                emptyInk: Theme.color.ink3
                Accessible.role: Accessible.EditableText
                Accessible.name: field.label
                Accessible.description: qsTr("%1 of %2 digits typed").arg(digits.count).arg(digits.capacity)
                onAccepted: field.accepted()
            }
            FocusRing { target: digits }
        }
        Label { visible: field.help !== ""; text: field.help; font: Theme.type.caption; color: Theme.color.ink3; wrapMode: Text.WordWrap; Layout.fillWidth: true }
    }
}
