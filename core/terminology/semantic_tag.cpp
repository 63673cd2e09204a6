#include "terminology/semantic_tag.h"

#include <QSet>

namespace nadi::terminology
{
namespace
{

qsizetype tagStart(QStringView name)
{
    return name.endsWith(u')') ? name.lastIndexOf(u" (") : -1;
}

QStringView tagOf(QStringView name)
{
    const auto at = tagStart(name);
    return at < 0 ? QStringView() : name.sliced(at + 2).chopped(1);
}

bool isProduct(QStringView tag)
{
    // "medicinal product", "medicinal product form", "clinical drug", and what national extensions add ("real clinical
    // drug", "packaged clinical drug", "product name").
    return tag.contains(u"product") || tag.endsWith(u"drug");
}

}

QList<TermScope> scopesOfName(QStringView name)
{
    using enum TermScope;
    const auto tag = tagOf(name);
    QList<TermScope> scopes;
    if (tag == u"disorder" || tag == u"finding" || tag == u"situation" || tag == u"event")
        scopes = {Complaint, Diagnosis};
    else if (tag == u"procedure" || tag == u"regime/therapy")
        scopes = {Procedure};
    else if (tag == u"observable entity")
        scopes = {Observation};
    else if (tag == u"substance")
        scopes = {Allergy};
    else if (tag == u"qualifier value")
        scopes = {Dosing};
    else if (tag == u"specimen")
        scopes = {Specimen};
    else if (isProduct(tag))
        scopes = {Medicine, Allergy};
    if (isProduct(tag) && name.contains(u"vaccine", Qt::CaseInsensitive))
        scopes << Vaccine;
    if (scopes.contains(Diagnosis) && name.contains(u"allerg", Qt::CaseInsensitive))
        scopes << Allergy;
    return scopes;
}

QString withoutTag(const QString &name)
{
    const auto at = tagStart(name);
    return at < 0 ? name : name.left(at);
}

}
