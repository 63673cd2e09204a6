import QtQuick
import QtQuick.Templates as T
import Nadi.Theme
import Nadi.Components

// Label above, help or error below. What was typed stays when it is wrong.
FocusScope {
    id: field
    required property string label
    property string help
    property string error
    property string placeholder
    property alias text: input.text
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property alias echoMode: input.echoMode
    property alias input: input
    signal edited(string text)
    signal accepted()

    implicitWidth: 60 * Theme.size.unit
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: field.width
        spacing: Theme.space.xs
        Label { text: field.label; font: Theme.type.dense; color: Theme.color.ink2; width: parent.width }
        T.TextField {
            id: input
            width: parent.width
            implicitHeight: Theme.size.control
            focus: true
            leftPadding: Theme.space.m
            rightPadding: Theme.space.m
            verticalAlignment: TextInput.AlignVCenter
            font: Theme.type.body
            color: Theme.color.ink
            selectionColor: Theme.color.primary
            selectedTextColor: Theme.color.onPrimary
            placeholderTextColor: Theme.color.ink3
            selectByMouse: true
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label
            Accessible.description: field.error !== "" ? field.error : field.help
            onTextEdited: field.edited(text)
            onAccepted: field.accepted()
            background: Rectangle {
                radius: Theme.radius.control
                color: Theme.color.surface
                border {
                    width: field.error !== "" ? Theme.size.stroke : Theme.size.hairline
                    color: field.error !== "" ? Theme.color.helpF : Theme.color.edge
                }
                FocusRing { target: input }
            }
        }
        Row {
            id: below
            objectName: "below"
            visible: field.error !== "" || field.help !== ""
            spacing: Theme.space.xs
            width: parent.width
            Icon {
                id: mark
                visible: field.error !== ""
                name: "attention"
                color: Theme.color.helpF
                width: Theme.size.iconSmall
                height: width
            }
            Label {
                width: parent.width - (mark.visible ? mark.width + parent.spacing : 0)
                text: field.error !== "" ? field.error : field.help
                font: Theme.type.caption
                color: field.error !== "" ? Theme.color.helpF : Theme.color.ink3
                wrapMode: Text.WordWrap
            }
        }
    }
}
