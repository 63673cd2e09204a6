pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow

// The choices beside the day: mode, doctor, and the slot that is held with the time it stays held.
ColumnLayout {
    id: panel
    required property BookingController booking

    spacing: Theme.space.m
    Segmented {
        label: qsTr("Kind of visit")
        options: [{value: "in-person", text: qsTr("In person"), icon: "clinic"}, {value: "tele", text: qsTr("Video"), icon: "video"}]
        value: panel.booking.mode
        Layout.fillWidth: true
        onChosen: value => panel.booking.chooseMode(value)
    }
    Choice {
        visible: panel.booking.clinics.length > 1
        label: qsTr("Clinic")
        options: panel.booking.clinics
        value: panel.booking.clinic
        Layout.fillWidth: true
        onChosen: value => panel.booking.chooseClinic(value)
    }
    RowLayout {
        visible: panel.booking.elsewhere !== ""
        spacing: Theme.space.s
        Icon { name: Theme.standingIcon(Standing.Notice); color: Theme.standingInk(Standing.Notice); Layout.preferredWidth: Theme.size.iconSmall; Layout.preferredHeight: Theme.size.iconSmall }
        Label {
            text: panel.booking.elsewhere
            font: Theme.type.denseStrong
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
    }
    Choice {
        label: qsTr("Doctor")
        options: panel.booking.doctors
        value: panel.booking.doctor
        Layout.fillWidth: true
        onChosen: value => panel.booking.chooseDoctor(value)
    }
    Rectangle {
        visible: panel.booking.held
        radius: Theme.radius.card
        color: Theme.color.okB
        border { width: Theme.outlined ? Theme.size.hairline : 0; color: Theme.color.okF }
        implicitHeight: heldWords.implicitHeight + 2 * Theme.space.l
        Layout.fillWidth: true
        ColumnLayout {
            id: heldWords
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.space.l }
            spacing: Theme.space.xs
            Label { text: qsTr("Held for you"); font: Theme.type.emphasisStrong; color: Theme.color.okF; Layout.fillWidth: true }
            Label { text: panel.booking.heldText; color: Theme.color.okF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
            RowLayout {
                spacing: Theme.space.s
                Icon { name: "clock"; color: Theme.color.waitF; Layout.preferredWidth: Theme.size.iconSmall; Layout.preferredHeight: Theme.size.iconSmall }
                Label { text: qsTr("Stays held for %1").arg(panel.booking.timeLeft); font: Theme.type.dense; color: Theme.color.okF }
            }
        }
    }
    Label {
        // Always in the layout: one that appears later is drawn at the top, over what stands there.
        text: !panel.booking.held && panel.booking.freeCount > 0 ? qsTr("Choose a time. It is then held for 5 minutes while you confirm.") : ""
        color: Theme.color.ink2
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Item { Layout.fillHeight: true }
}
