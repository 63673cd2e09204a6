#pragma once

#include <QFutureWatcher>
#include <QObject>

namespace nadi::ui
{

/// Calls `use` with the result on the owner's thread; never when the owner is gone. Qt 6.4's own then(context, …)
/// asserts then.
template <class T, class Use>
void observe(QObject *owner, QFuture<T> future, Use use)
{
    auto *watcher = new QFutureWatcher<T>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, use = std::move(use)]() mutable {
        watcher->deleteLater();
        if (!watcher->isCanceled())
            use(watcher->result());
    });
    watcher->setFuture(future);
}

}
