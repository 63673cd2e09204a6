pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Nadi.Theme
import Nadi.Components
import Nadi.Doctor

// What fits the words of a field, under it. The field keeps the focus and moves the choice.
T.Popup {
    id: offers
    required property RecordEditorController editor
    readonly property int count: list.count
    property alias currentIndex: list.currentIndex
    signal taken(int index)

    padding: Theme.space.xs
    closePolicy: T.Popup.NoAutoClose
    focus: false
    implicitHeight: Math.min(list.contentHeight + 2 * padding, 80 * Theme.size.unit)
    contentItem: ListView {
        id: list
        clip: true
        model: offers.editor.offers
        currentIndex: offers.editor.offersFirst ? 0 : -1
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Fits what is typed")
        delegate: ListRow {
            required property int index
            required property var model
            width: list.width
            text: model.text
            detail: model.detail
            iconName: model.iconName
            opens: false
            current: list.currentIndex === index
            focusPolicy: Qt.NoFocus
            onClicked: offers.taken(index)
        }
    }
    Connections {
        target: offers.editor
        function onOffersChanged() { list.currentIndex = offers.editor.offersFirst ? 0 : -1; }
    }
    background: Rectangle {
        radius: Theme.radius.control
        color: Theme.color.surface
        border { width: Theme.size.hairline; color: Theme.color.edge }
    }
}
