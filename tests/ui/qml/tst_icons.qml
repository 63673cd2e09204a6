import QtQuick
import QtTest
import Nadi.Theme
import Nadi.Components

Item {
    id: root
    width: 60
    height: 60

    Rectangle { anchors.fill: parent; color: "white" }
    Icon { id: icon; name: "check"; color: "#ff0000"; width: 40; height: 40 }

    TestCase {
        name: "Icons"
        when: windowShown

        function test_every_standing_has_an_icon_data() {
            return [0, 1, 2, 3, 4, 5].map(s => ({tag: String(s), name: Theme.standingIcon(s)}));
        }
        function test_every_standing_has_an_icon(data) {
            icon.name = data.name;
            verify(icon.known);
        }
        function test_unknown_icon_is_known_to_be_unknown() {
            icon.name = "no-such-icon";
            verify(!icon.known);
        }
        function test_colour_comes_from_outside() {
            icon.name = "empty-ring";
            waitForRendering(root);
            const picture = grabImage(root);
            // The left edge of the ring: x = 3.5 of 20 on a 40 px icon.
            verify(picture.red(7, 20) > 200);
            verify(picture.green(7, 20) < 100);
        }
    }
}
