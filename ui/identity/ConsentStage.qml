pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// NHA's wording, unchanged, in the chosen language first; nothing is agreed before a person says so (abha-m1.md 4.6).
StagePane {
    id: stage
    title: stage.abha.consentTitle
    detail: qsTr("Read it out or let the person read it. Nothing is asked for before they agree.")
    primaryText: qsTr("Agreed, go on")
    primaryReason: agreed.checked ? "" : qsTr("Tick that the person agrees.")
    onAct: if (agreed.checked) stage.abha.agree(manner.value === "paper")

    Segmented {
        id: language
        label: qsTr("Language of the text")
        options: stage.abha.languages
        value: stage.abha.language
        Layout.fillWidth: true
        onChosen: value => stage.abha.language = value
    }
    Rectangle {
        implicitHeight: Math.min(text.implicitHeight + 2 * Theme.space.m, 50 * Theme.size.unit)
        radius: Theme.radius.control
        color: Theme.color.ground
        border { width: Theme.size.hairline; color: Theme.color.line }
        Layout.fillWidth: true
        ScrollArea {
            id: area
            anchors { fill: parent; margins: Theme.space.m }
            contentHeight: text.implicitHeight
            activeFocusOnTab: true
            Keys.onDownPressed: area.contentY = Math.min(Math.max(0, area.contentHeight - area.height), area.contentY + 8 * Theme.size.unit)
            Keys.onUpPressed: area.contentY = Math.max(0, area.contentY - 8 * Theme.size.unit)
            Accessible.role: Accessible.Document
            Accessible.name: stage.abha.consentTitle
            Label { id: text; objectName: "consentText"; width: area.width - Theme.space.m; text: stage.abha.consentText; wrapMode: Text.WordWrap }
        }
        FocusRing { target: area }
    }
    Label { visible: text !== ""; text: stage.abha.consentNote; font: Theme.type.dense; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
    Segmented {
        id: manner
        label: qsTr("How the person agrees")
        value: "screen"
        options: [{value: "screen", text: qsTr("On this screen")}, {value: "paper", text: qsTr("On a printed form")}]
        Layout.fillWidth: true
        onChosen: value => manner.value = value
    }
    Tick { id: agreed; objectName: "agree"; text: qsTr("I agree. This was explained in a language that I understand."); focus: true; Layout.fillWidth: true }
}
