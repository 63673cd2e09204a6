#pragma once

#include "fhir/document.h"
#include "fhir/guide.h"

#include <vector>

namespace nadi::fhir
{

class JsonOut;
struct DocumentPlan;

/// How other resources point at one: by id, type and words (nrces-fhir.md section 2, rule 5).
struct Ref
{
    QString id; ///< empty: there is no such resource
    std::string_view type;
    QString display;
};

/// An entry whose id is drawn; its members are written when the resources before it are out.
struct PlannedResource
{
    Ref ref;
    std::string_view profile;
    std::function<void(JsonOut &, const DocumentPlan &)> members;
};

struct PlannedSection
{
    guide::Coding code; ///< no code: the title alone names the section
    QString title;
    QList<Ref> entries;
    QStringList lines; ///< what the entries say, for the narrative of the document
    QStringList words; ///< what no entry says: written as the section's own text, too

    bool isEmpty() const { return entries.isEmpty() && words.isEmpty(); }
    void add(const Ref &entry, const QString &line)
    {
        entries += entry;
        lines += line;
    }
};

/// The Encounter of the document: the visit that was given, or the stay a discharge summary tells of.
struct PlannedVisit
{
    guide::Coding kind;
    QString words; ///< for viewers that follow no reference
    UtcTime start;
    UtcTime end;
};

/// A document whose input is complete: every resource has its id and every reference its target. The planners of kinds/
/// fill it before the first byte is written, because the Composition comes first and names them all.
struct DocumentPlan
{
    DocumentPlan(const DocumentInput &given, const guide::DocumentKind &asKind);

    const DocumentInput &input;
    const guide::DocumentKind &kind;
    QString title;
    Ref composition;
    Ref patient;
    Ref doctor;
    Ref facility;
    Ref encounter;
    std::optional<PlannedVisit> visit;
    QList<Ref> diagnoses; ///< Conditions the visit is about
    QList<PlannedSection> sections;
    std::vector<PlannedResource> resources;
    QString fault; ///< the first element that is missing or malformed; empty when all is well

    QString nextId();
    Ref add(std::string_view type, std::string_view profile, const QString &display,
        std::function<void(JsonOut &, const DocumentPlan &)> members);
    /// Sections without content do not exist.
    void addSection(PlannedSection section);
    /// Each drawn id is a uuid and none is drawn twice.
    bool hasGoodIds();
    /// Notes the element as the fault when it does not hold.
    void need(bool holds, const char *element);

private:
    QStringList m_drawn;
};

/// Checks the input against what the profiles require (nrces-fhir.md section 10) and draws the ids in document order.
/// Errors: FHIR-TYPE, FHIR-INPUT with the element as detail.
Result<DocumentPlan> planDocument(const DocumentInput &input);

bool isBlank(const QString &text);
/// Readable as FHIR's date and dateTime.
bool isInRange(UtcTime time);
bool isInRange(QDate day);

}
