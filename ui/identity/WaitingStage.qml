import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// Nothing to type: an answer is on its way. After ten seconds going on without is offered louder.
StagePane {
    id: stage
    property bool slow: false

    title: stage.abha.stage === "unavailable" ? qsTr("No ABHA service is set up here") : qsTr("Fetching the profile and the card")
    detail: stage.abha.stage === "unavailable" ? qsTr("Tell your administrator. Registration, booking and printing go on without it.")
        : stage.slow ? qsTr("It takes longer than usual. F7 goes on without; your work is saved.") : ""
    Skeleton { running: stage.abha.stage !== "unavailable"; rows: 3; Layout.fillWidth: true }
    Timer { interval: 10000; running: stage.visible; onTriggered: stage.slow = true }
}
