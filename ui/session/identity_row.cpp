#include "ui/session/identity_row.h"

#include "ui/words/person_words.h"

#include <QCoreApplication>

namespace nadi::ui
{
namespace
{
using clinic::Agreement;
using clinic::PersonField;

struct IdentityWords
{
    Q_DECLARE_TR_FUNCTIONS(IdentityWords)
};

QString fieldWord(PersonField field)
{
    switch (field) {
    case PersonField::Name:
        return IdentityWords::tr("Name");
    case PersonField::Gender:
        return IdentityWords::tr("Sex");
    case PersonField::Birth:
        return IdentityWords::tr("Born");
    case PersonField::Mobile:
        return IdentityWords::tr("Mobile");
    case PersonField::Place:
        return IdentityWords::tr("Place");
    case PersonField::AbhaNumber:
        return IdentityWords::tr("ABHA number");
    case PersonField::AbhaAddress:
        break;
    }
    return IdentityWords::tr("ABHA address");
}

QString shown(PersonField field, const QString &value)
{
    if (value.isEmpty())
        return QStringLiteral("–");
    switch (field) {
    case PersonField::Gender:
        return genderWord(genderFromWire(value));
    case PersonField::Birth:
        return birthWords(BirthDate::parse(value).value_or(BirthDate()));
    case PersonField::Mobile:
        return maskedMobile(value);
    case PersonField::AbhaNumber: {
        const auto number = AbhaNumber::parse(value);
        return number ? number->masked() : value;
    }
    case PersonField::AbhaAddress: {
        const auto address = AbhaAddress::parse(value);
        return address ? address->masked() : value;
    }
    case PersonField::Name:
    case PersonField::Place:
        break;
    }
    return value;
}

QString wordFor(Agreement agreement)
{
    if (agreement == Agreement::Alike)
        return IdentityWords::tr("Alike");
    return agreement == Agreement::Unknown ? IdentityWords::tr("Not said") : QString();
}
}

QList<IdentityRow> identityRows(const clinic::Likeness &likeness)
{
    QList<IdentityRow> rows;
    for (const auto &[field, ours, theirs, agreement] : likeness.fields)
        if (!ours.isEmpty() || !theirs.isEmpty())
            rows += {fieldWord(field), shown(field, ours), shown(field, theirs), agreement != Agreement::Different,
                wordFor(agreement)};
    return rows;
}

}
