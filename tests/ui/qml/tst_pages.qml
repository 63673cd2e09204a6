import QtQuick
import QtTest
import Nadi.Theme
import Nadi.Components

Item {
    id: root
    width: 700
    height: 500

    Row {
        spacing: 20
        PageThumb { id: thumb; number: 1; source: "" }
        PageThumb { id: broken; number: 2; source: ""; problem: "This file needs a password." }
        SlotButton { id: free; time: "10:15" }
        SlotButton { id: taken; time: "10:30"; taken: true }
        ListRow { id: row; text: "Asha Kulkarni"; detail: "Female, 46 y"; leadingText: "10:15"; width: 300 }
        Card { id: card; title: "Sent today" }
    }
    Dialog {
        id: dialog
        title: "Remove page 2?"
        message: "The file on your computer stays."
        destructive: true
    }
    SignalSpy { id: turned; target: thumb; signalName: "turnAsked" }
    SignalSpy { id: removed; target: thumb; signalName: "removeAsked" }
    SignalSpy { id: moved; target: thumb; signalName: "moveAsked" }
    SignalSpy { id: confirmed; target: dialog; signalName: "confirmed" }
    SignalSpy { id: opened; target: row; signalName: "clicked" }

    TestCase {
        name: "Pages"
        when: windowShown

        function test_page_is_arranged_by_keys() {
            thumb.forceActiveFocus();
            keyClick(Qt.Key_R);
            keyClick(Qt.Key_Right, Qt.AltModifier);
            keyClick(Qt.Key_Delete);
            compare(turned.count, 1);
            compare(removed.count, 1);
            compare(moved.signalArguments[0][0], 1);
            verify(findChild(thumb, "focusRing").visible);
        }
        function test_problem_page_keeps_its_place_and_says_it() {
            compare(broken.Accessible.name, "Page 2: This file needs a password.");
            compare(thumb.Accessible.name, "Page 1");
        }
        function test_slot_tells_free_held_taken() {
            compare(free.Accessible.description, "Free");
            free.held = true;
            compare(free.Accessible.description, "Held for you");
            compare(taken.Accessible.description, "Taken");
            verify(!taken.enabled);
        }
        function test_row_speaks_all_its_words_and_opens_by_enter() {
            compare(row.Accessible.name, "10:15, Asha Kulkarni, Female, 46 y");
            row.forceActiveFocus();
            keyClick(Qt.Key_Return);
            compare(opened.count, 1);
        }
        function test_card_is_a_named_group() {
            compare(card.Accessible.name, "Sent today");
            compare(card.Accessible.role, Accessible.Grouping);
        }
        function test_escape_leaves_a_dialog_without_doing_it() {
            confirmed.clear();
            dialog.open();
            tryCompare(dialog, "opened", true);
            keyClick(Qt.Key_Escape);
            tryCompare(dialog, "opened", false);
            compare(confirmed.count, 0);
        }
        function test_dialog_confirms_once_and_not_while_busy() {
            confirmed.clear();
            dialog.open();
            tryCompare(dialog, "opened", true);
            dialog.busy = true;
            dialog.confirm();
            compare(confirmed.count, 0);
            dialog.busy = false;
            dialog.confirm();
            compare(confirmed.count, 1);
            tryCompare(dialog, "opened", false);
        }
    }
}
