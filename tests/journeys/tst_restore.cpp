#include "crash/effects.h"
#include "journeys/clinic.h"
#include "storage/audit_trail.h"
#include "storage/backup.h"
#include "storage/meta.h"
#include "storage/restore_report.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;
using test::LocalNetwork;

namespace
{

constexpr int deliveryMs = 30'000;
constexpr int pacePercent = 1;

/// What a backup's encryption is worth is proven elsewhere; here only its age matters.
class CopyCipher final : public storage::BackupCipher
{
public:
    Done encryptFile(const QString &plainFile, const QString &sealedFile) const override
    {
        return QFile::copy(plainFile, sealedFile) ? Done() : fail(ErrorKind::Storage, u"FILE-WRITE"_s);
    }
    Done decryptFile(const QString &sealedFile, const QString &plainFile) const override
    {
        return encryptFile(sealedFile, plainFile);
    }
};

}

/// A clinic that lost its machine and came back from an older backup (S-B5): what it does not know any more happened
/// once, and stays so.
class TstRestore : public QObject
{
    Q_OBJECT

private:
    test::Clinic m_clinic;
    QList<Record> m_records;

    bool sign(const Patient &patient)
    {
        const auto done = m_clinic.signedRecord(patient, {test::Clinic::page(int(m_records.size()) + 1)});
        if (done)
            m_records << done->record;
        return done.has_value();
    }
    bool isOpened(qsizetype record)
    {
        return m_clinic.delivery(m_records[record].id).state == DeliveryState::Transferred;
    }
    storage::RestoreReport report()
    {
        return storage::restoreReport(m_clinic.db()).value_or(std::nullopt).value_or(storage::RestoreReport());
    }

private Q_SLOTS:
    void anOlderBackupRepeatsNothing()
    {
        QVERIFY(m_clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        const auto asha = m_clinic.patient(u"asha"_s).value();
        const auto rehana = m_clinic.patient(u"rehana"_s).value();
        QVERIFY(sign(asha));
        QTRY_VERIFY_WITH_TIMEOUT(isOpened(0), deliveryMs);
        QVERIFY(sign(asha) && sign(rehana)); // on their way when the backup is made
        const CopyCipher cipher;
        const auto backup = m_clinic.network().file(u"clinic.backup"_s);
        const SystemClock clock;
        QVERIFY(storage::writeBackup(m_clinic.db(), cipher, backup, clock.now()));
        QVERIFY(sign(rehana)); // the backup does not know of it
        for (qsizetype record = 1; record < m_records.size(); ++record)
            QTRY_VERIFY2_WITH_TIMEOUT(
                isOpened(record), qPrintable(m_clinic.story(m_clinic.delivery(m_records[record].id))), deliveryMs);
        const auto lost = m_records.takeLast();
        m_clinic.network().killBridge();

        const auto file = m_clinic.network().file(u"restored.db"_s);
        const auto restored
            = storage::restoreBackup(backup, cipher, file, m_clinic.db().sealer(), m_clinic.db().tenant(), clock.now());
        QVERIFY(restored);
        QVERIFY(m_clinic.moveTo(file));
        QVERIFY(!report().comparedAt.isSet());
        const int linkCalls = test::Effects(m_clinic.control(), m_clinic.facility).linkCalls();

        // At another port: what the gateway knows could be the old machine.
        QVERIFY(m_clinic.network().startBridge(LocalNetwork::Port::Another));
        QTRY_COMPARE_WITH_TIMEOUT(report().callbacks, storage::CallbacksGo::Elsewhere, deliveryMs);
        m_clinic.network().killBridge();
        QVERIFY(m_clinic.network().startBridge());
        QTRY_COMPARE_WITH_TIMEOUT(report().callbacks, storage::CallbacksGo::Here, deliveryMs);
        QVERIFY(report().notListed.isEmpty());
        QCOMPARE(test::Effects(m_clinic.control(), m_clinic.facility).linkCalls(), linkCalls);

        QVERIFY(storage::Meta(m_clinic.db()).set(storage::metaBridgePaused, u"0"_s));
        QVERIFY(sign(rehana));
        QVERIFY(m_records.last().careContext != lost.careContext);
        QTRY_VERIFY2_WITH_TIMEOUT(isOpened(m_records.size() - 1),
            qPrintable(m_clinic.story(m_clinic.delivery(m_records.last().id))), deliveryMs);
        // Their self-consents were answered before: the app does not ask again, so linked is what is known.
        for (const auto &record : std::as_const(m_records))
            QTRY_VERIFY2_WITH_TIMEOUT(m_clinic.delivery(record.id).linkedAt.isSet(),
                qPrintable(m_clinic.story(m_clinic.delivery(record.id))), deliveryMs);
        const test::Effects effects(m_clinic.control(), m_clinic.facility);
        // The link tokens were dropped and asked for again; nothing else happened twice.
        const auto twice = effects.notOnce().filter(QRegularExpression(u"^(?!token)"_s)).join(u'\n');
        QVERIFY2(twice.isEmpty(), qPrintable(twice));
        QCOMPARE(effects.careContexts(), m_records.size() + 1);
        QVERIFY(storage::AuditTrail(m_clinic.db()).verify().value().intact);
    }
};

QTEST_GUILESS_MAIN(TstRestore)
#include "tst_restore.moc"
