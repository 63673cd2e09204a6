pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Nadi.Theme
import Nadi.Components

// A row of a list: something leading, two lines, something trailing. Enter or click opens it.
T.ItemDelegate {
    id: row
    property string detail
    property string iconName
    property string leadingText
    property bool current: false
    property bool divided: true
    property bool opens: true
    property bool wraps: false ///< the detail takes as many lines as it needs
    default property alias trailing: trailingSlot.data

    implicitHeight: Math.max(row.detail === "" ? Theme.size.row : Theme.size.rowTall, line.implicitHeight + Theme.space.s)
    implicitWidth: line.implicitWidth + leftPadding + rightPadding
    leftPadding: Theme.space.s
    rightPadding: Theme.space.s
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.ListItem
    Accessible.name: [row.leadingText, row.text, row.detail].filter(part => part !== "").join(", ")
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    contentItem: RowLayout {
        id: line
        spacing: Theme.space.m
        Icon {
            visible: row.iconName !== ""
            name: row.iconName
            color: row.current ? Theme.color.onTint : Theme.color.ink2
            Layout.preferredWidth: Theme.size.icon
            Layout.preferredHeight: Theme.size.icon
        }
        Label {
            visible: row.leadingText !== ""
            text: row.leadingText
            font: Theme.type.emphasis
            color: row.current ? Theme.color.onTint : Theme.color.ink
            Layout.minimumWidth: 12 * Theme.size.unit
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Label {
                text: row.text
                font: row.detail === "" ? Theme.type.body : Theme.type.emphasis
                color: row.current ? Theme.color.onTint : Theme.color.ink
                Layout.fillWidth: true
            }
            Label {
                visible: row.detail !== ""
                text: row.detail
                font: Theme.type.dense
                color: row.current ? Theme.color.onTint : Theme.color.ink2
                wrapMode: row.wraps ? Text.WordWrap : Text.NoWrap
                Layout.fillWidth: true
            }
        }
        RowLayout {
            id: trailingSlot
            spacing: Theme.space.s
        }
        Icon {
            visible: row.opens
            name: "chevron-right"
            color: Theme.color.ink3
            Layout.preferredWidth: Theme.size.iconSmall
            Layout.preferredHeight: Theme.size.iconSmall
        }
    }
    background: Rectangle {
        radius: Theme.radius.control
        color: row.current || row.down ? Theme.color.tint : row.hovered ? Theme.color.ground : "transparent"
        border { width: row.current && Theme.outlined ? Theme.size.stroke : 0; color: Theme.color.primary }
        Rectangle {
            visible: row.divided && !row.current
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            height: Theme.size.hairline
            color: Theme.color.line
        }
        FocusRing { target: row; inset: Theme.size.ring + Theme.size.ringGap }
    }
}
