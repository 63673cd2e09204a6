#include "fhir/checker.h"
#include "fhir/json_edit.h"
#include "fhir/rules.h"
#include "fhir/samples/samples.h"

#include <QTest>

#include <algorithm>

using namespace nadi;
using namespace nadi::test;

namespace
{
/// One fault put into the typical sample of a kind. `where` begins with a resource type and its number among its kind:
/// "Observation#1.code".
struct Fault
{
    const char *sample;
    const char *name;
    const char *where;
    const char *json; ///< ' for "; empty removes
    const char *rule;
};

constexpr Fault faults[] = {
    // Sections
    {"op-consultation", "a section's display in other words", "Composition#0.section[0].code.coding[0].display",
        "'Complaints'", "FHIR-FIXED"},
    {"op-consultation", "a medicine among the complaints", "Composition#0.section[0].entry[0].reference",
        "MedicationRequest#0", "FHIR-REFERENCE-TYPE"},
    {"op-consultation", "a known section after an unknown one", "Composition#0.section[0].code", "{'text':'x'}",
        "FHIR-SLICE"},
    {"op-consultation", "a section twice", "Composition#0.section[1].code.coding[0].code", "'422843007'", "FHIR-MANY"},
    {"op-consultation", "no visit", "Composition#0.encounter", "", "FHIR-REQUIRED"},
    {"discharge-summary", "no stay", "Composition#0.encounter", "", "FHIR-REQUIRED"},
    {"discharge-summary", "the code of a consultation", "Composition#0.type.coding[0].code", "'371530004'",
        "FHIR-FIXED"},
    {"discharge-summary", "a diagnosis among the medicines", "Composition#0.section[6].entry[0].reference",
        "Condition#0", "FHIR-REFERENCE-TYPE"},
    {"diagnostic-report-lab", "an entry without type", "Composition#0.section[0].entry[0].type", "", "FHIR-SLICE"},
    {"diagnostic-report-lab", "an entry of another type", "Composition#0.section[0].entry[0].type", "'Observation'",
        "FHIR-SLICE"},
    {"diagnostic-report-lab", "a second section", "Composition#0.section[1]",
        "{'title':'x','text':{'status':'generated',"
        "'div':'<div xmlns=`http://www.w3.org/1999/xhtml`>x</div>'}}",
        "FHIR-MANY"},
    {"immunization-record", "a patient among the vaccines", "Composition#0.section[0].entry[0].type", "'Patient'",
        "FHIR-SLICE"},
    {"wellness-record", "a type in other words", "Composition#0.type.text", "'Wellness record'", "FHIR-FIXED"},
    {"wellness-record", "no type", "Composition#0.type.text", "", "FHIR-REQUIRED"},
    {"wellness-record", "a title in other words", "Composition#0.section[0].title", "'Vitals'", "FHIR-SLICE"},
    {"invoice", "a type in other words", "Composition#0.type.text", "'Invoice'", "FHIR-FIXED"},
    {"invoice", "a page in the section", "Composition#0.section[0].entry[1]",
        "{'type':'DocumentReference','display':'x'}", "FHIR-SLICE"},
    {"invoice", "two invoices", "Composition#0.section[0].entry[1]",
        "{'reference':'urn:uuid:00000000-0000-4000-a000-000000000002','type':'Invoice'}", "FHIR-MANY"},
    // Codes
    {"op-consultation", "NAMASTE in a Condition", "Condition#0.code.coding[0].system",
        "'https://namaste.ayush.gov.in/ayurveda'", "FHIR-SLICE"},
    {"op-consultation", "ICD-10 in an Observation", "Observation#1.code.coding[0].system",
        "'http://hl7.org/fhir/sid/icd-10'", "FHIR-SLICE"},
    {"op-consultation", "an order of another system", "ServiceRequest#0.code.coding[0].system", "'http://loinc.org'",
        "FHIR-FIXED"},
    {"diagnostic-report-lab", "a report of another system", "DiagnosticReport#0.code.coding[0].system",
        "'http://snomed.info/sct'", "FHIR-FIXED"},
    {"diagnostic-report-lab", "a category without display", "DiagnosticReport#0.category[0].coding[0].display", "",
        "FHIR-REQUIRED"},
    {"immunization-record", "a vaccine without display", "Immunization#0.vaccineCode.coding[0].display", "",
        "FHIR-REQUIRED"},
    {"invoice", "a price of two codes", "Invoice#0.lineItem[0].priceComponent[0].code.coding[1]",
        "{'system':'http://loinc.org','code':'1-8','display':'x'}", "FHIR-MANY"},
    {"invoice", "an HSN that is another number", "Medication#0.identifier[0].type.coding[0].code", "'PRN'",
        "FHIR-FIXED"},
    // Values
    {"wellness-record", "a truth value for a heart rate", "Observation#0.valueBoolean", "true", "FHIR-CHOICE"},
    {"wellness-record", "a code outside of the section's set", "Observation#0.code.coding[0].code", "'8310-5'",
        "FHIR-CODE"},
    {"wellness-record", "a heart rate in other units", "Observation#0.valueQuantity.code", "'Hz'", "FHIR-VITAL-SIGN"},
    {"wellness-record", "a heart rate without category", "Observation#0.category", "", "FHIR-VITAL-SIGN"},
    {"wellness-record", "a heart rate without time", "Observation#0.effectiveDateTime", "", "FHIR-VITAL-SIGN"},
    {"wellness-record", "one of two pressures", "Observation#1.component[1]", "", "FHIR-VITAL-SIGN"},
    {"op-consultation", "a value and a reason for none", "Observation#1.dataAbsentReason", "{'text':'x'}",
        "FHIR-INVARIANT"},
    {"wellness-record", "a value twice", "Observation#0.component",
        "[{'code':{'coding':[{'system':'http://loinc.org','code':'8867-4','display':'x'}]},'valueString':'x'}]",
        "FHIR-INVARIANT"},
    {"diagnostic-report-lab", "a range that says nothing", "Observation#0.referenceRange[0]", "{'type':{'text':'x'}}",
        "FHIR-INVARIANT"},
    {"op-consultation", "a follow-up without end", "Appointment#0.end", "", "FHIR-INVARIANT"},
    {"op-consultation", "a participant who is nobody", "Appointment#0.participant[0].actor", "", "FHIR-INVARIANT"},
    {"op-consultation", "an allergy without status", "AllergyIntolerance#0.clinicalStatus", "", "FHIR-INVARIANT"},
    {"discharge-summary", "an activity said twice", "CarePlan#0.activity[0].reference", "{'display':'x'}",
        "FHIR-INVARIANT"},
    {"immunization-record", "a recommendation of nothing", "ImmunizationRecommendation#0.recommendation[0].vaccineCode",
        "", "FHIR-INVARIANT"},
    {"prescription", "two ways to say when", "MedicationRequest#0.dosageInstruction[0].timing.repeat.timeOfDay",
        "['08:00:00']", "FHIR-INVARIANT"},
    {"immunization-record", "an occasion in words", "Immunization#0.occurrenceString", "'x'", "FHIR-CHOICE"},
    {"invoice", "two numbers of one invoice", "Invoice#0.identifier[1]", "{'value':'x'}", "FHIR-MANY"},
    // Attachments
    {"diagnostic-report-imaging", "a picture that is only a link", "Media#0.content",
        "{'contentType':'image/jpeg','url':'https://example.in/x.jpg'}", "FHIR-REQUIRED"},
    {"diagnostic-report-imaging", "a report without pictures", "DiagnosticReport#0.media", "", "FHIR-REQUIRED"},
    {"diagnostic-report-imaging", "a picture that leads to a patient", "DiagnosticReport#0.media[0].link.reference",
        "Patient#0", "FHIR-REFERENCE-TYPE"},
};

QByteArray typical(const QString &kind)
{
    for (const auto &sample : fhir::sampleDocuments())
        if (sample.name == kind + QStringLiteral("-typical"))
            return fhir::writeDocument(sample.input).value_or(QByteArray());
    return {};
}

/// "Observation#1" as "entry[7].resource"; empty when the document has no such resource.
QString placeOf(const QByteArray &document, const QString &resource)
{
    const auto type = resource.section(u'#', 0, 0);
    int number = resource.section(u'#', 1, 1).toInt();
    const auto entries = QJsonDocument::fromJson(document)[u"entry"].toArray();
    for (int i = 0; i < entries.size(); ++i)
        if (entries[i][u"resource"][u"resourceType"] == type && number-- == 0)
            return QStringLiteral("entry[%1].resource").arg(i);
    return {};
}

QByteArray valueOf(const Fault &fault, const QByteArray &document)
{
    const auto json = QByteArray(fault.json);
    if (!json.contains('#'))
        return QByteArray(json).replace('\'', '"').replace('`', "\\\"");
    const auto target = placeOf(document, QString::fromLatin1(json));
    const int index = target.section(u'[', 1).section(u']', 0, 0).toInt();
    return '"' + QJsonDocument::fromJson(document)[u"entry"][index][u"fullUrl"].toString().toLatin1() + '"';
}

QString listed(const QList<fhir::Finding> &findings)
{
    QStringList lines;
    for (const auto &f : findings)
        lines += f.rule + u' ' + f.place + u' ' + f.message;
    return lines.join(u'\n');
}

bool hasRule(const QList<fhir::Finding> &findings, const QString &rule)
{
    return std::ranges::any_of(findings, [&](const fhir::Finding &finding) { return finding.rule == rule; });
}

/// Where a path of a rule is in a resource: the first item of each list. Empty when it is not there.
QString pathIn(QJsonValue value, const QString &path)
{
    QString place;
    for (const auto &name : path.split(u'.')) {
        if (value.isArray()) {
            place += QStringLiteral("[0]");
            value = value[0];
        }
        value = value[name];
        if (value.isUndefined())
            return {};
        place += (place.isEmpty() ? QString() : QStringLiteral(".")) + name;
    }
    return place;
}

struct RowPlace
{
    QByteArray document;
    QString place;
};

/// A typical document in which a rule has something to say; `typicals` are written once.
RowPlace placeFor(const QList<QByteArray> &typicals, const QString &profile, const QString &path)
{
    for (const auto &document : typicals) {
        const auto entries = QJsonDocument::fromJson(document)[u"entry"].toArray();
        for (int i = 0; i < entries.size(); ++i) {
            const auto resource = entries[i][u"resource"];
            if (!resource[u"meta"][u"profile"][0].toString().endsWith(u'/' + profile))
                continue;
            if (const auto place = pathIn(resource, path); !place.isEmpty())
                return {document, QStringLiteral("entry[%1].resource.").arg(i) + place};
        }
    }
    return {};
}

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}
}

/// The kinds beside Prescription and HealthDocument (those: tst_fhir_faults).
class TstFhirKindFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFaultIsFound_data()
    {
        QTest::addColumn<Fault>("fault");
        for (const auto &fault : faults)
            QTest::addRow("%s: %s", fault.sample, fault.name) << fault;
    }
    void eachFaultIsFound()
    {
        QFETCH(Fault, fault);
        const auto good = typical(QLatin1String(fault.sample));
        const auto where = QString::fromLatin1(fault.where);
        const auto resource = placeOf(good, where.section(u'.', 0, 0));
        QVERIFY2(!resource.isEmpty(), "the sample has no such resource");
        const auto bad = edited(good, resource + u'.' + where.section(u'.', 1), valueOf(fault, good));
        const auto findings = fhir::checkDocument(bad);
        QVERIFY(findings);
        QVERIFY2(hasRule(*findings, QLatin1String(fault.rule)), qPrintable(listed(*findings)));
    }

    /// Every row of the guide about an element that our documents have: without it, or with another value than the
    /// fixed one, the document has an error.
    void eachRowOfTheGuideIsKept()
    {
        QList<QByteArray> typicals;
        for (const auto &sample : fhir::sampleDocuments())
            if (sample.name.endsWith(u"-typical"))
                typicals += fhir::writeDocument(sample.input).value_or(QByteArray());
        int broken = 0;
        for (const auto *profile :
            {"OPConsultRecord", "DischargeSummaryRecord", "DiagnosticReportRecord", "ImmunizationRecord",
                "WellnessRecord", "InvoiceRecord", "Condition", "AllergyIntolerance", "FamilyMemberHistory",
                "Observation", "ObservationVitalSigns", "ServiceRequest", "Procedure", "Appointment", "CarePlan",
                "Specimen", "DiagnosticReportLab", "DiagnosticReportImaging", "Media", "MedicationRequest",
                "Medication", "Immunization", "ImmunizationRecommendation", "Invoice", "ChargeItem", "Encounter"})
            for (const auto &row : fhir::rules::profileRules(profile)) {
                const auto path = latin(row.path);
                if ((row.min == 0 && row.fixed.empty()) || path.contains(u':') || path.contains(u"[x]"))
                    continue; // slices and choices: the table above
                const auto found = placeFor(typicals, QLatin1String(profile), path);
                if (found.place.isEmpty())
                    continue;
                const bool isFixed = !row.fixed.empty();
                const auto findings = fhir::checkDocument(
                    edited(found.document, found.place, isFixed ? QByteArray("\"another value\"") : QByteArray()));
                QVERIFY(findings);
                const auto rule = isFixed ? QStringLiteral("FHIR-FIXED") : QStringLiteral("FHIR-REQUIRED");
                QVERIFY2(hasRule(*findings, rule),
                    qPrintable(QLatin1String(profile) + u' ' + path + u'\n' + listed(*findings)));
                ++broken;
            }
        QVERIFY2(broken > 100, qPrintable(QString::number(broken)));
    }
};

QTEST_APPLESS_MAIN(TstFhirKindFaults)
#include "tst_fhir_kind_faults.moc"
