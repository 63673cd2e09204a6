#include "clinic/attach_abha.h"
#include "clinic/merge.h"
#include "clinic/unclear_person.h"
#include "discovery_clinic.h"

#include <QTest>

using namespace nadi;
using namespace nadi::test;
using namespace Qt::StringLiterals;

namespace
{

const QString address = u"asha.verma1990@sbx"_s;
const QString otherAddress = u"asha90@sbx"_s;

/// A person's app asks once, under an address and with a mobile that the network vouches for.
struct Asker
{
    DiscoveryClinic &clinic;
    int asked = 0;

    /// The care contexts of the answer; none when it was "not found".
    QStringList contexts(const QString &who, const QString &mobile, const QString &name = u"Asha Verma"_s)
    {
        const auto id = u"ask-%1"_s.arg(++asked);
        clinic.discover(DiscoveryClinic::asks(mobile, name, who, id), id);
        QStringList out;
        const auto body = clinic.body(abdm::operation::onDiscover);
        for (const auto &group : body[u"patient"].toArray())
            for (const auto &context : group[u"careContexts"].toArray())
                out << context[u"referenceNumber"].toString();
        out.sort();
        return out;
    }
};

const QString nobodysMobile = u"9999900000"_s;

}

/// What the look-ups of a discovery find after a file changed: nobody by what is no longer true.
class TestDiscoveryIndex : public QObject
{
    Q_OBJECT

    static clinic::Work workIn(DiscoveryClinic &clinic)
    {
        return {*clinic.db, clinic.clock, clinic.ids, {UserId(u"clerk-1"_s), Role::Clerk}};
    }
    static Patient fileOf(DiscoveryClinic &clinic, const PatientId &id)
    {
        return storage::PatientRepository(*clinic.db).asFiled(id, clinic.facility).value();
    }
    static PatientId proved(DiscoveryClinic &clinic, const QString &mobile, const QString &abha)
    {
        return clinic.person(u"Asha Verma"_s, mobile, 1990, Gender::Female, abha, clinic.clock.now());
    }
    static QStringList sorted(QStringList list)
    {
        list.sort();
        return list;
    }

private Q_SLOTS:
    void aMergedFileIsFoundAsTheOneItBecame()
    {
        DiscoveryClinic clinic;
        const auto kept = proved(clinic, u"9000000001"_s, address);
        const auto retired = proved(clinic, u"9000000002"_s, otherAddress);
        const auto one = clinic.recordOf(kept).careContext.value();
        const auto two = clinic.recordOf(retired).careContext.value();
        Asker ask{clinic};
        QCOMPARE(ask.contexts(otherAddress, nobodysMobile), QStringList{two});
        auto work = workIn(clinic);
        const auto merge = clinic::mergePatients(work,
            {{kept, retired, clinic.facility}, fileOf(clinic, kept).version, fileOf(clinic, retired).version, {}});
        QVERIFY(merge);
        // Either address leads to the one file; the mobile of the retired one leads nowhere.
        QCOMPARE(ask.contexts(address, nobodysMobile), sorted({one, two}));
        QCOMPARE(ask.contexts(otherAddress, nobodysMobile), sorted({one, two}));
        QCOMPARE(ask.contexts(u"stranger@sbx"_s, u"9000000001"_s), sorted({one, two}));
        QCOMPARE(ask.contexts(u"stranger@sbx"_s, u"9000000002"_s), QStringList());
        // Undone, each is itself again.
        QVERIFY(clinic::undoMerge(work, merge->id, clinic.facility));
        QCOMPARE(ask.contexts(address, nobodysMobile), QStringList{one});
        QCOMPARE(ask.contexts(otherAddress, nobodysMobile), QStringList{two});
        QCOMPARE(ask.contexts(u"stranger@sbx"_s, u"9000000002"_s), QStringList{two});
    }

    void aWrongAbhaThatWasDetachedFindsNobody() // B39
    {
        DiscoveryClinic clinic;
        const auto asha = proved(clinic, u"9000000001"_s, address);
        const auto record = clinic.recordOf(asha).careContext.value();
        Asker ask{clinic};
        QCOMPARE(ask.contexts(address, nobodysMobile), QStringList{record});
        auto work = workIn(clinic);
        QVERIFY(clinic::detachAbha(work, asha, fileOf(clinic, asha).version, clinic.facility, u"another's"_s));
        QCOMPARE(ask.contexts(address, nobodysMobile), QStringList());
        QCOMPARE(ask.contexts(u"stranger@sbx"_s, u"9000000001"_s), QStringList{record}); // the file is still hers
    }

    void anAbhaThatItsOwnerRemovedFindsNobodyAndIsForgotten() // B40
    {
        DiscoveryClinic clinic;
        const auto asha = proved(clinic, u"9000000001"_s, address);
        const auto record = clinic.recordOf(asha).careContext.value();
        clinic.recordOf(clinic.person(u"Meera Rao"_s, u"9000000005"_s));
        clinic.recordOf(clinic.person(u"Meera Rao"_s, u"9000000005"_s));
        Asker ask{clinic};
        QCOMPARE(ask.contexts(address, nobodysMobile), QStringList{record});
        QCOMPARE(ask.contexts(u"meera@sbx"_s, u"9000000005"_s, u"Meera Rao"_s), QStringList());
        storage::DiscoveryRepository discoveries(*clinic.db);
        QCOMPARE(discoveries.asksSince(clinic.facility, address, {}).value(), 1);
        QCOMPARE(discoveries.undecided(clinic.facility).value().size(), 1);

        auto work = workIn(clinic);
        QVERIFY(clinic::abhaRemovedByOwner(work, asha, clinic.facility));
        QCOMPARE(discoveries.asksSince(clinic.facility, address, {}).value(), 0);
        QCOMPARE(discoveries.undecided(clinic.facility).value().size(), 1); // somebody else's question stays
        QCOMPARE(ask.contexts(address, nobodysMobile), QStringList());
        QCOMPARE(ask.contexts(u"stranger@sbx"_s, u"9000000001"_s), QStringList{record});
    }

    void aQuestionThatWaitsForTheDeskGoesWithItsAbha() // B40
    {
        DiscoveryClinic clinic;
        const auto asha = proved(clinic, u"9000000001"_s, u"asha.old@sbx"_s);
        clinic.recordOf(clinic.person(u"Asha Verma"_s, u"9000000005"_s));
        clinic.recordOf(clinic.person(u"Asha Verma"_s, u"9000000005"_s));
        Asker ask{clinic};
        QCOMPARE(ask.contexts(u"asha.old@sbx"_s, u"9000000005"_s), QStringList()); // nothing of her own is there
        ask.contexts(u"asha.second@sbx"_s, u"9000000005"_s);
        storage::DiscoveryRepository discoveries(*clinic.db);
        QCOMPARE(discoveries.undecided(clinic.facility).value().size(), 1);
        QCOMPARE(discoveries.undecided(clinic.facility)->first().abhaAddress, u"asha.second@sbx"_s);
        auto work = workIn(clinic);
        QVERIFY(discoveries.forgetAbha({u"asha.second@sbx"_s}));
        QVERIFY(discoveries.undecided(clinic.facility)->isEmpty());
        QVERIFY(clinic::abhaRemovedByOwner(work, asha, clinic.facility));
        QCOMPARE(discoveries.asksSince(clinic.facility, u"asha.old@sbx"_s, {}).value(), 0);
    }

    void anotherMobileIsFoundAtOnceAndTheOldOneNotAnyMore()
    {
        DiscoveryClinic clinic;
        const auto asha = clinic.person(u"Asha Verma"_s, u"9000000001"_s);
        const auto record = clinic.recordOf(asha).careContext.value();
        Asker ask{clinic};
        QCOMPARE(ask.contexts(u"stranger@sbx"_s, u"9000000001"_s), QStringList{record});
        auto file = fileOf(clinic, asha);
        file.mobile = u"9000000007"_s;
        QVERIFY(storage::PatientRepository(*clinic.db)
                .update(file, {UserId(u"clerk-1"_s), Role::Clerk}, clinic.clock.now()));
        QCOMPARE(ask.contexts(u"stranger@sbx"_s, u"9000000001"_s), QStringList());
        QCOMPARE(ask.contexts(u"stranger@sbx"_s, u"9000000007"_s), QStringList{record});
    }

    /// Two files fitted; then they became one, and then two again: the desk's line goes and comes back with them.
    void theDesksLineFollowsTheFiles()
    {
        DiscoveryClinic clinic;
        const auto one = clinic.person(u"Asha Verma"_s, u"9000000001"_s);
        const auto two = clinic.person(u"Aasha Verma"_s, u"9000000001"_s);
        clinic.recordOf(one);
        clinic.recordOf(two);
        Asker ask{clinic};
        QCOMPARE(ask.contexts(u"stranger@sbx"_s, u"9000000001"_s), QStringList());
        auto work = workIn(clinic);
        QCOMPARE(clinic::unclearPeople(work, clinic.facility)->size(), 1);
        const auto merge = clinic::mergePatients(
            work, {{one, two, clinic.facility}, fileOf(clinic, one).version, fileOf(clinic, two).version, {}});
        QVERIFY(merge);
        QVERIFY(clinic::unclearPeople(work, clinic.facility)->isEmpty());
        QCOMPARE(ask.contexts(u"stranger@sbx"_s, u"9000000001"_s).size(), 2);
        QVERIFY(clinic::undoMerge(work, merge->id, clinic.facility));
        QCOMPARE(clinic::unclearPeople(work, clinic.facility)->size(), 1);
        QCOMPARE(ask.contexts(u"stranger@sbx"_s, u"9000000001"_s), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestDiscoveryIndex)
#include "tst_discovery_index.moc"
