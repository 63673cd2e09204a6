#include "booking_desk.h"

#include <QSignalSpy>

using namespace nadi;
using namespace nadi::ui;
using test::cell;
using test::findAndBook;
using test::freeSlot;
using test::openBooking;
using test::timesOf;

namespace
{

/// A second clerk at another PC holds this slot of the first doctor on the page.
bool anotherDeskHolds(test::DeskWindow &desk, double startMs)
{
    auto *booking = desk.app().booking();
    const FacilityId clinic(booking->clinic());
    const DoctorId doctor(cell(booking->columns(), 0, "doctor").toString());
    auto held
        = desk.desktop().store().run([&desk, clinic, doctor, startMs](storage::Connection &db) -> Result<SlotHold> {
              test::SeededRandom random(99);
              RandomIdSource ids(random);
              clinic::Work work{db, desk.clock, ids, {UserId(QStringLiteral("clerk-2")), Role::Clerk}};
              const auto free = clinic::freeSlots(work, clinic, doctor, QDate(2026, 11, 20), VisitMode::InPerson);
              if (!free)
                  return failed(free);
              for (const Slot &slot : *free)
                  if (slot.start.ms() == qint64(startMs))
                      return clinic::holdSlot(work, slot, std::chrono::minutes(5));
              return fail(ErrorKind::NotFound, QStringLiteral("SLOT"));
          });
    held.waitForFinished();
    return held.result().has_value();
}

bool openBranch(storage::Store &store, const FacilityId &id, const DoctorId &doctor)
{
    auto opened = store.run([id, doctor](storage::Connection &db) -> Done {
        storage::FacilityRepository places(db);
        Facility branch;
        branch.id = id;
        branch.name = QStringLiteral("Nadi Baner");
        branch.hipName = QStringLiteral("Nadi Baner");
        if (const auto saved = places.save(branch); !saved)
            return saved;
        if (const auto saved = places.save(Doctor{doctor, QStringLiteral("Dr Baner"), {}, {}, {}, {}}); !saved)
            return saved;
        return places.saveSchedule(doctor, id, {{doctor, id, Qt::Friday, QTime(9, 0), QTime(18, 0)}});
    });
    opened.waitForFinished();
    return opened.result().has_value();
}

QString standing(BookingController *booking, const QString &time)
{
    auto *times = timesOf(booking, 0);
    for (int row = 0; row < times->count(); ++row)
        if (cell(times, row, "time") == time)
            return cell(times, row, "standing").toString();
    return {};
}

}

/// Step 2: the page on which a time is held and confirmed.
class TstBookingPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void visit_is_moved_and_cancelled();
    void a_plan_renewed_under_the_mouse_keeps_the_click();
    void arrows_go_from_slot_to_slot();
    void a_late_hold_is_still_good_if_nobody_took_the_slot();
    void a_late_hold_that_somebody_took_is_said_and_chosen_anew();
    void an_expired_hold_is_given_back();
    void of_two_quick_choices_the_last_is_held();
    void a_visit_is_moved_to_another_branch();
    void one_clinic_leaves_nothing_to_choose();
    void another_branch_is_named_and_ends_this_desks_steps();
};

void TstBookingPage::visit_is_moved_and_cancelled()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    QTRY_VERIFY(desk.app().board()->loaded());
    const auto patient = cell(desk.app().board()->expected(), 1, "patient").toString();
    const auto visit = cell(desk.app().board()->expected(), 1, "appointment").toString();
    const auto before = cell(desk.app().board()->expected(), 1, "time").toString();
    desk.app().openPatient(patient);
    QTRY_VERIFY(desk.app().patient()->loaded());
    desk.app().moveVisit(visit);
    QTRY_COMPARE(desk.app().page(), QStringLiteral("booking"));
    auto *booking = desk.app().booking();
    QVERIFY(booking->moving());
    QTRY_VERIFY(booking->loaded());
    QTRY_COMPARE(booking->columns()->count(), 1); // the doctor of the visit
    auto *times = timesOf(booking, 0);
    const int last = times->count() - 1;
    const auto lastTime = cell(times, last, "time").toString();
    booking->hold(cell(booking->columns(), 0, "doctor").toString(), cell(times, last, "start").toDouble());
    QTRY_VERIFY(booking->held());
    QTRY_VERIFY(desk.canPress(QStringLiteral("Move the visit")));
    desk.press(QStringLiteral("Move the visit"));
    QTRY_COMPARE(desk.app().page(), QStringLiteral("link-check"));
    desk.app().openPatient(patient);
    QTRY_VERIFY(cell(desk.app().patient()->visits(), 0, "title").toString().endsWith(lastTime));
    QVERIFY(lastTime != before);
    desk.app().patient()->cancelVisit(visit, QStringLiteral("asked by phone"));
    QTRY_VERIFY(cell(desk.app().patient()->visits(), 0, "detail").toString().contains(QStringLiteral("Cancelled")));
    QVERIFY(!cell(desk.app().patient()->visits(), 0, "mayChange").toBool());
}

void TstBookingPage::a_plan_renewed_under_the_mouse_keeps_the_click()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    openBooking(desk, QStringLiteral("Gurpreet Singh"));
    auto *booking = desk.app().booking();
    auto *times = timesOf(booking, 0);
    const int row = freeSlot(times);
    const int other = times->count() - 1;
    QVERIFY(row >= 0 && row < other && cell(times, other, "standing") == QStringLiteral("free"));
    const auto time = cell(times, row, "time").toString();
    QQuickItem *button = nullptr;
    QTRY_VERIFY((button = desk.byName(time)));
    const auto middle = button->mapToScene(QPointF(button->width() / 2, button->height() / 2)).toPoint();

    QTest::mousePress(&desk.window(), Qt::LeftButton, Qt::NoModifier, middle);
    // Meanwhile another desk holds a later one, and every plan is read again.
    QVERIFY(anotherDeskHolds(desk, cell(times, other, "start").toDouble()));
    booking->refresh();
    QTRY_COMPARE(cell(times, times->count() - 1, "standing").toString(), QStringLiteral("taken"));
    QTest::mouseRelease(&desk.window(), Qt::LeftButton, Qt::NoModifier, middle);
    QTRY_VERIFY(booking->held());
    QVERIFY2(booking->heldText().contains(time), qPrintable(booking->heldText()));
}

void TstBookingPage::arrows_go_from_slot_to_slot()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    desk.window().requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    openBooking(desk, QStringLiteral("Gurpreet Singh"));
    auto *booking = desk.app().booking();
    auto *times = timesOf(booking, 0);
    const int row = freeSlot(times);
    const auto focused = [&desk] {
        auto *iface = QAccessible::queryAccessibleInterface(desk.window().activeFocusItem());
        return iface ? iface->text(QAccessible::Name) : QString();
    };
    QQuickItem *button = nullptr;
    QTRY_VERIFY((button = desk.byName(cell(times, row, "time").toString())));
    button->forceActiveFocus();
    const auto begin = focused();
    QTest::keyClick(&desk.window(), Qt::Key_Right);
    const auto next = focused();
    QVERIFY(next > begin); // times of day sort as words
    QTest::keyClick(&desk.window(), Qt::Key_Down);
    const auto below = focused();
    QVERIFY2(below > next, qPrintable(below));
    QTest::keyClick(&desk.window(), Qt::Key_Up);
    QCOMPARE(focused(), next);
    QTest::keyClick(&desk.window(), Qt::Key_Left);
    QCOMPARE(focused(), begin);
    QTest::keyClick(&desk.window(), Qt::Key_Return);
    QTRY_VERIFY(booking->held());
    QVERIFY2(booking->heldText().contains(begin), qPrintable(booking->heldText()));
    QCOMPARE(focused(), begin); // the plan was renewed; the focus stays where it was
}

void TstBookingPage::a_late_hold_is_still_good_if_nobody_took_the_slot()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    findAndBook(desk, QStringLiteral("Gurpreet Singh"));
    desk.clock.advance(std::chrono::minutes(6)); // the person talked; now they confirm
    desk.app().booking()->confirm();
    QTRY_COMPARE(desk.app().page(), QStringLiteral("link-check"));
    QCOMPARE(desk.app().booking()->problemCode(), QString());
}

void TstBookingPage::a_late_hold_that_somebody_took_is_said_and_chosen_anew()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    openBooking(desk, QStringLiteral("Gurpreet Singh"));
    auto *booking = desk.app().booking();
    auto *times = timesOf(booking, 0);
    const int row = freeSlot(times);
    const auto doctor = cell(booking->columns(), 0, "doctor").toString();
    const auto start = cell(times, row, "start").toDouble();
    const auto time = cell(times, row, "time").toString();
    booking->hold(doctor, start);
    QTRY_VERIFY(booking->held() && !booking->busy());

    desk.clock.advance(std::chrono::minutes(5));
    QVERIFY(anotherDeskHolds(desk, start));
    booking->confirm();
    QTRY_COMPARE(booking->problemCode(), QStringLiteral("HOLD-EXPIRED"));
    QVERIFY(!booking->held());
    QCOMPARE(desk.app().page(), QStringLiteral("booking")); // the form is kept
    QTRY_COMPARE(standing(booking, time), QStringLiteral("taken"));

    booking->hold(doctor, cell(times, freeSlot(times), "start").toDouble());
    QTRY_VERIFY(booking->held() && !booking->busy());
    booking->confirm();
    QTRY_COMPARE(desk.app().page(), QStringLiteral("link-check"));
}

void TstBookingPage::an_expired_hold_is_given_back()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    openBooking(desk, QStringLiteral("Gurpreet Singh"));
    auto *booking = desk.app().booking();
    auto *times = timesOf(booking, 0);
    const int row = freeSlot(times, 2); // still to come in five minutes
    const auto time = cell(times, row, "time").toString();
    booking->hold(cell(booking->columns(), 0, "doctor").toString(), cell(times, row, "start").toDouble());
    QTRY_COMPARE(standing(booking, time), QStringLiteral("held"));
    desk.clock.advance(std::chrono::minutes(5));
    QTRY_COMPARE(booking->problemCode(), QStringLiteral("HOLD-EXPIRED"));
    QVERIFY(!booking->held());
    QTRY_COMPARE(standing(booking, time), QStringLiteral("free"));
}

void TstBookingPage::of_two_quick_choices_the_last_is_held()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    openBooking(desk, QStringLiteral("Gurpreet Singh"));
    auto *booking = desk.app().booking();
    auto *times = timesOf(booking, 0);
    const auto doctor = cell(booking->columns(), 0, "doctor").toString();
    const int row = freeSlot(times);
    const int next = freeSlot(times, 1);
    const auto first = cell(times, row, "time").toString();
    const auto second = cell(times, next, "time").toString();
    booking->hold(doctor, cell(times, row, "start").toDouble());
    booking->hold(doctor, cell(times, next, "start").toDouble());
    QTRY_VERIFY(booking->held() && !booking->busy());
    QCOMPARE(standing(booking, second), QStringLiteral("held"));
    QCOMPARE(standing(booking, first), QStringLiteral("free"));

    // Who leaves before the answer comes holds nothing.
    booking->hold(doctor, cell(times, row, "start").toDouble());
    desk.app().goHome();
    QTRY_VERIFY(!booking->busy());
    QVERIFY(!booking->held());
    booking->refresh();
    QTRY_VERIFY(!booking->busy());
    QCOMPARE(standing(booking, first), QStringLiteral("free"));
    QCOMPARE(standing(booking, second), QStringLiteral("free"));
}

void TstBookingPage::a_visit_is_moved_to_another_branch()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    const auto branch = FacilityId(QStringLiteral("branch"));
    const auto doctor = DoctorId(QStringLiteral("dr-branch"));
    QVERIFY(openBranch(desk.desktop().store(), branch, doctor));
    QTRY_VERIFY(desk.app().board()->loaded());
    const int before = desk.app().board()->expected()->count();
    const auto patient = cell(desk.app().board()->expected(), 1, "patient").toString();
    const auto visit = cell(desk.app().board()->expected(), 1, "appointment").toString();
    desk.app().openPatient(patient);
    QTRY_VERIFY(desk.app().patient()->loaded());
    desk.app().moveVisit(visit);
    auto *booking = desk.app().booking();
    QTRY_COMPARE(booking->clinics().size(), 2);
    booking->chooseClinic(branch.value());
    QTRY_VERIFY(booking->loaded());
    const auto start = cell(timesOf(booking, 0), 0, "start").toDouble();
    booking->hold(doctor.value(), start);
    QTRY_VERIFY(booking->held());
    QTRY_VERIFY(desk.canPress(QStringLiteral("Move the visit")));
    desk.press(QStringLiteral("Move the visit"));
    QTRY_COMPARE(desk.app().page(), QStringLiteral("patient"));
    const auto moved = [&]() -> std::optional<Appointment> {
        for (const auto &appointment : desk.app().patient()->file().appointments)
            if (appointment.id.value() == visit)
                return appointment;
        return std::nullopt;
    };
    QTRY_VERIFY(moved() && moved()->slot.facility == branch); // the same visit, elsewhere
    QCOMPARE(moved()->slot.doctor, doctor);
    QCOMPARE(moved()->slot.start.ms(), qint64(start));
    QTRY_COMPARE(desk.app().board()->expected()->count(), before - 1); // this desk does not wait for them any more
}

void TstBookingPage::one_clinic_leaves_nothing_to_choose()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    findAndBook(desk, QStringLiteral("Gurpreet Singh"));
    QVERIFY(desk.app().booking()->clinics().isEmpty());
    QVERIFY(desk.app().booking()->elsewhere().isEmpty());
    QVERIFY(!desk.byName(QStringLiteral("Clinic"), QAccessible::ComboBox));
    QVERIFY(desk.byName(QStringLiteral("Doctor"), QAccessible::ComboBox));
}

void TstBookingPage::another_branch_is_named_and_ends_this_desks_steps()
{
    test::DeskWindow desk;
    QVERIFY(desk.isOpen());
    const auto branch = FacilityId(QStringLiteral("branch"));
    const auto doctor = DoctorId(QStringLiteral("dr-branch"));
    auto &store = desk.desktop().store();
    QVERIFY(openBranch(store, branch, doctor));
    findAndBook(desk, QStringLiteral("Gurpreet Singh"));
    auto *booking = desk.app().booking();
    const auto own = booking->clinic();
    QTRY_COMPARE(booking->clinics().size(), 2);
    QTRY_VERIFY(desk.byName(QStringLiteral("Clinic"), QAccessible::ComboBox));
    QVERIFY(booking->elsewhere().isEmpty());

    booking->chooseClinic(branch.value());
    QVERIFY(!booking->held()); // the slot of the own clinic is given back
    QTRY_VERIFY(booking->loaded());
    QCOMPARE(booking->columns()->count(), 1);
    QCOMPARE(cell(booking->columns(), 0, "doctor").toString(), doctor.value());
    QCOMPARE(booking->elsewhere(), QStringLiteral("At Nadi Baner, another branch"));
    QTRY_VERIFY(desk.byName(booking->elsewhere(), QAccessible::StaticText));

    booking->hold(doctor.value(), cell(timesOf(booking, 0), 0, "start").toDouble());
    QTRY_VERIFY(booking->held());
    desk.show(QStringLiteral("02-booking-branch"));
    QSignalSpy told(&desk.app(), &AppController::told);
    QTRY_VERIFY(desk.canPress(QStringLiteral("Confirm booking")));
    desk.press(QStringLiteral("Confirm booking"));
    QTRY_COMPARE(desk.app().page(), QStringLiteral("patient"));
    QCOMPARE(told.constFirst().constFirst().toString(), QStringLiteral("Booked at Nadi Baner."));
    QTRY_VERIFY(!desk.app().patient()->busy());
    QCOMPARE(desk.app().patient()->file().appointments.size(), 1);
    QCOMPARE(desk.app().patient()->file().appointments.constFirst().slot.facility, branch);
    // A prescription of this desk must not go to the visit over there.
    QVERIFY(!desk.app().patient()->currentVisit());

    QVERIFY(desk.app().book(QString()));
    QCOMPARE(booking->clinic(), own);
    QVERIFY(booking->elsewhere().isEmpty());
    QVERIFY(!booking->loaded()); // the branch's slots are gone at once
    QTRY_VERIFY(booking->loaded());
    QVERIFY(cell(booking->columns(), 0, "doctor").toString() != doctor.value());
}

QTEST_MAIN(TstBookingPage)
#include "tst_booking_page.moc"
