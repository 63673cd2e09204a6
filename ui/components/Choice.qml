pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Nadi.Theme
import Nadi.Components

// One of several, from a list that drops down. `options` is a list of {value, text}.
FocusScope {
    id: choice
    required property string label
    required property var options
    property string value
    signal chosen(string value)

    implicitWidth: 60 * Theme.size.unit
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: choice.width
        spacing: Theme.space.xs
        Label { text: choice.label; font: Theme.type.dense; color: Theme.color.ink2; width: parent.width }
        T.ComboBox {
            id: box
            width: parent.width
            implicitHeight: Theme.size.control
            focus: true
            focusPolicy: Qt.StrongFocus
            model: choice.options
            textRole: "text"
            valueRole: "value"
            currentIndex: choice.options ? Array.from(choice.options).findIndex(option => option.value === choice.value) : -1
            onActivated: choice.chosen(box.currentValue)
            Accessible.role: Accessible.ComboBox
            Accessible.name: choice.label
            Accessible.description: box.displayText

            contentItem: Label { leftPadding: Theme.space.m; rightPadding: Theme.space.xl; text: box.displayText; Accessible.ignored: true }
            indicator: Icon {
                x: box.width - width - Theme.space.m
                anchors.verticalCenter: parent.verticalCenter
                name: "chevron-down"
                color: Theme.color.ink2
                width: Theme.size.iconSmall
                height: width
            }
            background: Rectangle {
                radius: Theme.radius.control
                color: Theme.color.surface
                border { width: Theme.size.hairline; color: Theme.color.edge }
                FocusRing { target: box }
            }
            delegate: ChoiceItem {
                required property int index
                required property var modelData
                width: box.width
                text: modelData.text
                current: box.highlightedIndex === index
            }
            popup: T.Popup {
                y: box.height + Theme.space.xs
                width: box.width
                padding: Theme.space.xs
                implicitHeight: Math.min(contentItem.implicitHeight + 2 * padding, 80 * Theme.size.unit)
                contentItem: ListView {
                    clip: true
                    implicitHeight: contentHeight
                    model: box.popup.visible ? box.delegateModel : null
                    currentIndex: box.highlightedIndex
                }
                background: Rectangle {
                    radius: Theme.radius.control
                    color: Theme.color.surface
                    border { width: Theme.size.hairline; color: Theme.color.edge }
                }
            }
        }
    }
}
