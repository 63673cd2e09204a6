pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// A file that is being read, or could not be added: its name, one sentence, one remedy.
Rectangle {
    id: file
    required property int number
    required property string name
    required property bool working
    required property string sentence
    required property string action
    required property string code
    required property bool wantsPassword
    required property bool mayAddAnyway
    required property string measure
    required property bool mayShrink
    signal passwordGiven(string password)
    signal addAnywayAsked()
    signal shrinkAsked()
    signal chooseAsked()
    signal dismissed()

    implicitHeight: column.implicitHeight + 2 * Theme.space.m
    radius: Theme.radius.control
    color: file.working ? Theme.color.surface : Theme.color.helpB
    border { width: Theme.size.hairline; color: file.working ? Theme.color.line : Theme.color.helpF }
    Accessible.role: file.working ? Accessible.ProgressBar : Accessible.AlertMessage
    Accessible.name: file.working ? qsTr("Reading %1").arg(file.name) : file.name + ". " + file.sentence + " " + file.measure

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space.m }
        spacing: Theme.space.s
        RowLayout {
            spacing: Theme.space.s
            Layout.fillWidth: true
            Icon {
                name: file.working ? "clock" : "attention"
                color: file.working ? Theme.color.waitF : Theme.color.helpF
                Layout.preferredWidth: Theme.size.iconSmall
                Layout.preferredHeight: Theme.size.iconSmall
            }
            Label { text: file.working ? qsTr("Reading %1").arg(file.name) : file.name; font: Theme.type.denseStrong; elide: Text.ElideMiddle; Layout.fillWidth: true }
        }
        Label { visible: !file.working; text: file.sentence; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
        Label { visible: !file.working && file.measure !== ""; text: file.measure; font: Theme.type.denseStrong; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
        Field {
            id: password
            visible: file.wantsPassword
            label: qsTr("Password of this PDF")
            help: qsTr("Used once and not kept")
            echoMode: TextInput.Password
            Layout.fillWidth: true
            onAccepted: file.passwordGiven(text)
        }
        Flow {
            visible: !file.working
            spacing: Theme.space.s
            Layout.fillWidth: true
            Button {
                visible: file.action !== ""
                text: file.wantsPassword ? qsTr("Open it") : file.action
                reason: file.wantsPassword && password.text === "" ? qsTr("Type the password first") : ""
                onClicked: file.wantsPassword ? file.passwordGiven(password.text) : file.mayAddAnyway ? file.addAnywayAsked() : file.chooseAsked()
            }
            Button { visible: file.mayShrink; text: qsTr("Shrink for screen quality"); onClicked: file.shrinkAsked() }
            Button { text: qsTr("Leave it out"); kind: Button.Kind.Quiet; onClicked: file.dismissed() }
        }
        Label { visible: !file.working; text: file.code; font: Theme.type.caption; color: Theme.color.helpF; Layout.fillWidth: true }
    }
}
