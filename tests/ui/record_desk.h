#pragma once

#include "booking_desk.h"
#include "clinic/prescription.h"
#include "clinic/typed_record.h"
#include "journeys/pilot.h"

namespace nadi::test
{

/// Patience for whatever a loaded machine does slowly.
constexpr int recordPatience = 30'000;

/// Opens the patient's file as a person who searched would; the patient's id, empty when that failed.
inline QString openFile(DeskWindow &desk, const QString &name)
{
    auto *search = desk.app().search();
    search->search(name);
    if (!QTest::qWaitFor([&] { return search->answered(); }, recordPatience))
        return {};
    const auto id = cell(search->hits(), 0, "patient").toString();
    desk.app().openPatient(id);
    return QTest::qWaitFor([&] { return desk.app().patient()->loaded(); }, recordPatience) ? id : QString();
}

/// What a doctor does in the database of that window.
template <class Act>
auto inClinic(DeskWindow &desk, Act act)
{
    auto done = desk.desktop().store().run([act, &desk](storage::Connection &db) mutable {
        SystemRandom random;
        RandomIdSource ids(random);
        clinic::Work work{db, desk.clock, ids, {UserId(QStringLiteral("doctor-1")), Role::Doctor}};
        return act(work);
    });
    done.waitForFinished();
    return done.result();
}

inline DoctorId firstDoctor(clinic::Work &work)
{
    const auto facility = desktop::DemoClinic::describe().facility.id;
    const auto doctors = storage::FacilityRepository(work.db).doctorsAt(facility);
    return doctors->constFirst().id;
}

/// A record of this patient that was signed that day.
inline Result<Record> signTyped(
    DeskWindow &desk, const PatientId &patient, const RecordContent &content, const QDate &on)
{
    return inClinic(desk, [patient, content, on](clinic::Work &work) -> Result<Record> {
        clinic::DraftRequest request;
        request.patient = patient;
        request.facility = desktop::DemoClinic::describe().facility.id;
        request.doctor = firstDoctor(work);
        request.issuedOn = on;
        request.content = content;
        const auto draft = clinic::beginDraft(work, request);
        if (!draft)
            return failed(draft);
        const auto done = clinic::signRecord(work, draft->id, draft->version);
        return done ? Result<Record>(done->record) : Result<Record>(failed(done));
    });
}

/// The keyboard is with what has this accessible name.
inline bool hasKeyboard(DeskWindow &desk, const QString &name)
{
    return QTest::qWaitFor(
        [&] {
            auto *item = desk.window().activeFocusItem();
            auto *iface = item ? QAccessible::queryAccessibleInterface(item) : nullptr;
            return iface && iface->text(QAccessible::Name) == name;
        },
        recordPatience);
}

/// Along the focus chain to what has this name; false when it is not on it.
inline bool tabTo(DeskWindow &desk, const QString &name)
{
    Pilot pilot(desk.window());
    constexpr int wholeChain = 120;
    for (int step = 0; step < wholeChain; ++step) {
        auto *item = desk.window().activeFocusItem();
        auto *iface = item ? QAccessible::queryAccessibleInterface(item) : nullptr;
        if (iface && iface->text(QAccessible::Name) == name)
            return true;
        pilot.press(Qt::Key_Tab);
    }
    return false;
}

inline bool isActive(DeskWindow &desk)
{
    desk.window().requestActivate();
    return QTest::qWaitForWindowActive(&desk.window(), recordPatience);
}

}
