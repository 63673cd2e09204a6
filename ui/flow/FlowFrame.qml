pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// What steps 2 to 6 have in common: where we are, who it is about, the problem if there is one, and one primary action (F9).
FocusScope {
    id: frame
    required property int step // 0: not one of the six
    required property var patient
    property string subject // what is made, where it is not a prescription
    property string problem
    property string problemCode
    property string primaryText
    property string primaryIcon: "check"
    property string primaryKey: "F9"
    property string primaryReason
    property bool primaryBusy: false
    property string backText: qsTr("Back")
    property bool mayGoBack: true
    readonly property bool narrow: frame.width < Theme.size.narrow
    // On a narrow window columns stand under each other and the page scrolls; a part that fills is at least this high.
    readonly property real partHeight: frame.narrow ? 80 * Theme.size.unit : 0
    default property alias content: slot.data
    property alias patientTrailing: bar.trailing
    signal primary()
    signal back()

    function act() {
        if (primaryButton.enabled)
            frame.primary();
    }
    // A page that asks for something first has the keyboard there.
    property bool primaryFirst: true
    Component.onCompleted: if (frame.primaryFirst) primaryButton.forceActiveFocus()

    Shortcut { sequence: "F9"; onActivated: frame.act() }

    ColumnLayout {
        anchors { fill: parent; margins: Theme.space.l; leftMargin: Theme.space.l + Theme.space.xs; rightMargin: anchors.leftMargin }
        spacing: Theme.space.m
        Stepper { visible: frame.step > 0; step: frame.step; subject: frame.subject; wordy: !frame.narrow }
        PatientBar {
            id: bar
            visible: frame.patient.name !== ""
            name: frame.patient.name
            facts: frame.patient.facts
            initials: frame.patient.initials
            abha: frame.patient.abha
            verified: frame.patient.verified
            Layout.fillWidth: true
        }
        RowLayout {
            visible: frame.problem !== ""
            spacing: Theme.space.s
            Layout.fillWidth: true
            Accessible.role: Accessible.AlertMessage
            Accessible.name: frame.problem
            Icon { name: "attention"; color: Theme.color.helpF; Layout.preferredWidth: Theme.size.icon; Layout.preferredHeight: Theme.size.icon }
            Label { text: frame.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
            Label { text: frame.problemCode; font: Theme.type.caption; color: Theme.color.ink3 }
        }
        ScrollArea {
            id: area
            contentHeight: Math.max(area.height, slot.implicitHeight)
            Layout.fillWidth: true
            Layout.fillHeight: true
            ColumnLayout {
                id: slot
                width: area.availableWidth
                height: area.contentHeight
            }
        }
        RowLayout {
            spacing: Theme.space.s
            Layout.fillWidth: true
            Label { text: frame.primaryReason; font: Theme.type.dense; color: Theme.color.ink2; horizontalAlignment: Text.AlignRight; wrapMode: Text.WordWrap; Layout.fillWidth: true }
            Button { objectName: "back"; visible: frame.mayGoBack; text: frame.backText; key: qsTr("Esc"); onClicked: frame.back() }
            Button {
                id: primaryButton
                objectName: "primary"
                focus: frame.primaryFirst
                visible: frame.primaryText !== ""
                text: frame.primaryText
                iconName: frame.primaryIcon
                key: frame.primaryKey
                kind: Button.Kind.Primary
                reason: frame.primaryReason
                busy: frame.primaryBusy
                onClicked: frame.primary()
            }
        }
    }
}
