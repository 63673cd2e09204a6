#include "fhir/resources.h"

namespace nadi::fhir
{
using namespace Qt::StringLiterals;
namespace
{
void identifier(
    JsonOut &out, const guide::Coding &type, const QString &system, const QString &value, const QString &words = {})
{
    if (cleanText(value).isEmpty())
        return;
    out.object([&] {
        out.codeable("type", type, words);
        out.text("system", system);
        out.text("value", value);
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
            // The council that gave the number is not known here, so it has no system.
            identifier(
                out, guide::medicalLicence, {}, doctor.registrationNumber, QStringLiteral("Registration number"));
        });
        out.only("name", [&] { out.text("text", doctor.name); });
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
        if (!cleanText(facility.city).isEmpty())
            out.only("address", [&] { out.text("city", facility.city); });
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
