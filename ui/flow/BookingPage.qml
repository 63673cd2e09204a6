pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow

// Step 2: the day of every doctor, earliest first. Enter on a slot holds it, F9 confirms.
FlowFrame {
    id: page
    required property BookingController booking

    step: 2
    patient: page.booking.patient
    problem: page.booking.problem
    problemCode: page.booking.problemCode
    primaryText: page.booking.moving ? qsTr("Move the visit") : qsTr("Confirm booking")
    primaryReason: page.booking.held ? "" : qsTr("Choose a time first.")
    primaryBusy: page.booking.busy && page.booking.held
    onPrimary: page.booking.confirm()

    Shortcut { sequence: "Alt+Left"; onActivated: page.booking.stepDay(-1) }
    Shortcut { sequence: "Alt+Right"; onActivated: page.booking.stepDay(1) }

    GridLayout {
        columns: page.narrow ? 1 : 2
        columnSpacing: Theme.space.l
        rowSpacing: Theme.space.m
        Layout.fillWidth: true
        Layout.fillHeight: true
        ColumnLayout {
            spacing: Theme.space.m
            Layout.fillWidth: true
            Layout.fillHeight: true
            RowLayout {
                spacing: Theme.space.s
                Button { iconName: "chevron-left"; Accessible.name: qsTr("Day before"); enabled: !page.booking.isToday; onClicked: page.booking.stepDay(-1) }
                Button { text: qsTr("Today"); onClicked: page.booking.goToDay(0) }
                Button { iconName: "chevron-right"; Accessible.name: qsTr("Day after"); onClicked: page.booking.stepDay(1) }
                Label { text: page.booking.dayTitle; font: Theme.type.page; Layout.leftMargin: Theme.space.s; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
            }
            Card {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: page.partHeight
                ScrollArea {
                    id: area
                    visible: page.booking.loaded && page.booking.freeCount > 0
                    contentHeight: days.implicitHeight + Theme.space.s
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    RowLayout {
                        id: days
                        x: Theme.space.xs
                        y: Theme.space.xs
                        width: area.availableWidth - Theme.space.s
                        spacing: Theme.space.l
                        // From slot to slot by arrows (FD-6): along the row and on to the next doctor, or to the nearest
                        // in the next row.
                        function step(right: int, down: int): bool {
                            const centre = item => item.mapToItem(days, item.width / 2, item.height / 2);
                            const here = centre(days.Window.activeFocusItem);
                            let next = null;
                            let least = Infinity;
                            for (let i = 0; i < columns.count; ++i) {
                                for (const slot of columns.itemAt(i).choices()) {
                                    const x = centre(slot).x - here.x;
                                    const y = centre(slot).y - here.y;
                                    const along = x * right + y * down;
                                    const aside = Math.abs(right !== 0 ? y : x);
                                    const sameRow = slot.height / 2;
                                    const distance = right !== 0 ? along : along * days.width + aside;
                                    if (along < sameRow || (right !== 0 && aside > sameRow) || distance >= least)
                                        continue;
                                    least = distance;
                                    next = slot;
                                }
                            }
                            next?.forceActiveFocus(Qt.TabFocusReason);
                            return next !== null;
                        }
                        Keys.onLeftPressed: event => event.accepted = days.step(-1, 0)
                        Keys.onRightPressed: event => event.accepted = days.step(1, 0)
                        Keys.onUpPressed: event => event.accepted = days.step(0, -1)
                        Keys.onDownPressed: event => event.accepted = days.step(0, 1)
                        Repeater {
                            id: columns
                            model: page.booking.columns
                            delegate: DoctorSlots {
                                Layout.fillWidth: true
                                Layout.preferredWidth: 1
                                Layout.alignment: Qt.AlignTop
                                onChosen: (doctor, start) => page.booking.hold(doctor, start)
                            }
                        }
                    }
                }
                Skeleton { running: !page.booking.loaded; rows: 5; Layout.fillWidth: true; Layout.fillHeight: true }
                Empty {
                    visible: page.booking.loaded && page.booking.freeCount === 0
                    iconName: "calendar"
                    text: qsTr("No free time on this day")
                    detail: qsTr("The next days:")
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space.xl
                }
                Row {
                    visible: page.booking.loaded && page.booking.freeCount === 0
                    spacing: Theme.space.s
                    Layout.alignment: Qt.AlignHCenter
                    Repeater {
                        model: page.booking.nextDays
                        delegate: Button {
                            required property var modelData
                            text: modelData.text
                            reason: modelData.free > 0 ? "" : qsTr("Nothing free")
                            onClicked: page.booking.goToDay(modelData.offset)
                        }
                    }
                }
                Item { visible: page.booking.freeCount === 0; Layout.fillHeight: true }
            }
        }
        BookingPanel {
            booking: page.booking
            Layout.fillWidth: page.narrow
            Layout.fillHeight: !page.narrow
            Layout.preferredWidth: Theme.size.panel - 16 * Theme.size.unit
        }
    }
}
