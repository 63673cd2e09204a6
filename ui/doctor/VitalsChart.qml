pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// One quantity over time: a line to look at, and the same as rows for who does not see it.
ColumnLayout {
    id: chart
    required property string name
    required property var points
    readonly property bool paired: chart.points.every(point => point.other !== undefined) // a pressure is two values
    readonly property var values: chart.points.map(point => point.value).concat(chart.paired ? chart.points.map(point => point.other) : [])
    readonly property real least: Math.min(...chart.values)
    readonly property real most: Math.max(...chart.values)

    spacing: Theme.space.xs
    Accessible.role: Accessible.Table
    Accessible.name: chart.name
    Accessible.description: chart.points.map(point => point.on + ": " + point.text).join(", ")

    RowLayout {
        spacing: Theme.space.s
        Layout.fillWidth: true
        Label { text: chart.name; font: Theme.type.bodyStrong; Layout.fillWidth: true }
        Label { text: chart.points[chart.points.length - 1].text; font: Theme.type.emphasisStrong }
    }
    Canvas {
        id: canvas
        Layout.fillWidth: true
        Layout.preferredHeight: 24 * Theme.size.unit
        Accessible.ignored: true
        onWidthChanged: canvas.requestPaint()
        Connections {
            target: chart
            function onPointsChanged() { canvas.requestPaint(); }
        }
        onPaint: {
            const context = canvas.getContext("2d");
            const edge = Theme.space.s;
            const first = chart.points[0].day;
            const days = Math.max(1, chart.points[chart.points.length - 1].day - first);
            const span = Math.max(chart.most - chart.least, 1e-9);
            const x = index => edge + (canvas.width - 2 * edge) * (days > 1 ? (chart.points[index].day - first) / days : index / Math.max(1, chart.points.length - 1));
            const y = value => canvas.height - edge - (canvas.height - 2 * edge) * (value - chart.least) / span;
            context.reset();
            context.strokeStyle = Theme.color.line;
            context.strokeRect(0.5, 0.5, canvas.width - 1, canvas.height - 1);
            const draw = (member, color) => {
                context.strokeStyle = context.fillStyle = color;
                context.lineWidth = Theme.size.stroke;
                context.beginPath();
                chart.points.forEach((point, i) => i === 0 ? context.moveTo(x(i), y(point[member])) : context.lineTo(x(i), y(point[member])));
                context.stroke();
                chart.points.forEach((point, i) => {
                    context.beginPath();
                    context.arc(x(i), y(point[member]), Theme.size.stroke * 2, 0, 2 * Math.PI);
                    context.fill();
                });
            };
            draw("value", Theme.color.primary);
            if (chart.paired)
                draw("other", Theme.color.accent);
        }
    }
    Label {
        text: chart.points.map(point => point.on + ": " + point.text).join("   ·   ")
        font: Theme.type.caption
        color: Theme.color.ink2
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
}
