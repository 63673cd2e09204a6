#include "desk_window.h"
#include "storage/consent_register.h"
#include "storage/consent_repository.h"
#include "support/qml_warnings.h"
#include "ui/session/row_model.h"

using namespace nadi;
using namespace nadi::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The consent register in the window: reached by key from anywhere and from a patient's file, and only to read.
class TstConsents : public QObject
{
    Q_OBJECT

private:
    static constexpr int patience = 30'000;

    static QString cell(RowModel *model, int row, const char *role)
    {
        return model->data(model->index(row), model->roleNames().key(role)).toString();
    }

    /// One in force with a record that left, one taken back, one for somebody without a file.
    static void fill(test::DeskWindow &desk)
    {
        auto stored = desk.desktop().store().run([&desk](storage::Connection &db) -> Done {
            const auto facility = desktop::DemoClinic::describe().facility.id;
            const auto now = desk.clock.now();
            storage::ConsentRepository consents(db);
            ConsentArtefact artefact;
            artefact.status = ConsentStatus::Granted;
            artefact.hip = facility;
            artefact.patientAddress = u"asha.kulkarni@sbx"_s;
            artefact.careContexts = {CareContextRef(u"RX-2026-000117"_s)};
            artefact.hiTypes = {u"Prescription"_s, u"DiagnosticReport"_s};
            artefact.purposeCode = u"CAREMGT"_s;
            artefact.requesterName = u"Dr Meera Nair"_s;
            artefact.hiuName = u"Lotus Clinic"_s;
            artefact.from = now - 24h * 90;
            artefact.to = now;
            artefact.dataEraseAt = now + 24h * 30;
            artefact.createdAt = now - 2h;
            for (const auto &id : {u"c1"_s, u"c2"_s, u"c3"_s}) {
                artefact.id = ConsentId(id);
                artefact.hiuName = id == u"c2"_s ? u"City Hospital"_s : u"Lotus Clinic"_s;
                if (artefact.id.value() == u"c3")
                    artefact.patientAddress = u"somebody.else@sbx"_s;
                if (const auto saved = consents.save(artefact, "{}", now); !saved)
                    return saved;
            }
            if (const auto ended = consents.end(ConsentId(u"c2"_s), ConsentStatus::Revoked, now - 5min); !ended)
                return ended;
            return storage::ConsentRegister(db).left(ConsentId(u"c1"_s),
                {CareContextRef(u"RX-2026-000117"_s), RecordId(u"r1"_s), TransactionId(u"t1"_s), now - 1h});
        });
        stored.waitForFinished();
        QVERIFY2(stored.result().has_value(), stored.result() ? "" : qPrintable(stored.result().error().detail));
    }

    static int rowOf(ConsentsController *consents, const QString &id)
    {
        for (int row = 0; row < consents->rows()->count(); ++row)
            if (cell(consents->rows(), row, "consent") == id)
                return row;
        return -1;
    }

private Q_SLOTS:
    void init() { test::failOnQmlWarnings(); }

    void theRegisterSaysWhoAskedWhyAndWhatLeft()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        fill(desk);
        desk.app().openConsents();
        auto *consents = desk.app().consents();
        QTRY_VERIFY_WITH_TIMEOUT(consents->loaded(), patience);
        QCOMPARE(consents->rows()->count(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(desk.byName(u"Consents"_s, QAccessible::Heading), patience);

        const int inForce = rowOf(consents, u"c1"_s);
        QVERIFY(cell(consents->rows(), inForce, "title").contains(u"Lotus Clinic, Dr Meera Nair"_s));
        QVERIFY(cell(consents->rows(), inForce, "detail").startsWith(u"For treatment"_s));
        QCOMPARE(cell(consents->rows(), inForce, "chip"), u"In force"_s);
        QCOMPARE(cell(consents->rows(), rowOf(consents, u"c2"_s), "chip"), u"Taken back"_s);

        consents->choose(u"c1"_s);
        QCOMPARE(consents->left()->count(), 1);
        QVERIFY(cell(consents->left(), 0, "label").contains(u"RX-2026-000117"_s));
        QCOMPARE(cell(consents->facts(), 1, "value"), u"Prescription, Test report"_s);
        desk.show(u"20-consents"_s);

        consents->choose(u"c2"_s); // what it held is gone, who asked is kept
        QCOMPARE(consents->chosenTitle(), u"City Hospital, Dr Meera Nair"_s);
        QCOMPARE(consents->left()->count(), 0);

        consents->setQuery(u"city"_s);
        QCOMPARE(consents->rows()->count(), 1);
        consents->setQuery(u"nobody like that"_s);
        QCOMPARE(consents->rows()->count(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(desk.byName(u"No consent fits."_s, QAccessible::StaticText), patience);
    }

    void anEmptyRegisterSaysSo()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        desk.app().openConsents();
        QTRY_VERIFY_WITH_TIMEOUT(desk.byName(u"No consent yet."_s, QAccessible::StaticText), patience);
        desk.show(u"20-consents-empty"_s);
        desk.app().back();
        QTRY_COMPARE_WITH_TIMEOUT(desk.app().page(), u"home"_s, patience);
    }
};

QTEST_MAIN(TstConsents)
#include "tst_consents.moc"
