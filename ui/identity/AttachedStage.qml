pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// The ABHA is in the file. The card as the service drew it: to show, save, print (CRT_ABHA_113, 114).
StagePane {
    id: stage
    readonly property AbhaFileController file: stage.abha.file

    title: stage.file.provisional ? qsTr("The enrolment number is in the file") : qsTr("The ABHA is in the file")
    detail: [stage.file.name, stage.file.number, stage.file.address].filter(part => part !== "").join("  ·  ")
    primaryText: qsTr("Go on")
    primaryIcon: "chevron-right"
    onAct: stage.file.goOn()

    GridLayout {
        columns: stage.width < 150 * Theme.size.unit ? 1 : 2
        columnSpacing: Theme.space.l
        rowSpacing: Theme.space.m
        Layout.fillWidth: true
        Picture {
            id: card
            visible: !empty
            image: stage.file.card
            Layout.preferredWidth: 95 * Theme.size.unit
            Layout.preferredHeight: 60 * Theme.size.unit
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("ABHA card")
        }
        Picture {
            visible: !empty
            image: stage.file.qr
            Layout.preferredWidth: 45 * Theme.size.unit
            Layout.preferredHeight: 45 * Theme.size.unit
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("QR code of the ABHA")
        }
    }
    Label { visible: card.empty; text: stage.file.provisional ? qsTr("There is a card when it has become an ABHA.") : qsTr("The service gave no card now. It can be fetched with the next verification."); color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
    Flow {
        visible: !stage.file.provisional
        spacing: Theme.space.s
        Layout.fillWidth: true
        Button { objectName: "save"; text: qsTr("Save the card"); iconName: "save"; key: "Ctrl+S"; focus: true; onClicked: stage.save() }
        Button { objectName: "print"; text: qsTr("Print the card"); iconName: "print"; key: "Ctrl+P"; onClicked: stage.file.printCard() }
    }
    Label { visible: text !== ""; text: stage.file.told; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true; Accessible.role: Accessible.AlertMessage }

    function save() {
        dialog.active = true;
        dialog.item.open();
    }
    Shortcut { sequence: "Ctrl+S"; enabled: !stage.file.provisional; onActivated: stage.save() }
    Shortcut { sequence: "Ctrl+P"; enabled: !stage.file.provisional; onActivated: stage.file.printCard() }
    Loader { id: dialog; active: false; sourceComponent: CardFileDialog { onChosen: file => stage.file.saveCard(file) } }
}
