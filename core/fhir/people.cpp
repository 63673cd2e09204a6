#include "fhir/resources.h"

namespace nadi::fhir
{
using namespace Qt::StringLiterals;
namespace
{
void identifier(JsonOut &out, const guide::Coding &type, const QString &system, const QString &value,
    const QString &words = {}, const QString &assigner = {})
{
    if (cleanText(value).isEmpty())
        return;
    out.object([&] {
        out.codeable("type", type, words);
        out.text("system", system);
        out.text("value", value);
        if (!isBlank(assigner))
            out.object("assigner", [&] { out.text("display", assigner); });
    });
}

void contactPoint(JsonOut &out, std::string_view system, const QString &value)
{
    if (isBlank(value))
        return;
    out.object([&] {
        out.word("system", system);
        out.text("value", value);
        out.word("use", "work");
    });
}

void workContacts(JsonOut &out, const QString &phone, const QString &email)
{
    if (isBlank(phone) && isBlank(email))
        return;
    out.array("telecom", [&] {
        contactPoint(out, "phone", phone);
        contactPoint(out, "email", email);
    });
}

void writeAddress(JsonOut &out, const Facility &facility)
{
    QStringList lines = facility.address;
    lines.removeIf(isBlank);
    if (lines.isEmpty() && isBlank(facility.city) && isBlank(facility.pinCode))
        return;
    out.only("address", [&] {
        if (!lines.isEmpty())
            out.array("line", [&] {
                for (const auto &line : lines)
                    out.word(cleanText(line).toStdString());
            });
        out.text("city", facility.city);
        out.text("postalCode", facility.pinCode);
    });
}

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

std::string_view genderCode(Gender gender)
{
    switch (gender) {
    case Gender::Male:
        return "male";
    case Gender::Female:
        return "female";
    case Gender::Other:
        return "other";
    case Gender::Unknown:
        break;
    }
    return {};
}

/// Ten digits are a number in India; anything else goes out as it was typed.
QString phone(const QString &mobile)
{
    return mobile.size() == 10 ? u"+91"_s + mobile : mobile;
}
}

void writePatient(JsonOut &out, const DocumentPlan &plan)
{
    const auto &patient = plan.input.patient;
    entry(out, plan.patient, "Patient", [&] {
        out.array("identifier", [&] {
            if (patient.abhaNumber)
                identifier(out, guide::abha, latin(guide::abhaSystem), patient.abhaNumber->grouped(),
                    QStringLiteral("ABHA number"));
            if (patient.abhaAddress)
                identifier(out, guide::abha, latin(guide::abhaSystem), patient.abhaAddress->value(),
                    QStringLiteral("ABHA address"));
            identifier(out, guide::medicalRecordNumber, plan.input.patientNumberSystem, patient.localNumber);
        });
        out.only("name", [&] { out.text("text", patient.name); });
        if (!cleanText(patient.mobile).isEmpty())
            out.only("telecom", [&] {
                out.word("system", "phone");
                out.text("value", phone(patient.mobile));
                out.word("use", "mobile");
            });
        if (const auto gender = genderCode(patient.gender); !gender.empty())
            out.word("gender", gender);
        out.text("birthDate", patient.birth.toIso());
        if (!cleanText(patient.place).isEmpty())
            out.only("address", [&] { out.text("text", patient.place); });
    });
}

void writePractitioner(JsonOut &out, const DocumentPlan &plan)
{
    const auto &doctor = plan.input.doctor;
    entry(out, plan.doctor, "Practitioner", [&] {
        out.array("identifier", [&] {
            identifier(out, guide::medicalLicence, latin(guide::hprSystem), doctor.hprId);
            // Councils have no system of their own; the one that gave the number is named where it is known.
            identifier(out, guide::medicalLicence, {}, doctor.registrationNumber, QStringLiteral("Registration number"),
                doctor.council);
        });
        out.only("name", [&] { out.text("text", doctor.name); });
        workContacts(out, doctor.phone, doctor.email);
        if (!cleanText(doctor.qualification).isEmpty())
            out.only("qualification", [&] { out.object("code", [&] { out.text("text", doctor.qualification); }); });
    });
}

void writeOrganization(JsonOut &out, const DocumentPlan &plan)
{
    const auto &facility = plan.input.facility;
    entry(out, plan.facility, "Organization", [&] {
        out.array("identifier",
            [&] { identifier(out, guide::providerNumber, latin(guide::hfrSystem), facility.registryId); });
        out.text("name", facility.name);
        workContacts(out, facility.phone, facility.email);
        writeAddress(out, facility);
    });
}

void writeEncounter(JsonOut &out, const DocumentPlan &plan)
{
    const auto &visit = *plan.visit;
    entry(out, plan.encounter, "Encounter", [&] {
        out.word("status", visit.end.isSet() ? "finished" : "unknown");
        out.object("class", [&] { out.codingMembers(visit.kind); });
        out.reference("subject", plan.patient);
        out.only("participant", [&] { out.reference("individual", plan.doctor); });
        if (visit.start.isSet())
            out.object("period", [&] {
                out.text("start", visit.start.toIso());
                if (visit.end.isSet())
                    out.text("end", visit.end.toIso());
            });
        if (!plan.diagnoses.isEmpty())
            out.array("diagnosis", [&] {
                for (const auto &diagnosis : plan.diagnoses)
                    out.object([&] { out.reference("condition", diagnosis); });
            });
        out.reference("serviceProvider", plan.facility);
    });
}

}
