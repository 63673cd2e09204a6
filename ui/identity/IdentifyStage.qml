pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// One identifier, by one of four large ways (FD-5). An Aadhaar number is never in a text field.
StagePane {
    id: stage
    signal scanAsked()
    readonly property bool byAadhaar: stage.abha.creating ? stage.abha.purpose !== "licence" : stage.abha.way === "aadhaar"
    readonly property var ways: [
        {value: "number", text: qsTr("ABHA number"), icon: "card", key: "Alt+1", label: qsTr("ABHA number, 14 digits"), help: qsTr("Or scan the QR code of the ABHA card into this field.")},
        {value: "address", text: qsTr("ABHA address"), icon: "at", key: "Alt+2", label: qsTr("ABHA address"), help: qsTr("Like asha@abdm. Or scan the QR code of the ABHA app.")},
        {value: "mobile", text: qsTr("Mobile number"), icon: "phone", key: "Alt+3", label: qsTr("Mobile number of the ABHA"), help: qsTr("A code goes to this phone; several people may share it.")},
        {value: "aadhaar", text: qsTr("Aadhaar number"), icon: "lock", key: "Alt+4", label: "", help: ""}]
    // No page with a code comes, so the mobile is asked for here.
    readonly property bool withMobile: stage.abha.purpose === "face" || stage.abha.purpose === "biometric"
    readonly property var way: stage.abha.purpose === "licence" ? {value: "", label: qsTr("Mobile number of the person"), help: qsTr("A code goes to this phone; the ABHA service writes to it.")}
        : stage.ways.find(one => one.value === stage.abha.way) ?? stage.ways[2]

    title: !stage.abha.creating ? qsTr("Which ABHA is it?") : stage.byAadhaar ? qsTr("Aadhaar number") : qsTr("Mobile number")
    detail: stage.byAadhaar ? qsTr("It is sent encrypted for this one step, and never stored, printed or shown again.") : ""
    primaryText: stage.abha.purpose === "demographic" ? qsTr("Create the ABHA") : stage.abha.purpose === "face" ? qsTr("Show the QR code") : stage.abha.purpose === "biometric" ? qsTr("Go on to the device") : stage.abha.creating && !stage.byAadhaar ? qsTr("Send a code") : stage.byAadhaar ? qsTr("Send a code to the Aadhaar mobile") : qsTr("Look it up")
    primaryIcon: "send"
    primaryReason: stage.byAadhaar ? (aadhaar.full ? "" : qsTr("Type the 12 digits.")) : entry.text.trim() === "" ? qsTr("Type it first.") : ""
    onAct: stage.byAadhaar ? stage.abha.giveAadhaar(aadhaar.digits, mobile.text) : stage.abha.give(entry.text)

    function choose(value: string) {
        entry.text = "";
        stage.abha.chooseWay(value);
    }
    Repeater {
        model: stage.abha.creating ? [] : stage.ways
        delegate: Item {
            id: keys
            required property var modelData
            visible: false
            Shortcut { sequence: keys.modelData.key; onActivated: stage.choose(keys.modelData.value) }
        }
    }
    GridLayout {
        visible: !stage.abha.creating
        columns: stage.width < 180 * Theme.size.unit ? 2 : 4
        columnSpacing: Theme.space.s
        rowSpacing: Theme.space.s
        Layout.fillWidth: true
        Repeater {
            model: stage.abha.creating ? [] : stage.ways
            delegate: WayTile {
                required property var modelData
                value: modelData.value
                text: modelData.text
                iconName: modelData.icon
                chosen: modelData.value === stage.way.value || (modelData.value === "mobile" && stage.abha.way === "find")
                onClicked: stage.choose(modelData.value)
            }
        }
    }
    // Before the Aadhaar number, which goes when its field is left.
    Field {
        id: mobile
        objectName: "faceMobile"
        visible: stage.withMobile
        focus: stage.withMobile
        label: qsTr("Mobile number for ABHA messages")
        text: stage.abha.mobile
        inputMethodHints: Qt.ImhDigitsOnly
        Layout.maximumWidth: 100 * Theme.size.unit
        Layout.fillWidth: true
        onAccepted: aadhaar.forceActiveFocus()
    }
    DigitsField {
        id: aadhaar
        visible: stage.byAadhaar
        focus: stage.byAadhaar && !stage.withMobile
        label: qsTr("Aadhaar number, 12 digits")
        help: qsTr("Digits only; paste works. The field empties itself when it is left.")
        capacity: 12
        clearsOnLeave: true
        Layout.maximumWidth: 100 * Theme.size.unit
        Layout.fillWidth: true
        onAccepted: stage.act()
    }
    Field {
        id: entry
        objectName: "identifier"
        visible: !stage.byAadhaar
        focus: !stage.byAadhaar
        label: stage.way.label
        help: stage.way.help
        inputMethodHints: Qt.ImhNoPredictiveText | (stage.abha.way === "address" ? Qt.ImhNone : Qt.ImhPreferNumbers)
        Layout.maximumWidth: 130 * Theme.size.unit
        Layout.fillWidth: true
        onAccepted: stage.act()
    }
    Flow {
        visible: !stage.abha.creating
        spacing: Theme.space.s
        Layout.fillWidth: true
        Button { objectName: "scan"; text: qsTr("Scan the ABHA QR"); kind: Button.Kind.Quiet; iconName: "camera"; key: "Ctrl+B"; onClicked: stage.scanAsked() }
        Button {
            visible: stage.abha.way === "mobile"
            text: qsTr("The phone is not here: find the ABHA by mobile")
            kind: Button.Kind.Quiet
            iconName: "search"
            onClicked: stage.abha.chooseWay("find")
        }
        Button { objectName: "halfway"; visible: stage.abha.halfway; text: qsTr("Go on with the creation that was left half-way"); kind: Button.Kind.Quiet; iconName: "retry"; onClicked: stage.abha.goOnHalfway() }
        Button { objectName: "create"; text: qsTr("There is no ABHA yet: create one"); kind: Button.Kind.Quiet; iconName: "add"; key: "Alt+5"; onClicked: stage.abha.create("aadhaar") }
        Button { visible: stage.abha.otherWays.includes("licence"); text: qsTr("With a driving licence"); kind: Button.Kind.Quiet; iconName: "card"; onClicked: stage.abha.create("licence") }
        Button { visible: stage.abha.otherWays.includes("face"); text: qsTr("By face, with the ABHA app"); kind: Button.Kind.Quiet; iconName: "abha-app"; onClicked: stage.abha.create("face") }
        Button { visible: stage.abha.otherWays.includes("biometric"); text: qsTr("With a fingerprint or iris device"); kind: Button.Kind.Quiet; iconName: "scanner"; onClicked: stage.abha.create("biometric") }
        Button { visible: stage.abha.otherWays.includes("demographic"); text: qsTr("From details, for a government programme"); kind: Button.Kind.Quiet; iconName: "patient"; onClicked: stage.abha.create("demographic") }
    }
    Shortcut { sequence: "Alt+5"; enabled: !stage.abha.creating; onActivated: stage.abha.create("aadhaar") }
}
