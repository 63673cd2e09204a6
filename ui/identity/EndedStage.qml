import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// It cannot go on: why, and the one thing to do. Care goes on either way.
StagePane {
    id: stage
    title: qsTr("This try has ended")
    detail: qsTr("Nothing was attached. What is in the patient's file is unchanged.")
    primaryText: stage.abha.problemAction
    primaryIcon: "retry"
    onAct: stage.abha.mend()

    Button { objectName: "otherWay"; text: qsTr("Another way"); iconName: "chevron-left"; focus: true; onClicked: stage.abha.chooseWay("number") }
}
