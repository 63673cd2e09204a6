// The least that Qt Quick can do: one window with one line of text. What it takes is the floor under nadi's own first
// frame, and under its idling.

#include "first_frame.h"
#include "renderer.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    nadi::desktop::chooseRenderer();
    QQmlApplicationEngine engine;
    engine.loadData(
        "import QtQuick\n"
        "Window { visible: true; width: 1200; height: 720; Text { text: 'Nadi'; anchors.centerIn: parent } }");
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    if (window == nullptr)
        return 1;
    nadi::desktop::reportFirstFrame(*window);
    return QGuiApplication::exec();
}
