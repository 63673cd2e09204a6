#include "fhir/reader.h"

#include "fhir/base64.h"
#include "fhir/bundle_index.h"
#include "fhir/guide.h"
#include "fhir/narrative.h"
#include "fhir/words_of.h"

#include <algorithm>

namespace nadi::fhir
{
namespace
{
bool sameWords(const QString &a, std::string_view b)
{
    return a.compare(QLatin1String(b.data(), qsizetype(b.size())), Qt::CaseInsensitive) == 0;
}

/// By profile, then by code, then by text: many senders get one of them wrong (nrces-fhir.md section 1).
QString hiTypeOf(JsonValue composition)
{
    for (const auto url : composition["meta"]["profile"])
        for (const auto &kind : guide::documentKinds)
            if (sameWords(url.string().section(u'|', 0, 0).section(u'/', -1), kind.profile))
                return toWire(kind.hiType);
    const auto type = composition["type"];
    for (const auto coding : type["coding"])
        for (const auto &kind : guide::documentKinds)
            if (!kind.code.code.empty() && coding["code"].text() == kind.code.code)
                return toWire(kind.hiType);
    for (const auto &words : {type["text"].string(), composition["title"].string()})
        for (const auto &kind : guide::documentKinds)
            if (!words.isEmpty() && (sameWords(words, kind.title) || sameWords(words, kind.code.display)))
                return toWire(kind.hiType);
    return {};
}

class DocumentReader
{
public:
    DocumentReader(JsonValue bundle, const BundleIndex &index)
        : m_bundle(bundle)
        , m_index(index)
        , m_told(size_t(index.size()))
    {
    }

    DocumentView read()
    {
        for (int i = 0; i < m_index.size() && !m_composition; ++i)
            if (m_index.resource(i)["resourceType"].text() == "Composition")
                m_composition = m_index.resource(i);
        head();
        if (m_composition)
            sections(m_composition["section"]);
        else
            everything();
        for (int i = 0; i < m_index.size(); ++i)
            files(m_index.resource(i));
        for (int i = 0; i < m_index.size(); ++i)
            note(m_index.resource(i));
        return std::move(m_view);
    }

private:
    /// By identifier or by a reference to the Bundle or Composition: both forms are in use.
    void replaced()
    {
        for (const auto relation : m_composition["relatesTo"]) {
            if (relation["code"].text() != "replaces")
                continue;
            const auto identifier = relation["targetIdentifier"] ? relation["targetIdentifier"]
                                                                 : relation["targetReference"]["identifier"];
            m_view.replaces = identifier["value"].string();
            if (m_view.replaces.isEmpty())
                m_view.replaces = relation["targetReference"]["reference"].string().section(u'/', -1).section(u':', -1);
            m_view.replacedDate = UtcTime::parse(identifier["period"]["start"].string()).value_or(UtcTime());
        }
    }

    void head()
    {
        m_view.documentId = m_bundle["identifier"]["value"].string();
        replaced();
        m_view.hiType = hiTypeOf(m_composition);
        m_view.title = m_composition["title"].string();
        const auto visit = m_index.target(m_composition["encounter"]);
        for (const auto value : {visit["period"]["start"], m_composition["date"]})
            if (const auto time = UtcTime::parse(value.string()); time && !m_view.date.isSet())
                m_view.date = *time;
        m_view.patientName = personWords(m_index.target(m_composition["subject"]));
        if (m_view.patientName.isEmpty())
            m_view.patientName = m_composition["subject"]["display"].string();
        for (const auto author : m_composition["author"])
            if (m_view.authorName.isEmpty())
                m_view.authorName = referenceWords(author, m_index);
        m_view.organizationName = personWords(m_index.target(m_composition["custodian"]));
        if (m_view.organizationName.isEmpty())
            m_view.organizationName = m_composition["custodian"]["display"].string();
    }

    /// Sections in sections stand behind their parent.
    void sections(JsonValue list)
    {
        for (const auto section : list) {
            DocumentView::Section out;
            out.title = section["title"].string();
            if (out.title.isEmpty())
                out.title = conceptWords(section["code"]);
            out.lines = plainText(section["text"]["div"].text()).split(u'\n', Qt::SkipEmptyParts);
            for (const auto reference : section["entry"])
                tell(reference, out.lines);
            m_view.sections += out;
            sections(section["section"]);
        }
    }

    /// Without a Composition nothing says what belongs together.
    void everything()
    {
        DocumentView::Section all;
        for (int i = 0; i < m_index.size(); ++i)
            if (!isFrameType(m_index.resource(i)["resourceType"].text()))
                all.lines += summaryOf(m_index.resource(i)).lines;
        if (!all.lines.isEmpty())
            m_view.sections += all;
    }

    /// Each resource once: a document that names one resource a thousand times does not grow a thousandfold.
    void tell(JsonValue reference, QStringList &lines)
    {
        const auto hit = m_index.find(reference["reference"].text());
        if (hit.entry < 0 || m_told[size_t(hit.entry)]) {
            if (const auto display = reference["display"].string(); !display.isEmpty())
                lines += display;
            return;
        }
        m_told[size_t(hit.entry)] = true;
        const auto summary = summaryOf(m_index.resource(hit.entry));
        lines += summary.lines;
        if (const auto display = reference["display"].string(); summary.lines.isEmpty() && !display.isEmpty())
            lines += display;
        for (const auto related : summary.related)
            tell(related, lines);
    }

    void file(JsonValue attachment, const QString &title)
    {
        const auto data = attachment["data"].text();
        if (data.empty())
            return;
        auto bytes = decodeBase64({data.data(), qsizetype(data.size())});
        const auto own = attachment["title"].string();
        if (!bytes.isEmpty())
            m_view.files += {attachment["contentType"].string(), own.isEmpty() ? title : own, std::move(bytes)};
    }

    void files(JsonValue resource)
    {
        const auto type = resource["resourceType"].text();
        if (type == "Binary")
            file(resource, {});
        else if (type == "DocumentReference")
            for (const auto content : resource["content"])
                file(content["attachment"], conceptWords(resource["type"]));
        else if (type == "DiagnosticReport")
            for (const auto form : resource["presentedForm"])
                file(form, conceptWords(resource["code"]));
        else if (type == "Media")
            file(resource["content"], conceptWords(resource["modality"]));
    }

    void note(JsonValue resource)
    {
        const auto type = resource["resourceType"].string().left(64);
        if (!type.isEmpty() && !isFrameType(resource["resourceType"].text())
            && !hasReader(resource["resourceType"].text()) && !m_view.notUnderstood.contains(type))
            m_view.notUnderstood += type;
    }

    JsonValue m_bundle;
    const BundleIndex &m_index;
    JsonValue m_composition;
    std::vector<bool> m_told;
    DocumentView m_view;
};
}

Result<DocumentView> readDocument(QByteArrayView json, const ReadLimits &limits)
{
    const auto tree = JsonTree::parse(json, limits);
    if (!tree)
        return failed(tree);
    const BundleIndex index(tree->root());
    if (tree->root()["resourceType"].text() != "Bundle" || index.size() == 0)
        return fail(ErrorKind::Invalid, QStringLiteral("FHIR-DOCUMENT"));
    return DocumentReader(tree->root(), index).read();
}

}
