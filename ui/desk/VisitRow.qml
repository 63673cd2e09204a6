pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Nadi.Theme
import Nadi.Components

// One visit of today: number or time, who, with whom, and its state in one chip. A marks who has arrived.
T.ItemDelegate {
    id: row
    required property string appointment
    required property string patient
    required property string time
    required property string name
    required property string detail
    required property string tokenText
    required property string chip
    required property int standing
    required property bool mayArrive
    property bool large: false
    signal arrived()

    implicitHeight: row.large ? 21 * Theme.size.unit : 15 * Theme.size.unit
    leftPadding: Theme.space.s
    rightPadding: Theme.space.s
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.ListItem
    Accessible.name: [row.tokenText === "" ? row.time : qsTr("number %1").arg(row.tokenText), row.name, row.detail, row.chip].join(", ")
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()
    Keys.onPressed: event => {
        if (event.key !== Qt.Key_A || !row.mayArrive)
            return;
        event.accepted = true;
        row.arrived();
    }

    contentItem: RowLayout {
        spacing: Theme.space.m
        Label {
            text: row.tokenText === "" ? row.time : row.tokenText
            font: row.large ? Theme.type.number : row.tokenText === "" ? Theme.type.emphasis : Theme.type.page
            color: row.large ? Theme.color.onTint : Theme.color.ink
            horizontalAlignment: row.tokenText === "" ? Text.AlignLeft : Text.AlignHCenter
            Layout.minimumWidth: 12 * Theme.size.unit
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Label {
                text: row.name
                font: row.tokenText === "" ? Theme.type.emphasis : Theme.type.emphasisStrong
                color: row.large ? Theme.color.onTint : Theme.color.ink
                Layout.fillWidth: true
            }
            Label { text: row.detail; font: Theme.type.dense; color: Theme.color.ink2; Layout.fillWidth: true }
        }
        Button {
            visible: row.mayArrive && (row.activeFocus || row.hovered || activeFocus)
            text: qsTr("Arrived")
            key: "A"
            onClicked: row.arrived()
        }
        StateChip { visible: row.chip !== "" && row.tokenText === ""; standing: row.standing; text: row.chip }
        Label { visible: row.tokenText !== ""; text: row.time; font: Theme.type.dense; color: Theme.color.ink2 }
        Icon {
            visible: row.tokenText !== ""
            name: "chevron-right"
            color: Theme.color.ink3
            Layout.preferredWidth: Theme.size.iconSmall
            Layout.preferredHeight: Theme.size.iconSmall
        }
    }
    background: Rectangle {
        radius: Theme.radius.card
        color: row.large || row.down ? Theme.color.tint : row.hovered ? Theme.color.ground : "transparent"
        border { width: row.large && Theme.outlined ? Theme.size.stroke : 0; color: Theme.color.primary }
        Rectangle {
            visible: !row.large
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.space.s; rightMargin: Theme.space.s }
            height: Theme.size.hairline
            color: Theme.color.line
        }
        FocusRing { target: row; inset: Theme.size.ring + Theme.size.ringGap }
    }
}
