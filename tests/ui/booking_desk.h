#pragma once

#include "desk_window.h"
#include "storage/facility_repository.h"
#include "ui/session/row_model.h"

namespace nadi::test
{

inline QVariant cell(ui::RowModel *model, int row, const char *role)
{
    return model->data(model->index(row), model->roleNames().key(role));
}

/// The slots of one doctor on the booking page.
inline ui::RowModel *timesOf(ui::BookingController *booking, int column)
{
    return cell(booking->columns(), column, "times").value<ui::RowModel *>();
}

/// The first free slot, or the one `skipped` free ones later; -1 when there is none.
inline int freeSlot(ui::RowModel *times, int skipped = 0)
{
    for (int row = 0; row < times->count(); ++row)
        if (cell(times, row, "standing") == QStringLiteral("free") && skipped-- == 0)
            return row;
    return -1;
}

inline void openBooking(DeskWindow &desk, const QString &name)
{
    auto *search = desk.app().search();
    search->search(name);
    QTRY_VERIFY(search->answered());
    QVERIFY(desk.app().book(cell(search->hits(), 0, "patient").toString()));
    auto *booking = desk.app().booking();
    QTRY_VERIFY(booking->loaded());
    QTRY_COMPARE(booking->patient().name, name);
}

inline void findAndBook(DeskWindow &desk, const QString &name)
{
    openBooking(desk, name);
    auto *booking = desk.app().booking();
    auto *times = timesOf(booking, 0);
    booking->hold(cell(booking->columns(), 0, "doctor").toString(), cell(times, freeSlot(times), "start").toDouble());
    QTRY_VERIFY(booking->held());
    QCOMPARE(booking->timeLeft(), QStringLiteral("5:00"));
    QTRY_VERIFY(!booking->busy());
}

}
