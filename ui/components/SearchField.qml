import QtQuick
import QtQuick.Templates as T
import Nadi.Theme
import Nadi.Components

// Search in one line; results are the caller's, from the second character.
T.TextField {
    id: search
    property string key
    property bool searching: false
    readonly property bool worthSearching: search.text.trim().length >= 2

    implicitWidth: Theme.size.search
    implicitHeight: Theme.size.control
    leftPadding: Theme.size.control
    rightPadding: Theme.space.xxxl
    verticalAlignment: TextInput.AlignVCenter
    font: Theme.type.body
    color: Theme.color.ink
    placeholderTextColor: Theme.color.ink3
    selectionColor: Theme.color.primary
    selectedTextColor: Theme.color.onPrimary
    selectByMouse: true
    inputMethodHints: Qt.ImhNoPredictiveText

    Accessible.role: Accessible.EditableText
    Accessible.name: search.placeholderText
    Accessible.searchEdit: true

    Text {
        x: search.leftPadding
        width: search.width - search.leftPadding - search.rightPadding
        height: search.height
        visible: search.text === "" && search.preeditText === ""
        text: search.placeholderText
        textFormat: Text.PlainText
        font: search.font
        color: Theme.color.ink3
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
    }
    Icon {
        anchors { left: parent.left; leftMargin: Theme.space.s + Theme.space.xxs; verticalCenter: parent.verticalCenter }
        name: search.searching ? "clock" : "search"
        color: Theme.color.ink3
        width: Theme.size.iconSmall
        height: width
    }
    KeyHint {
        anchors { right: parent.right; rightMargin: Theme.space.s; verticalCenter: parent.verticalCenter }
        visible: search.key !== "" && !search.activeFocus
        key: search.key
    }
    background: Rectangle {
        radius: Theme.radius.control
        color: Theme.color.surface
        border { width: Theme.size.hairline; color: Theme.color.edge }
        FocusRing { target: search }
    }
}
