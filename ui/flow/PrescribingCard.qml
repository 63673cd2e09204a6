pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow

// What may be prescribed here (telemedicine rules): how the consultation was held, what is stopped and what wants a reason.
Card {
    id: card
    required property PrescribingPanel panel

    visible: card.panel.needed
    title: qsTr("May this be prescribed here?")
    spacing: Theme.space.m

    function ask() { way.forceActiveFocus(Qt.TabFocusReason); }
    Segmented {
        id: way
        visible: card.panel.tele
        label: qsTr("How was the consultation held?")
        options: [{value: "video", text: qsTr("Video")}, {value: "audio", text: qsTr("Audio")}, {value: "text", text: qsTr("Text")}]
        value: card.panel.mode
        Layout.fillWidth: true
        onChosen: value => card.panel.mode = value
    }
    Tick {
        objectName: "knownComplaint"
        visible: card.panel.tele
        text: qsTr("The patient comes for what I treated before")
        checked: card.panel.known
        Layout.fillWidth: true
        onToggled: card.panel.known = checked
    }
    Tick {
        objectName: "underTreatment"
        visible: card.panel.tele
        text: qsTr("The patient takes medicine for it already")
        checked: card.panel.underWay
        Layout.fillWidth: true
        onToggled: card.panel.underWay = checked
    }
    Repeater {
        model: card.panel.stops
        delegate: ShareLine {
            required property string modelData
            iconName: "attention"
            text: modelData
            ink: Theme.color.helpF
            Layout.fillWidth: true
        }
    }
    Repeater {
        model: card.panel.notes
        delegate: ShareLine {
            required property string modelData
            iconName: "info"
            text: modelData
            Layout.fillWidth: true
        }
    }
    Field {
        objectName: "prescribingReason"
        visible: card.panel.asksReason
        label: qsTr("Why these medicines are right here")
        maximumLength: 200
        text: card.panel.reason
        Layout.fillWidth: true
        onEdited: text => card.panel.reason = text
    }
}
