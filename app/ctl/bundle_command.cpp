#include "command.h"
#include "crypto/digest.h"
#include "fhir/checker.h"
#include "fhir/reader.h"
#include "fhir/samples/samples.h"
#include "record_file.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

#include <cstdio>

namespace nadi::ctl
{
namespace
{
Result<QByteArray> readBundle(const QString &path)
{
    QFile file(path);
    const bool opened = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return fail(ErrorKind::NotFound, QStringLiteral("CTL-FILE"), QStringLiteral("the bundle cannot be read"));
    const auto limit = fhir::ReadLimits().bytes;
    auto bytes = file.read(limit + 1);
    if (bytes.size() > limit)
        return fail(ErrorKind::Limit, QStringLiteral("FHIR-LIMIT"), QStringLiteral("larger than %1 bytes").arg(limit));
    return bytes;
}

// The file appears whole or not at all. Gives its size.
Result<qint64> writeTo(const QString &target, const fhir::DocumentInput &input)
{
    QSaveFile file(target);
    const auto failedFile = [&] { return fail(ErrorKind::Storage, QStringLiteral("CTL-FILE"), file.errorString()); };
    if (!file.open(QIODevice::WriteOnly))
        return failedFile();
    const auto written = fhir::writeDocument(input, [&](QByteArrayView piece) -> Done {
        if (file.write(piece.data(), piece.size()) != piece.size())
            return failedFile();
        return {};
    });
    if (!written)
        return failed(written);
    const auto bytes = file.size();
    if (!file.commit())
        return failedFile();
    return bytes;
}

Exit build(const QString &record, const QString &target)
{
    const auto input = readRecordFile(record);
    if (!input)
        return report(input.error());
    const auto bytes = writeTo(target, *input);
    if (!bytes)
        return report(bytes.error());
    print({{QStringLiteral("written"), target}, {QStringLiteral("bytes"), *bytes}});
    return Exit::Ok;
}

Exit writeSamples(const QString &folder)
{
    const QDir target(folder);
    if (!target.mkpath(QStringLiteral(".")))
        return report({ErrorKind::Storage, QStringLiteral("CTL-FILE"), QStringLiteral("the folder cannot be made")});
    QJsonArray list;
    for (const auto &sample : fhir::sampleDocuments()) {
        const auto name = sample.name + QStringLiteral(".json");
        const auto bytes = writeTo(target.filePath(name), sample.input);
        if (!bytes)
            return report(bytes.error());
        list.append(QJsonObject{{QStringLiteral("file"), name}, {QStringLiteral("hiType"), toWire(sample.input.type)},
            {QStringLiteral("bytes"), *bytes}});
    }
    print({{QStringLiteral("folder"), folder}, {QStringLiteral("samples"), list}});
    return Exit::Ok;
}

Exit buildToOutput(const QString &record)
{
    const auto input = readRecordFile(record);
    if (!input)
        return report(input.error());
    const auto bundle = fhir::writeDocument(*input); // whole first: half a bundle must never reach a pipe
    if (!bundle)
        return report(bundle.error());
    std::fwrite(bundle->constData(), 1, size_t(bundle->size()), stdout);
    return std::fputc('\n', stdout) == '\n' && std::fflush(stdout) == 0 ? Exit::Ok : Exit::Storage;
}

Exit check(const QString &path)
{
    const auto bundle = readBundle(path);
    if (!bundle)
        return report(bundle.error());
    const auto findings = fhir::checkDocument(*bundle);
    if (!findings)
        return report(findings.error());
    QJsonArray list;
    int errors = 0;
    for (const auto &finding : *findings) {
        const bool isError = finding.severity == fhir::Severity::Error;
        errors += isError ? 1 : 0;
        list.append(
            QJsonObject{{QStringLiteral("severity"), isError ? QStringLiteral("error") : QStringLiteral("warning")},
                {QStringLiteral("place"), finding.place}, {QStringLiteral("rule"), finding.rule},
                {QStringLiteral("message"), finding.message}});
    }
    print({{QStringLiteral("findings"), list}, {QStringLiteral("errors"), errors},
        {QStringLiteral("warnings"), int(findings->size()) - errors}});
    return errors == 0 ? Exit::Ok : Exit::Refused;
}

QJsonObject asJson(const fhir::DocumentView &view)
{
    QJsonArray sections, files;
    for (const auto &section : view.sections)
        sections.append(QJsonObject{{QStringLiteral("title"), section.title},
            {QStringLiteral("lines"), QJsonArray::fromStringList(section.lines)}});
    for (const auto &file : view.files)
        files.append(QJsonObject{{QStringLiteral("mime"), file.mime}, {QStringLiteral("bytes"), file.bytes.size()},
            {QStringLiteral("sha256"), QString::fromLatin1(crypto::sha256(file.bytes).toHex())}});
    return {{QStringLiteral("hiType"), view.hiType}, {QStringLiteral("title"), view.title},
        {QStringLiteral("date"), view.date.isSet() ? view.date.toIso() : QString()},
        {QStringLiteral("patient"), view.patientName}, {QStringLiteral("author"), view.authorName},
        {QStringLiteral("organization"), view.organizationName}, {QStringLiteral("sections"), sections},
        {QStringLiteral("files"), files},
        {QStringLiteral("notUnderstood"), QJsonArray::fromStringList(view.notUnderstood)}};
}

Exit show(const QString &path)
{
    const auto bundle = readBundle(path);
    if (!bundle)
        return report(bundle.error());
    const auto view = fhir::readDocument(*bundle);
    if (!view)
        return report(view.error());
    print(asJson(*view));
    return Exit::Ok;
}
}

Exit runBundle(const QStringList &arguments)
{
    const auto action = arguments.value(0);
    if (action == u"build" && arguments.size() == 2)
        return buildToOutput(arguments[1]);
    if (action == u"build" && arguments.size() == 4 && arguments[2] == u"-o")
        return build(arguments[1], arguments[3]);
    if (action == u"check" && arguments.size() == 2)
        return check(arguments[1]);
    if (action == u"show" && arguments.size() == 2)
        return show(arguments[1]);
    if (action == u"samples" && arguments.size() == 2)
        return writeSamples(arguments[1]);
    return usage(QStringLiteral("nadictl bundle build RECORD.json [-o FILE] | check FILE | show FILE | samples DIR"
                                " (- is standard input)"));
}

}
