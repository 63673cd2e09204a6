pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow
import Nadi.Doctor

// Pictures and pages of a report, small; they are added, turned and removed on the page for pages.
Card {
    id: card
    required property RecordEditorController editor

    title: qsTr("Pictures and pages")
    aside: card.editor.pages.count > 0 ? qsTr("%n page(s)", "", card.editor.pages.count) : ""

    Flow {
        visible: card.editor.pages.count > 0
        spacing: Theme.space.s
        Layout.fillWidth: true
        Repeater {
            model: card.editor.pages
            delegate: PageView {
                required property int number
                required source
                required quarterTurns
                width: Theme.size.thumbWidth
                height: Theme.size.thumbWidth
                wholePage: true
                description: qsTr("Page %1 of %2").arg(number).arg(card.editor.pages.count)
            }
        }
    }
    Button {
        kind: Button.Kind.Quiet
        iconName: "add"
        key: "F8"
        text: card.editor.pages.count > 0 ? qsTr("Change pictures") : qsTr("Add pictures")
        onClicked: card.editor.addPages()
    }
}
