import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// Who this is about. Stays in sight while patient work is open (look.md, principle 4).
Rectangle {
    id: bar
    required property string name
    required property string facts
    property string initials
    property string abha
    property bool verified: false
    default property alias trailing: trailingSlot.data

    implicitHeight: Theme.size.patientBar
    radius: Theme.radius.card
    color: Theme.color.tint
    border { width: Theme.outlined ? Theme.size.hairline : 0; color: Theme.color.line }

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Patient: %1, %2").arg(bar.name).arg(bar.facts)

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.space.s; rightMargin: Theme.space.m }
        spacing: Theme.space.m
        Rectangle {
            Layout.preferredWidth: Theme.size.avatar
            Layout.preferredHeight: Theme.size.avatar
            radius: width / 2
            color: Theme.color.sunken
            border { width: Theme.size.hairline; color: Theme.color.line }
            Text {
                anchors.centerIn: parent
                text: bar.initials
                textFormat: Text.PlainText
                font: Theme.type.captionStrong
                color: Theme.color.ink2
            }
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Label { text: bar.name; font: Theme.type.emphasisStrong; color: Theme.color.onTint; Layout.fillWidth: true }
            Label { text: bar.facts; font: Theme.type.dense; color: Theme.color.ink2; Layout.fillWidth: true }
        }
        RowLayout { id: trailingSlot; spacing: Theme.space.s }
        Icon {
            visible: bar.abha !== ""
            name: bar.verified ? "verified" : "attention"
            color: bar.verified ? Theme.color.onTint : Theme.color.waitF
            Layout.preferredWidth: Theme.size.iconSmall
            Layout.preferredHeight: Theme.size.iconSmall
        }
        Label {
            visible: bar.abha !== ""
            text: bar.abha
            color: Theme.color.onTint
            font: Theme.type.body
            Accessible.name: bar.verified ? qsTr("ABHA address %1, verified").arg(bar.abha) : qsTr("ABHA address %1, not verified").arg(bar.abha)
        }
    }
}
