// The least that a Qt program can do: an event loop that waits.

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    std::puts("{\"ready\":true}");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
