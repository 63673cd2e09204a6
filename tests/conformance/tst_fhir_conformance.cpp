#include "fhir/random_input.h"
#include "fhir/samples/samples.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace nadi;
using namespace nadi::test;

/// What we write, judged by a validator that shares no code with us (shared/tools/fhir-validate: two engines over the
/// published definitions). It is installed once into the build folder from the npm registry.
class TstFhirConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QDir shared(qEnvironmentVariable("NADI_SHARED_DIR", QStringLiteral(NADI_SOURCE_DIR "/../shared")));
        const QDir source(shared.filePath(QStringLiteral("tools/fhir-validate")));
        if (!source.exists())
            QSKIP("the shared folder is absent: conformance was NOT checked");
        m_node = QStandardPaths::findExecutable(QStringLiteral("node"));
        const auto npm = QStandardPaths::findExecutable(QStringLiteral("npm"));
        if (m_node.isEmpty() || npm.isEmpty())
            QSKIP("node or npm is absent: conformance was NOT checked");

        // The validator finds its definitions beside itself: ../../fixtures.
        const QDir home(QStringLiteral(NADI_BIN_DIR "/../fhir-validate"));
        m_tool = home.filePath(QStringLiteral("tools/fhir-validate"));
        QVERIFY(QDir().mkpath(m_tool));
        QFile::remove(home.filePath(QStringLiteral("fixtures")));
        QVERIFY(QFile::link(
            shared.absoluteFilePath(QStringLiteral("fixtures")), home.filePath(QStringLiteral("fixtures"))));
        const bool isSameRelease = read(source.filePath(QStringLiteral("package-lock.json")))
            == read(m_tool + QStringLiteral("/node_modules/.installed-from"));
        copy(source);
        if (isSameRelease)
            return;
        QProcess install;
        install.setWorkingDirectory(m_tool);
        install.start(npm,
            {QStringLiteral("ci"), QStringLiteral("--ignore-scripts"), QStringLiteral("--no-audit"),
                QStringLiteral("--no-fund")});
        if (!install.waitForFinished(240'000) || install.exitCode() != 0)
            QSKIP("npm could not install the validator (no network?): conformance was NOT checked");
        write(m_tool + QStringLiteral("/node_modules/.installed-from"),
            read(source.filePath(QStringLiteral("package-lock.json"))));
    }

    void everyBranchOfTheWriterHasNoErrorAndNoWarning()
    {
        QList<fhir::DocumentInput> inputs;
        for (const auto type : {HiType::Prescription, HiType::HealthDocumentRecord}) {
            inputs += {smallInput(type), fullInput(type)};
            auto tele = fullInput(type);
            tele.visit->mode = VisitMode::InPerson;
            tele.visit->endedAt = {};
            inputs += tele;
            for (const auto birth : {u"1984", u"1984-05"}) {
                auto partial = fullInput(type);
                partial.patient.birth = *BirthDate::parse(birth);
                inputs += partial;
            }
        }
        auto typed = fullInput();
        typed.attachments.clear();
        auto photographed = smallInput();
        photographed.attachments = {attachment(tinyJpeg(), QStringLiteral("image/jpeg"), QStringLiteral("Photo"))};
        inputs += {typed, photographed};
        judge(inputs);
    }

    void everySampleOfEveryKindHasNoErrorAndNoWarning()
    {
        Files files;
        for (const auto &sample : fhir::sampleDocuments()) {
            const auto json = fhir::writeDocument(sample.input);
            QVERIFY2(json, qPrintable(sample.name));
            files.insert(sample.name + QStringLiteral(".json"), *json);
        }
        judge(files);
    }

    void randomDocumentsHaveNoErrorAndNoWarning()
    {
        InputGenerator generator(1947);
        QList<fhir::DocumentInput> inputs;
        while (inputs.size() < 150)
            inputs += generator.next();
        judge(inputs);
    }

    void theValidatorDoesFindFaults()
    {
        auto json = *fhir::writeDocument(fullInput());
        json.replace("440545006", "371530004");
        const auto results = validated({{QStringLiteral("fault.json"), json}});
        QVERIFY(results.first().toObject()[u"errors"].toInt() > 0);
    }

private:
    using Files = QMap<QString, QByteArray>;

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    void copy(const QDir &source) const
    {
        QDirIterator files(source.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const auto name = source.relativeFilePath(files.next());
            if (!name.startsWith(QLatin1String("node_modules")))
                write(m_tool + u'/' + name, read(files.filePath()));
        }
    }

    QJsonArray validated(const Files &documents) const
    {
        QTemporaryDir folder;
        QStringList arguments{m_tool + QStringLiteral("/validate.mjs"), QStringLiteral("--json")};
        for (auto it = documents.begin(); it != documents.end(); ++it) {
            write(folder.filePath(it.key()), it.value());
            arguments += folder.filePath(it.key());
        }
        QProcess validator;
        validator.start(m_node, arguments);
        if (!validator.waitForFinished(600'000))
            return {};
        return QJsonDocument::fromJson(validator.readAllStandardOutput()).array();
    }

    void judge(const QList<fhir::DocumentInput> &inputs) const
    {
        Files files;
        for (const auto &input : inputs)
            if (const auto json = fhir::writeDocument(input))
                files.insert(QStringLiteral("%1.json").arg(files.size(), 4, 10, QLatin1Char('0')), *json);
        QVERIFY(files.size() * 3 > inputs.size());
        judge(files);
    }

    void judge(const Files &files) const
    {
        const auto results = validated(files);
        QCOMPARE(results.size(), files.size());
        for (const auto &result : results)
            for (const auto &issue : result.toObject()[u"issues"].toArray())
                QVERIFY2(issue[u"severity"].toString() == QLatin1String("information"),
                    QJsonDocument(issue.toObject()).toJson().constData());
    }

    QString m_node;
    QString m_tool;
};

QTEST_GUILESS_MAIN(TstFhirConformance)
#include "tst_fhir_conformance.moc"
