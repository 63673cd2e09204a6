#include "fhir/checker.h"

#include "fhir/document_rules.h"

namespace nadi::fhir
{

Result<QList<Finding>> checkDocument(QByteArrayView json, const ReadLimits &limits)
{
    const auto tree = JsonTree::parse(json, limits);
    if (!tree)
        return failed(tree);
    Findings findings;
    const auto bundle = tree->root();
    if (bundle["resourceType"].text() != "Bundle") {
        findings.error(Place{nullptr, "Bundle"}, "FHIR-DOCUMENT", "not a Bundle");
        return findings.take();
    }
    TypeWalk walk(findings);
    walk.bundle(bundle);
    const BundleIndex index(bundle);
    checkEntries(bundle, index, findings);
    checkReferences(walk.references(), index, findings);
    return findings.take();
}

}
