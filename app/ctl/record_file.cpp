#include "record_file.h"

#include "json_members.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QUuid>

namespace nadi::ctl
{
namespace
{
constexpr qint64 largestRecord = 64 * 1024 * 1024; // attachments may be inside as base64
constexpr qsizetype mostItems = 100;

Done readPatient(const QJsonValue &value, fhir::DocumentInput &input)
{
    JsonMembers members(value, QStringLiteral("patient"));
    auto &patient = input.patient;
    patient.name = members.needed("name");
    patient.gender = genderFromWire(members.text("gender"));
    patient.mobile = members.text("mobile");
    patient.localNumber = members.text("localNumber");
    input.patientNumberSystem = members.text("numberSystem");
    if (members.has("birth")) {
        const auto birth = BirthDate::parse(members.text("birth"));
        if (!birth)
            members.refuse(members.placeOf("birth"), QStringLiteral("must be YYYY, YYYY-MM or YYYY-MM-DD"));
        patient.birth = birth.value_or(BirthDate());
    }
    if (members.has("abhaNumber")) {
        const auto number = AbhaNumber::parse(members.text("abhaNumber"));
        if (!number)
            members.refuse(members.placeOf("abhaNumber"), QStringLiteral("is not an ABHA number"));
        else
            patient.abhaNumber = *number;
    }
    if (members.has("abhaAddress")) {
        const auto address = AbhaAddress::parse(members.text("abhaAddress"));
        if (!address)
            members.refuse(members.placeOf("abhaAddress"), QStringLiteral("is not an ABHA address"));
        else
            patient.abhaAddress = *address;
    }
    return members.done();
}

Done readDoctor(const QJsonValue &value, Doctor &doctor)
{
    JsonMembers members(value, QStringLiteral("doctor"));
    doctor.name = members.needed("name");
    doctor.registrationNumber = members.text("registrationNumber");
    doctor.hprId = members.text("hprId");
    doctor.qualification = members.text("qualification");
    doctor.speciality = members.text("speciality");
    doctor.council = members.text("council");
    doctor.phone = members.text("phone");
    doctor.email = members.text("email");
    return members.done();
}

Done readFacility(const QJsonValue &value, Facility &facility)
{
    JsonMembers members(value, QStringLiteral("facility"));
    facility.name = members.needed("name");
    facility.registryId = members.text("registryId");
    facility.id = FacilityId(facility.registryId);
    facility.city = members.text("city");
    for (const auto &line : members.list("address", mostItems))
        facility.address << line.toString();
    facility.pinCode = members.text("pinCode");
    facility.phone = members.text("phone");
    facility.email = members.text("email");
    if (members.has("timeZone"))
        facility.timeZone = members.text("timeZone");
    return members.done();
}

Done readVisit(const QJsonValue &value, fhir::Visit &visit)
{
    JsonMembers members(value, QStringLiteral("visit"));
    const auto mode = members.needed("mode");
    visit.mode = visitModeFromWord(mode);
    if (toWord(visit.mode) != mode)
        members.refuse(members.placeOf("mode"), QStringLiteral("is not a kind of visit"));
    visit.startedAt = members.time("startedAt");
    visit.endedAt = members.time("endedAt");
    return members.done();
}

Done readContent(const QJsonValue &value, RecordContent &content)
{
    auto read = recordContentFromJson(value.toObject());
    if (!read)
        return fail(read.error().kind, QStringLiteral("CTL-FIELD"),
            QStringLiteral("content %1 does not hold").arg(read.error().detail));
    content = std::move(*read);
    return checkSize(content);
}

// Pulled while the document is written: the file is never whole in memory.
fhir::ByteSource bytesOfFile(std::shared_ptr<QFile> file)
{
    return [file](qsizetype atMost) -> Result<QByteArray> {
        auto bytes = file->read(atMost);
        if (bytes.isEmpty() && !file->atEnd())
            return fail(ErrorKind::Storage, QStringLiteral("CTL-FILE"), file->errorString());
        return bytes;
    };
}

Result<fhir::Attachment> readAttachment(const QJsonValue &value, const QString &place, const QDir &folder)
{
    JsonMembers members(value, place);
    fhir::Attachment attachment;
    attachment.mime = members.needed("mime");
    attachment.title = members.text("title");
    const bool inside = members.has("base64");
    const auto path = members.text("path"), base64 = members.text("base64");
    if (inside == members.has("path"))
        members.refuse(place, QStringLiteral("has either path or base64"));
    if (inside) {
        const auto bytes = QByteArray::fromBase64Encoding(base64.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!bytes)
            members.refuse(members.placeOf("base64"), QStringLiteral("is not base64"));
        attachment.size = bytes.decoded.size();
        attachment.bytes = fhir::bytesOf(bytes.decoded);
    } else {
        const auto file = std::make_shared<QFile>(folder.absoluteFilePath(path));
        if (!file->open(QIODevice::ReadOnly))
            members.refuse(members.placeOf("path"), QStringLiteral("cannot be read"));
        attachment.size = file->size();
        attachment.bytes = bytesOfFile(file);
    }
    if (const auto done = members.done(); !done)
        return failed(done);
    return attachment;
}

template <class Item, class Read>
Done readList(const QJsonValue &value, const QString &place, QList<Item> &out, Read read)
{
    if (value.isUndefined())
        return {};
    const auto items = value.toArray();
    if (!value.isArray() || items.size() > mostItems)
        return fail(ErrorKind::Invalid, QStringLiteral("CTL-FIELD"),
            QStringLiteral("%1 must be a list of at most %2").arg(place).arg(mostItems));
    for (qsizetype i = 0; i < items.size(); ++i) {
        auto item = read(items[i], QStringLiteral("%1[%2]").arg(place).arg(i));
        if (!item)
            return failed(item);
        out.append(std::move(*item));
    }
    return {};
}

// uuid version 5: the resource's number in the name space of its document.
std::function<QString()> idsOf(const QString &documentId)
{
    return [space = QUuid(documentId), count = 0]() mutable {
        return QUuid::createUuidV5(space, QString::number(++count)).toString(QUuid::WithoutBraces);
    };
}
}

Result<fhir::DocumentInput> readRecordFile(const QString &path)
{
    const auto json = readJsonFile(path, largestRecord);
    if (!json)
        return failed(json);
    JsonMembers members(*json, {});
    fhir::DocumentInput input;
    const auto type = hiTypeFromWire(members.needed("hiType"));
    if (!type)
        members.refuse(QStringLiteral("hiType"), QStringLiteral("is not a HI type"));
    input.type = type.value_or(HiType::Prescription);
    input.documentId = members.needed("documentId").toLower();
    if (QUuid(input.documentId).isNull())
        members.refuse(QStringLiteral("documentId"), QStringLiteral("must be a uuid"));
    if (members.has("identifierSystem"))
        input.identifierSystem = members.text("identifierSystem");
    input.title = members.text("title");
    members.needed("composedAt");
    input.composedAt = members.time("composedAt");
    input.attestedAt = members.time("attestedAt");
    input.nextId = idsOf(input.documentId);

    const QDir folder = QFileInfo(path).absoluteDir();
    auto done = readPatient(members.value("patient"), input);
    const auto then = [&](auto step) {
        if (done)
            done = step();
    };
    then([&] { return readDoctor(members.value("doctor"), input.doctor); });
    then([&] { return readFacility(members.value("facility"), input.facility); });
    then([&] { return members.has("visit") ? readVisit(members.value("visit"), input.visit.emplace()) : Done(); });
    then([&] { return members.has("content") ? readContent(members.value("content"), input.content) : Done(); });
    then([&] {
        return readList(members.value("attachments"), QStringLiteral("attachments"), input.attachments,
            [&](const QJsonValue &value, const QString &place) { return readAttachment(value, place, folder); });
    });
    then([&] { return members.done(); });
    if (!done)
        return failed(done);
    return input;
}

}
