import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// What went wrong on this step: one sentence, one action, the code in small text.
Rectangle {
    id: line
    required property AbhaController abha
    readonly property bool shown: line.abha.problem !== ""

    visible: line.shown
    implicitHeight: row.implicitHeight + 2 * Theme.space.m
    radius: Theme.radius.control
    color: Theme.color.helpB
    border { width: Theme.outlined ? Theme.size.hairline : 0; color: Theme.color.helpF }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: line.abha.problem

    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.space.m }
        spacing: Theme.space.m
        Icon { name: "attention"; color: Theme.color.helpF; Layout.preferredWidth: Theme.size.icon; Layout.preferredHeight: Theme.size.icon; Layout.alignment: Qt.AlignTop }
        ColumnLayout {
            spacing: Theme.space.xxs
            Layout.fillWidth: true
            Label { objectName: "problem"; text: line.abha.problem; font: Theme.type.bodyStrong; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
            Label { visible: text !== ""; text: line.abha.problemCode; font: Theme.type.caption; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
        }
        Button {
            objectName: "mend"
            visible: line.abha.problemAction !== "" && line.abha.stage !== "ended"
            text: line.abha.problemAction
            key: "Alt+A"
            onClicked: line.abha.mend()
        }
    }
}
