#include "storage/change_feed.h"

#include "storage/change_source.h"

#include <QThread>

#include <atomic>

namespace nadi::storage
{

struct ChangeFeed::Private
{
    QThread thread;
    ChangeSource *source = nullptr; ///< lives in `thread` and ends with it
    std::atomic<Topics> toRing{0};

    void announce(ChangeFeed *feed, Topics topics)
    {
        for (int topic = 0; topic <= int(lastTopic); ++topic)
            if (topics & bitOf(Topic(topic)))
                Q_EMIT feed->changed(Topic(topic));
    }
};

ChangeFeed::ChangeFeed(const DatabaseConfig &config, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->source = ChangeSource::of(config).release();
    d->source->moveToThread(&d->thread);
    connect(&d->thread, &QThread::started, d->source, &ChangeSource::start);
    connect(&d->thread, &QThread::finished, d->source, &QObject::deleteLater);
    connect(d->source, &ChangeSource::heard, this, [this](Topics topics) { d->announce(this, topics); });
    d->thread.setObjectName(QStringLiteral("change-feed"));
    d->thread.start();
}

ChangeFeed::~ChangeFeed()
{
    d->thread.quit();
    d->thread.wait();
}

void ChangeFeed::ring(Topic topic)
{
    // Only the first of a burst wakes the two threads; what is added before they come goes with it.
    if (d->toRing.fetch_or(bitOf(topic)) != 0)
        return;
    QMetaObject::invokeMethod(d->source, [this] {
        const auto topics = d->toRing.exchange(0);
        d->source->ring(topics);
        QMetaObject::invokeMethod(this, [this, topics] { d->announce(this, topics); });
    });
}

}
