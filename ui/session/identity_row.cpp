#include "ui/session/identity_row.h"

#include "ui/words/likeness_words.h"

#include <QCoreApplication>

namespace nadi::ui
{
namespace
{
using clinic::Agreement;

struct IdentityWords
{
    Q_DECLARE_TR_FUNCTIONS(IdentityWords)
};

QString shown(clinic::PersonField field, const QString &value)
{
    return value.isEmpty() ? QStringLiteral("–") : personFieldValue(field, value);
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
            rows += {personFieldWord(field), shown(field, ours), shown(field, theirs),
                agreement != Agreement::Different, wordFor(agreement)};
    return rows;
}

}
