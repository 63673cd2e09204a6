pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow
import Nadi.Doctor
import Nadi.Print

// A signed record as it was signed, with the versions before and after it. A correction is a new version.
FlowFrame {
    id: page
    required property RecordReadController reading
    required property PrintController printing
    signal printAsked()
    signal amendAsked(string reason)

    step: 0
    patient: page.reading.patient
    problem: page.reading.problem
    problemCode: page.reading.problemCode
    primaryText: qsTr("Correct this record")
    primaryIcon: "rotate"
    primaryReason: page.reading.mayAmend ? "" : qsTr("There is a newer version.")
    primaryBusy: page.reading.busy
    onPrimary: why.open()

    RowLayout {
        visible: page.reading.versions.count > 1
        spacing: Theme.space.s
        Layout.fillWidth: true
        Label { text: qsTr("Versions"); color: Theme.color.ink2 }
        Repeater {
            model: page.reading.versions
            delegate: Button {
                required property var model
                text: model.title
                checked: model.current
                Accessible.checkable: true
                Accessible.checked: model.current
                onClicked: page.reading.open(model.record)
            }
        }
        Item { Layout.fillWidth: true }
    }
    Label { visible: text !== ""; text: page.reading.note; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
    PrintLine { printing: page.printing; Layout.fillWidth: true; onChooseAsked: page.printAsked() }
    Skeleton { running: !page.reading.loaded && page.reading.problem === ""; rows: 4; Layout.fillWidth: true }
    TypedPaper { title: page.reading.title; lines: page.reading.lines; Layout.fillWidth: true; Layout.fillHeight: true }

    Dialog {
        id: why
        title: qsTr("Why is it corrected?")
        message: qsTr("The old version stays as it is. The health network is told of the new one.")
        confirmText: qsTr("Open as a new version")
        reason: reasonField.text.trim() === "" ? qsTr("Give the reason.") : ""
        onOpened: reasonField.forceActiveFocus()
        onConfirmed: page.amendAsked(reasonField.text)
        Field { id: reasonField; label: qsTr("Reason"); Layout.fillWidth: true; onAccepted: why.confirm() }
    }
}
