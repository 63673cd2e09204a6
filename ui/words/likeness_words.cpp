#include "likeness_words.h"

#include "person_words.h"

#include <QCoreApplication>

namespace nadi::ui
{
namespace
{

using clinic::Evidence;
using clinic::PersonField;

struct LikenessWords
{
    Q_DECLARE_TR_FUNCTIONS(LikenessWords)
};

QString birthOf(const QString &iso)
{
    const auto birth = BirthDate::parse(iso);
    return birth ? birthWords(*birth) : iso;
}

/// The masked form when it can be read, else as it is.
template <class Id>
QString maskedId(const QString &stored)
{
    const auto id = Id::parse(stored);
    return id ? id->masked() : stored;
}

}

QString personFieldWord(PersonField field)
{
    switch (field) {
    case PersonField::Name:
        return LikenessWords::tr("Name");
    case PersonField::Gender:
        return LikenessWords::tr("Sex");
    case PersonField::Birth:
        return LikenessWords::tr("Born");
    case PersonField::Mobile:
        return LikenessWords::tr("Mobile");
    case PersonField::Place:
        return LikenessWords::tr("Place");
    case PersonField::AbhaNumber:
        return LikenessWords::tr("ABHA number");
    case PersonField::AbhaAddress:
        return LikenessWords::tr("ABHA address");
    }
    return {};
}

QString personFieldValue(PersonField field, const QString &stored)
{
    if (stored.isEmpty())
        return LikenessWords::tr("not known");
    switch (field) {
    case PersonField::Gender:
        return genderWord(genderFromWire(stored));
    case PersonField::Birth:
        return birthOf(stored);
    case PersonField::Mobile:
        return maskedMobile(stored);
    case PersonField::AbhaNumber:
        return maskedId<AbhaNumber>(stored);
    case PersonField::AbhaAddress:
        return maskedId<AbhaAddress>(stored);
    default:
        return stored;
    }
}

QString evidenceWord(Evidence evidence)
{
    switch (evidence) {
    case Evidence::AbhaNumber:
        return LikenessWords::tr("same ABHA number");
    case Evidence::AbhaAddress:
        return LikenessWords::tr("same ABHA address");
    case Evidence::Mobile:
        return LikenessWords::tr("same mobile");
    case Evidence::Name:
        return LikenessWords::tr("same name");
    case Evidence::NameBySound:
        return LikenessWords::tr("name sounds alike");
    case Evidence::Birth:
        return LikenessWords::tr("same birth date");
    case Evidence::BirthClose:
        return LikenessWords::tr("nearly the same age");
    case Evidence::Gender:
        return LikenessWords::tr("same sex");
    case Evidence::Place:
        return LikenessWords::tr("same place");
    }
    return {};
}

QString evidenceSentence(const QList<Evidence> &evidence)
{
    QStringList words;
    for (const auto one : evidence)
        words << evidenceWord(one);
    return words.join(QStringLiteral(", "));
}

}
