#include <QQmlEngine>
#include <QtQuickTest>

/// Adds the project's own modules to the engine of every test file.
class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine) { engine->addImportPath(QStringLiteral("qrc:/qt/qml")); }
};

QUICK_TEST_MAIN_WITH_SETUP(nadi_components, Setup)
#include "tst_components.moc"
