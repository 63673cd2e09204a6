pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Nadi.Theme
import Nadi.Components

// One action. A disabled button says why: give `reason` instead of setting `enabled`.
T.AbstractButton {
    id: button

    enum Kind { Primary, Secondary, Quiet, Danger }

    property int kind: Button.Kind.Secondary
    property string iconName
    property string key
    property bool busy: false
    property string reason
    property color ink: !button.enabled ? Theme.color.ink3
        : button.kind === Button.Kind.Primary ? Theme.color.onPrimary
        : button.kind === Button.Kind.Danger ? Theme.color.onDanger
        : button.kind === Button.Kind.Quiet ? Theme.color.primary : Theme.color.ink

    readonly property bool filled: kind === Button.Kind.Primary || kind === Button.Kind.Danger

    enabled: button.reason === "" && !button.busy
    focusPolicy: Qt.StrongFocus
    implicitWidth: leftPadding + contentItem.implicitWidth + rightPadding
    implicitHeight: Theme.size.control
    leftPadding: Theme.space.m + Theme.space.xxs
    rightPadding: leftPadding
    spacing: Theme.space.s + Theme.space.xxs
    font: button.filled ? Theme.type.bodyStrong : Theme.type.body

    Accessible.role: Accessible.Button
    Accessible.name: button.text
    Accessible.description: button.busy ? qsTr("Working") : button.reason
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    contentItem: Item {
        implicitWidth: line.implicitWidth
        implicitHeight: line.implicitHeight
        Row {
            id: line
            anchors.centerIn: parent
            spacing: button.spacing
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: name !== ""
                name: button.busy ? "retry" : button.iconName
                color: button.ink
                width: Theme.size.iconSmall
                height: width
                RotationAnimation on rotation {
                    running: button.busy && button.visible && !Theme.reducedMotion
                    from: 0
                    to: 360
                    duration: Theme.motion.spin
                    loops: Animation.Infinite
                    alwaysRunToEnd: true
                }
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                text: button.text
                textFormat: Text.PlainText
                font: button.font
                color: button.ink
                visible: text !== ""
            }
            KeyHint {
                anchors.verticalCenter: parent.verticalCenter
                visible: key !== "" && button.enabled
                key: button.key
                ink: button.ink
                cap: button.filled ? "transparent" : Theme.color.sunken
                outline: button.filled ? button.ink : Theme.color.line
                opacity: button.filled ? 0.9 : 1
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius.control
        color: {
            if (!button.enabled)
                return button.kind === Button.Kind.Quiet ? "transparent" : Theme.color.sunken;
            if (button.kind === Button.Kind.Danger)
                return Theme.color.danger;
            if (button.kind === Button.Kind.Primary)
                return button.down || button.hovered ? Theme.color.primaryDown : Theme.color.primary;
            if (button.down || button.checked)
                return Theme.color.tint;
            if (button.kind === Button.Kind.Quiet)
                return button.hovered ? Theme.color.sunken : "transparent";
            return button.hovered ? Theme.color.ground : Theme.color.surface;
        }
        border {
            width: button.filled && button.enabled || button.kind === Button.Kind.Quiet ? 0 : Theme.size.hairline
            color: button.enabled ? Theme.color.edge : Theme.color.line
        }
        Behavior on color { ColorAnimation { duration: Theme.motion.state } }
        FocusRing { target: button }
    }
}
