#include "print/sheet.h"

#include "print/sheet_sections.h"

#include <QLocale>
#include <QTimeZone>

namespace nadi::print
{
namespace
{

QString joined(QStringList parts, const QString &between)
{
    parts.removeIf([](const QString &part) { return part.trimmed().isEmpty(); });
    return parts.join(between);
}

const QString dot = QStringLiteral("  ·  ");

QString moment(const Facility &facility, UtcTime at)
{
    const QTimeZone zone(facility.timeZone.toLatin1());
    const auto local = at.toDateTime().toTimeZone(zone.isValid() ? zone : QTimeZone::utc());
    return QLocale::c().toString(local, QStringLiteral("d MMMM yyyy, HH:mm"));
}

QStringList clinicLines(const Facility &facility)
{
    QStringList lines{joined(facility.address, QStringLiteral(", ")),
        joined({facility.city, facility.pinCode}, QStringLiteral(" ")), facility.phone, facility.email,
        facility.registryId.isEmpty() ? QString() : QStringLiteral("HFR ") + facility.registryId};
    lines.removeAll(QString());
    return lines;
}

QStringList doctorLines(const Doctor &doctor)
{
    const auto &number = doctor.registrationNumber;
    QStringList lines{joined({doctor.qualification, doctor.speciality}, dot), doctor.council,
        number.isEmpty() ? QString() : QStringLiteral("Reg. no. ") + number, doctor.phone, doctor.email};
    lines.removeAll(QString());
    return lines;
}

QString ageAndSex(const Patient &patient, QDate on)
{
    const auto age = patient.birth.ageOn(on);
    const auto sex = patient.gender == Gender::Female ? QStringLiteral("female")
        : patient.gender == Gender::Male              ? QStringLiteral("male")
        : patient.gender == Gender::Other             ? QStringLiteral("other")
                                                      : QString();
    return joined({age ? QStringLiteral("%1 years").arg(*age) : QString(), sex}, QStringLiteral(", "));
}

QList<SheetFact> patientFacts(const clinic::SheetFacts &facts)
{
    const auto &patient = facts.patient;
    QList<SheetFact> block{{QStringLiteral("Patient"), patient.name},
        {QStringLiteral("Age and sex"), ageAndSex(patient, facts.issuedOn)}, {QStringLiteral("Address"), patient.place},
        {QStringLiteral("Clinic no."), patient.localNumber}};
    for (const auto &[label, value] : bodyFacts(facts.content))
        block << SheetFact{label, value};
    block.removeIf([](const SheetFact &fact) { return fact.value.isEmpty(); });
    return block;
}

QString wayOf(TeleMode mode)
{
    return mode == TeleMode::Video ? QStringLiteral("video")
        : mode == TeleMode::Audio  ? QStringLiteral("audio")
                                   : QStringLiteral("text");
}

QString encounterLine(const clinic::SheetFacts &facts, const Record &record)
{
    const auto when = record.signedAt.isSet() ? moment(facts.facility, record.signedAt)
                                              : QLocale::c().toString(facts.issuedOn, QStringLiteral("d MMMM yyyy"));
    if (facts.visit == VisitMode::InPerson)
        return QStringLiteral("Consultation in person, ") + when;
    const auto way = facts.mode ? QStringLiteral(" by ") + wayOf(*facts.mode) : QString();
    return QStringLiteral("Issued on tele-consultation%1, %2").arg(way, when);
}

/// Says what it is and does not pretend to be more (telemedicine-rules.md section 4, "Signature").
QStringList signatureLines(const clinic::SheetFacts &facts, const Record &record)
{
    const auto by = facts.doctor.name
        + (facts.doctor.registrationNumber.isEmpty() ? QString()
                                                     : QStringLiteral(", Reg. no. ") + facts.doctor.registrationNumber);
    if (record.state != RecordState::Signed)
        return {by, QStringLiteral("Not signed yet.")};
    const auto who = record.signedBy.isEmpty() ? QString() : QStringLiteral(" by user %1").arg(record.signedBy.value());
    return {by,
        QStringLiteral("Electronic confirmation in the clinic's program%1, %2.")
            .arg(who, moment(facts.facility, record.signedAt)),
        QStringLiteral("No Aadhaar eSign and no certificate was used. Signature and stamp by hand:")};
}

QString versionLine(const clinic::SheetFacts &facts, const Record &record, const Edition &edition)
{
    auto line = QStringLiteral("Version %1").arg(edition.number);
    if (edition.corrects)
        line += QStringLiteral(", corrects version %1 of %2")
                    .arg(edition.number - 1)
                    .arg(moment(facts.facility, edition.corrects->signedAt));
    if (!record.amendReason.isEmpty())
        line += QStringLiteral(": ") + record.amendReason;
    return edition.isNewest ? line : line + QStringLiteral(". There is a newer version.");
}

QString markOf(const clinic::SheetFacts &facts, const Record &record, const Copy &copy)
{
    if (record.state != RecordState::Signed)
        return QStringLiteral("Preview, not signed");
    if (copy.printedBefore == 0)
        return {};
    const auto mark = QStringLiteral("Reprint %1").arg(copy.printedBefore);
    return copy.at.isSet() ? mark + QStringLiteral(", ") + moment(facts.facility, copy.at) : mark;
}

QString titleOf(const RecordContent &content)
{
    if (std::holds_alternative<ConsultationContent>(content))
        return QStringLiteral("Consultation and prescription");
    if (std::holds_alternative<DischargeContent>(content))
        return QStringLiteral("Discharge summary");
    return QStringLiteral("Prescription");
}

}

Sheet sheetOf(const clinic::SheetFacts &facts, const Record &record, const Edition &edition, const Copy &copy)
{
    Sheet sheet;
    sheet.title = titleOf(facts.content);
    sheet.clinicName = facts.facility.name;
    sheet.clinicLines = clinicLines(facts.facility);
    sheet.doctorName = facts.doctor.name;
    sheet.doctorLines = doctorLines(facts.doctor);
    sheet.patient = patientFacts(facts);
    sheet.patientInShort
        = joined({facts.patient.name, ageAndSex(facts.patient, facts.issuedOn), facts.patient.localNumber}, dot);
    sheet.encounter = encounterLine(facts, record);
    sheet.sections = sectionsOf(facts.content);
    sheet.signature = signatureLines(facts, record);
    sheet.version = versionLine(facts, record, edition);
    sheet.mark = markOf(facts, record, copy);
    if (record.state == RecordState::Signed) {
        sheet.reference = record.careContext.value();
        sheet.qrText = referenceQr(facts.facility, record, facts.content);
    }
    return sheet;
}

bool isPrintable(const RecordContent &content)
{
    return clinic::isPrescription(content);
}

}
