#pragma once

#include "domain/record.h"

#include <QObject>

namespace nadi::ui
{

/// One page of a draft as the steps show it.
struct PageRow
{
    Q_GADGET
    Q_PROPERTY(QString page MEMBER page)
    Q_PROPERTY(int number MEMBER number)
    Q_PROPERTY(QString source MEMBER source)
    Q_PROPERTY(int quarterTurns MEMBER quarterTurns)
    Q_PROPERTY(bool reduced MEMBER reduced)
    Q_PROPERTY(bool shrunk MEMBER shrunk)
    Q_PROPERTY(QString mark MEMBER mark)
    Q_PROPERTY(QString advice MEMBER advice)
    Q_PROPERTY(int markStanding MEMBER markStanding)
    Q_PROPERTY(bool unreadable MEMBER unreadable)
    Q_PROPERTY(bool mayStraighten MEMBER mayStraighten)
    Q_PROPERTY(bool straightened MEMBER straightened)

public:
    QString page;
    int number = 0;
    QString source;
    int quarterTurns = 0;
    bool reduced = false;
    bool shrunk = false; ///< screen quality by a person's choice (B18)
    QString mark; ///< how it reads, one word (B23)
    QString advice;
    int markStanding = 0;
    bool unreadable = false; ///< and nobody said yet why it goes as it is
    bool mayStraighten = false;
    bool straightened = false;

    bool operator==(const PageRow &) const = default;
};

QList<PageRow> pageRows(const Record &record);

}
