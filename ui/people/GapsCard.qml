pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// What the share left open; only that is asked for a new file.
Card {
    id: card
    required property list<string> gaps
    readonly property var entries: ({gender: gender.value, birth: birth.text, mobile: mobile.text})
    signal submitted()

    title: qsTr("Still to ask")
    Label {
        visible: card.gaps.length === 0
        text: qsTr("Nothing. Everything came with the scan.")
        color: Theme.color.ink2
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Segmented {
        id: gender
        visible: card.gaps.includes("gender")
        label: qsTr("Sex")
        options: [{value: "F", text: qsTr("Female")}, {value: "M", text: qsTr("Male")}, {value: "O", text: qsTr("Other")}]
        Layout.fillWidth: true
        onChosen: value => gender.value = value
    }
    Field { id: birth; visible: card.gaps.includes("birth"); label: qsTr("Age or birth date"); help: qsTr("46, 1980 or 12-10-1980"); Layout.fillWidth: true; onAccepted: card.submitted() }
    Field { id: mobile; visible: card.gaps.includes("mobile"); label: qsTr("Mobile"); help: qsTr("Empty when there is no phone"); inputMethodHints: Qt.ImhDigitsOnly; Layout.fillWidth: true; onAccepted: card.submitted() }
}
