import QtQuick
import Nadi.Theme
import Nadi.Components

// One page as large as it reads well. Plus and minus zoom; it scrolls both ways.
FocusScope {
    id: view
    required property string source
    property int quarterTurns: 0
    property string description
    property real zoom: 1
    property bool wholePage: false

    readonly property bool turned: view.quarterTurns % 2 === 1
    readonly property real ratio: picture.implicitWidth > 0
        ? (view.turned ? picture.implicitWidth / picture.implicitHeight : picture.implicitHeight / picture.implicitWidth) : 1.414
    readonly property real fitting: view.wholePage ? Math.min(flick.width, flick.height / view.ratio) : flick.width
    readonly property real shownWidth: view.fitting * view.zoom
    readonly property real shownHeight: view.shownWidth * view.ratio

    activeFocusOnTab: true
    onSourceChanged: view.zoom = 1
    Accessible.role: Accessible.Graphic
    Accessible.name: view.description
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_Plus || event.key === Qt.Key_Minus;
        if (event.accepted)
            view.zoom = Math.max(1, Math.min(4, view.zoom * (event.key === Qt.Key_Plus ? 1.25 : 0.8)));
    }

    Flickable {
        id: flick
        anchors.fill: parent
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        contentWidth: Math.max(width, view.shownWidth)
        contentHeight: Math.max(height, view.shownHeight)
        Image {
            id: picture
            anchors.centerIn: parent
            width: view.turned ? view.shownHeight : view.shownWidth
            height: view.turned ? view.shownWidth : view.shownHeight
            source: view.source
            asynchronous: true
            mipmap: true
            rotation: 90 * view.quarterTurns
        }
        Skeleton { anchors.fill: parent; running: picture.status === Image.Loading }
        Empty {
            visible: picture.status === Image.Error
            anchors.centerIn: parent
            width: parent.width
            iconName: "attention"
            text: qsTr("This page cannot be shown.")
        }
    }
    FocusRing { target: view; inset: Theme.size.ring }
}
