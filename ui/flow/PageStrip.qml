pragma ComponentBehavior: Bound
import QtQuick
import Nadi.Theme
import Nadi.Components
import Nadi.Flow

// The pages in the person's order: R turns, S straightens, Del removes, Alt+arrows or dragging moves.
ListView {
    id: strip
    required property AddPrescriptionController add
    readonly property var currentPage: strip.currentItem

    model: strip.add.pages
    clip: true
    spacing: Theme.space.m
    boundsBehavior: Flickable.StopAtBounds
    topMargin: Theme.space.xs
    bottomMargin: Theme.space.xs
    activeFocusOnTab: true
    // A draft that is opened again shows its first page.
    onCountChanged: if (currentIndex < 0 && count > 0) currentIndex = 0
    onActiveFocusChanged: if (activeFocus && currentItem) currentItem.forceActiveFocus()
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Pages")

    delegate: PageThumb {
        id: thumb
        required property int index
        required property string page
        required quarterTurns
        required mark
        required markStanding
        required property string advice
        required property bool unreadable
        required property bool shrunk
        required property bool mayStraighten
        required property bool straightened
        x: (strip.width - width) / 2
        current: strip.currentIndex === thumb.index
        onClicked: strip.currentIndex = thumb.index
        onActiveFocusChanged: if (activeFocus) strip.currentIndex = thumb.index
        onTurnAsked: strip.add.turn(thumb.page)
        onStraightenAsked: if (thumb.mayStraighten) strip.add.straighten(thumb.page, !thumb.straightened)
        onRemoveAsked: strip.add.remove(thumb.page)
        onMoveAsked: by => {
            strip.add.moveBy(thumb.page, by);
            strip.currentIndex = Math.max(0, Math.min(strip.count - 1, thumb.index + by));
        }

        DragHandler {
            target: null
            yAxis.enabled: true
            onActiveChanged: {
                const by = Math.round(centroid.position.y / (thumb.height + strip.spacing) - 0.5);
                if (!active && by !== 0)
                    thumb.moveAsked(by);
            }
        }
    }
}
