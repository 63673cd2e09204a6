#pragma once

#include <QObject>

namespace nadi::app
{

/// SIGTERM and SIGINT as an orderly end of the event loop.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);

Q_SIGNALS:
    void stopRequested();
};

/// Ends with the program that started us: its end of our standard input closes, also when it crashes.
class ParentWatch : public QObject
{
    Q_OBJECT

public:
    explicit ParentWatch(QObject *parent = nullptr);

Q_SIGNALS:
    void parentGone();
};

}
