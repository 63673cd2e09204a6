import QtQuick
import QtTest
import Nadi.Theme
import Nadi.Components

Item {
    id: root
    width: 600
    height: 500

    Column {
        spacing: 20
        Field { id: field; label: "Mobile"; help: "10 digits" }
        SearchField { id: search; placeholderText: "Search name or mobile"; key: "F3" }
        Choice { id: choice; label: "Doctor"; options: [{value: "a", text: "Dr A"}, {value: "b", text: "Dr B"}]; value: "a" }
        Segmented { id: mode; label: "Mode"; options: [{value: "in", text: "In person"}, {value: "tele", text: "Video"}]; value: "in" }
    }
    SignalSpy { id: chosen; target: choice; signalName: "chosen" }
    SignalSpy { id: modeChosen; target: mode; signalName: "chosen" }

    TestCase {
        name: "Fields"
        when: windowShown

        function init() {
            field.error = "";
            field.text = "";
            search.text = "";
            chosen.clear();
        }
        function test_label_is_the_name_and_help_the_description() {
            compare(field.input.Accessible.name, "Mobile");
            compare(field.input.Accessible.description, "10 digits");
        }
        function test_error_replaces_help_and_keeps_the_text() {
            field.text = "98";
            field.error = "A mobile number has 10 digits.";
            compare(field.input.Accessible.description, "A mobile number has 10 digits.");
            compare(field.text, "98");
            verify(Qt.colorEqual(field.input.background.border.color, Theme.color.helpF));
        }
        function test_focus_reaches_the_input_and_rings() {
            field.forceActiveFocus();
            verify(field.input.activeFocus);
            verify(findChild(field, "focusRing").visible);
        }
        function test_search_begins_at_the_second_character() {
            search.text = "a";
            verify(!search.worthSearching);
            search.text = "as";
            verify(search.worthSearching);
            compare(search.Accessible.name, "Search name or mobile");
        }
        function test_choice_changes_by_arrow() {
            choice.forceActiveFocus();
            keyClick(Qt.Key_Down);
            compare(chosen.count, 1);
            compare(chosen.signalArguments[0][0], "b");
        }
        function test_segment_tells_its_value() {
            mouseClick(mode.children[1]);
            compare(modeChosen.signalArguments[0][0], "tele");
            compare(mode.children[0].Accessible.role, Accessible.RadioButton);
        }
    }
}
