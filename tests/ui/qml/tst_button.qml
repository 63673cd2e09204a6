import QtQuick
import QtTest
import Nadi.Theme
import Nadi.Components

Item {
    id: root
    width: 400
    height: 200

    Button { id: button; text: "Book"; key: "F2"; iconName: "calendar"; x: 20; y: 20 }
    Button { id: other; text: "Other"; x: 20; y: 100 }
    SignalSpy { id: clicked; target: button; signalName: "clicked" }

    TestCase {
        name: "Button"
        when: windowShown

        function init() {
            clicked.clear();
            button.kind = Button.Kind.Secondary;
            button.reason = "";
            button.busy = false;
            other.forceActiveFocus();
        }
        function ring(item) { return findChild(item, "focusRing"); }

        function test_has_name_and_role() {
            compare(button.Accessible.name, "Book");
            compare(button.Accessible.role, Accessible.Button);
        }
        function test_enter_space_and_click_are_the_same() {
            button.forceActiveFocus();
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Space);
            mouseClick(button);
            compare(clicked.count, 3);
        }
        function test_focus_ring_shows_by_key_and_by_click() {
            verify(!ring(button).visible);
            button.forceActiveFocus(Qt.TabFocusReason);
            verify(ring(button).visible);
            other.forceActiveFocus();
            verify(!ring(button).visible);
            mouseClick(button);
            verify(ring(button).visible);
            verify(ring(button).x < 0);
            compare(ring(button).border.width, Theme.size.ring);
        }
        function test_disabled_says_why() {
            button.reason = "Choose a slot first";
            verify(!button.enabled);
            compare(button.Accessible.description, "Choose a slot first");
            mouseClick(button);
            compare(clicked.count, 0);
        }
        function test_busy_takes_no_second_click() {
            button.busy = true;
            mouseClick(button);
            compare(clicked.count, 0);
            compare(button.Accessible.description, "Working");
        }
        function test_kinds_have_their_colours_data() {
            return [
                {tag: "primary", kind: Button.Kind.Primary, back: Theme.color.primary, ink: Theme.color.onPrimary},
                {tag: "secondary", kind: Button.Kind.Secondary, back: Theme.color.surface, ink: Theme.color.ink},
                {tag: "danger", kind: Button.Kind.Danger, back: Theme.color.danger, ink: Theme.color.onDanger}];
        }
        function test_kinds_have_their_colours(data) {
            mouseMove(root, 390, 190);
            button.kind = data.kind;
            tryVerify(() => Qt.colorEqual(button.background.color, data.back));
            verify(Qt.colorEqual(button.ink, data.ink));
        }
    }
}
