pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// Suggestions of the service, or a free choice with the rules printed beside it (CRT_ABHA_112).
StagePane {
    id: stage
    readonly property string typed: own.text.trim().toLowerCase()
    property string picked
    readonly property var rules: stage.abha.addressRules(stage.typed)
    readonly property string chosen: stage.typed !== "" ? stage.typed : stage.picked

    title: qsTr("ABHA address")
    detail: qsTr("An easy name for the person's ABHA. Choose one, or type another.")
    primaryText: stage.chosen === "" ? qsTr("Keep the number as address") : qsTr("Use %1").arg(stage.chosen + "@" + stage.abha.addressSuffix)
    primaryReason: stage.typed !== "" && stage.rules.some(rule => !rule.kept) ? qsTr("One of the rules is not kept yet.") : ""
    onAct: stage.abha.chooseAddress(stage.chosen)

    Flow {
        id: suggestions
        spacing: Theme.space.s
        Layout.fillWidth: true
        Repeater {
            model: stage.abha.suggestions
            delegate: Button {
                required property string modelData
                required property int index
                readonly property bool chosenNow: stage.typed === "" && modelData === stage.picked
                text: modelData
                focus: index === 0
                checked: chosenNow
                ink: chosenNow ? Theme.color.onTint : Theme.color.ink
                Accessible.role: Accessible.RadioButton
                Accessible.checked: chosenNow
                onClicked: {
                    own.text = "";
                    stage.picked = modelData;
                }
            }
        }
    }
    GridLayout {
        columns: stage.width < 150 * Theme.size.unit ? 1 : 2
        columnSpacing: Theme.space.xl
        Layout.fillWidth: true
        Field {
            id: own
            objectName: "ownAddress"
            label: qsTr("Another one, before @%1").arg(stage.abha.addressSuffix)
            maximumLength: 18
            inputMethodHints: Qt.ImhLowercaseOnly | Qt.ImhNoPredictiveText
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            onAccepted: if (stage.primaryReason === "") stage.act()
        }
        ColumnLayout {
            spacing: Theme.space.xxs
            Layout.fillWidth: true
            Repeater {
                model: stage.rules
                delegate: RowLayout {
                    id: rule
                    required property var modelData
                    readonly property bool judged: stage.typed !== ""
                    spacing: Theme.space.s
                    Accessible.role: Accessible.StaticText
                    Accessible.name: !rule.judged ? rule.modelData.text : rule.modelData.kept ? qsTr("%1: kept").arg(rule.modelData.text) : qsTr("%1: not kept").arg(rule.modelData.text)
                    Icon {
                        name: !rule.judged ? "empty-ring" : rule.modelData.kept ? "check" : "attention"
                        color: !rule.judged ? Theme.color.ink3 : rule.modelData.kept ? Theme.color.okF : Theme.color.helpF
                        Layout.preferredWidth: Theme.size.iconSmall
                        Layout.preferredHeight: Theme.size.iconSmall
                    }
                    Label { text: rule.modelData.text; font: Theme.type.dense; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true; Accessible.ignored: true }
                }
            }
        }
    }
}
