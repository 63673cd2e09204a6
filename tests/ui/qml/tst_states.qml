import QtQuick
import QtTest
import Nadi.Theme
import Nadi.Components

Item {
    id: root
    width: 900
    height: 700

    ListModel {
        id: stages
        ListElement { title: "Confirmed here"; detail: ""; time: "09:41"; standing: 2 }
        ListElement { title: "Sent"; detail: "Waiting for confirmation"; time: "09:42"; standing: 1 }
        ListElement { title: "Visible"; detail: ""; time: ""; standing: 0 }
    }
    ListModel {
        id: identities
        ListElement { field: "Name"; here: "Asha"; there: "Asha"; same: true }
        ListElement { field: "Birth year"; here: "1980"; there: "1981"; same: false }
    }
    Column {
        width: 800
        spacing: 10
        StateChip { id: chip; standing: Standing.Waiting; text: "Waiting to confirm" }
        Stepper { id: stepper; step: 3 }
        Channel { id: channel; stages: stages; width: 400 }
        IdentityCompare { id: compareBox; leftTitle: "This clinic"; rightTitle: "ABHA"; rows: identities; width: 700 }
        PatientBar { id: bar; name: "Asha Kulkarni"; facts: "Female, 46 y"; abha: "asha.k••@sbx"; verified: true; width: 700 }
        Strip { id: strip; text: "Sandbox"; width: 700 }
        Toast { id: toast }
        Empty { id: empty; text: "No appointments."; action: "Book"; key: "F2" }
        KeyHint { id: hint; key: "F3"; action: "Search" }
        Skeleton { id: skeleton; rows: 2; width: 300; height: 100 }
    }

    TestCase {
        name: "States"
        when: windowShown

        function test_chip_is_word_icon_and_colour_data() {
            return [{tag: "none", s: Standing.NotStarted, icon: "empty-ring"}, {tag: "wait", s: Standing.Waiting, icon: "clock"},
                {tag: "done", s: Standing.Done, icon: "check"}, {tag: "open", s: Standing.Opened, icon: "abha-app"},
                {tag: "help", s: Standing.NeedsPerson, icon: "attention"}, {tag: "info", s: Standing.Notice, icon: "info"}];
        }
        function test_chip_is_word_icon_and_colour(data) {
            chip.standing = data.s;
            compare(chip.Accessible.name, "Waiting to confirm");
            compare(chip.iconName, data.icon);
            verify(Qt.colorEqual(chip.color, Theme.standingGround(data.s)));
        }
        function test_stepper_says_where() {
            compare(stepper.Accessible.name, "Step 3 of 6: Link check");
        }
        function test_channel_is_filled_only_where_confirmed() {
            const done = channel.children[0], waiting = channel.children[1], later = channel.children[2];
            verify(done.reached);
            verify(!waiting.reached);
            verify(!later.reached);
            compare(waiting.Accessible.name, "Sent, 09:42, Waiting for confirmation");
        }
        function test_difference_is_a_word() {
            compare(compareBox.children[1].Accessible.name, "Name: Asha, same");
            compare(compareBox.children[2].Accessible.name, "Birth year differs: 1980 and 1981");
        }
        function test_patient_bar_names_the_person() {
            compare(bar.Accessible.name, "Patient: Asha Kulkarni, Female, 46 y");
        }
        function test_strip_and_hint_speak() {
            compare(strip.Accessible.name, "Sandbox");
            compare(hint.Accessible.name, "F3: Search");
            compare(empty.Accessible.name, "No appointments.");
        }
        function test_toast_shows() {
            toast.show("Saved");
            tryCompare(toast, "opacity", 1);
            compare(toast.Accessible.name, "Saved");
        }
        function test_skeleton_waits_a_glance() {
            skeleton.running = true;
            verify(!skeleton.visible);
            tryVerify(() => skeleton.visible);
            skeleton.running = false;
            verify(!skeleton.visible);
        }
    }
}
