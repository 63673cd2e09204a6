pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// Six digits, where they went, and when they can be sent again (B41). Creation also asks for the mobile for ABHA messages.
StagePane {
    id: stage
    title: stage.abha.stage === "mobile-otp" ? qsTr("Code for the ABHA mobile") : qsTr("One-time password")
    detail: stage.abha.destination
    primaryText: qsTr("Check the code")
    primaryReason: !otp.full ? qsTr("Type the 6 digits.") : stage.abha.asksMobile && mobile.text.trim() === "" ? qsTr("Type the mobile for ABHA messages.") : ""
    onAct: stage.abha.giveOtp(otp.digits, stage.abha.asksMobile ? mobile.text : "")

    DigitsField {
        id: otp
        focus: true
        label: qsTr("Code, 6 digits")
        capacity: 6
        grouping: 3
        masked: false
        Layout.maximumWidth: 60 * Theme.size.unit
        Layout.fillWidth: true
        onAccepted: stage.abha.asksMobile ? mobile.forceActiveFocus() : stage.act()
    }
    Field {
        id: mobile
        objectName: "communicationMobile"
        visible: stage.abha.asksMobile
        label: qsTr("Mobile for ABHA messages")
        help: qsTr("Aadhaar's mobile needs no second code. Another one gets a code of its own.")
        text: stage.abha.mobile
        inputMethodHints: Qt.ImhDigitsOnly
        Layout.maximumWidth: 90 * Theme.size.unit
        Layout.fillWidth: true
        onAccepted: if (stage.primaryReason === "") stage.act()
    }
    RowLayout {
        spacing: Theme.space.m
        Layout.fillWidth: true
        Icon { name: "clock"; color: Theme.color.ink2; Layout.preferredWidth: Theme.size.icon; Layout.preferredHeight: Theme.size.icon }
        Label { text: stage.abha.resendWords; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true; Accessible.ignored: true }
        Button {
            objectName: "resend"
            text: qsTr("Send a new code")
            key: "Alt+R"
            iconName: "retry"
            enabled: stage.abha.canResend
            onClicked: stage.abha.resend()
        }
    }
    Button { objectName: "otherWay"; text: qsTr("The code does not come: another way"); kind: Button.Kind.Quiet; iconName: "chevron-left"; onClicked: stage.abha.chooseWay("number") }
    Shortcut { sequence: "Alt+R"; onActivated: stage.abha.resend() }
}
