#include "clinic/prescribing/class_table.h"

#include "domain/words.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

/// Outside every namespace, as Qt asks: a static library's resources are registered by hand.
static void registerLists()
{
    Q_INIT_RESOURCE(prescribing);
}

namespace nadi::clinic
{
namespace
{

constexpr qsizetype mostBytes = 4 * 1024 * 1024;

constexpr std::array lists{
    Word<MedicineList>{MedicineList::O, QLatin1String("O")},
    Word<MedicineList>{MedicineList::A, QLatin1String("A")},
    Word<MedicineList>{MedicineList::B, QLatin1String("B")},
    Word<MedicineList>{MedicineList::Prohibited, QLatin1String("prohibited")},
};

constexpr std::array uses{
    Word<ListedUse>{ListedUse::Any, QLatin1String("any")},
    Word<ListedUse>{ListedUse::Skin, QLatin1String("skin")},
    Word<ListedUse>{ListedUse::Eye, QLatin1String("eye")},
    Word<ListedUse>{ListedUse::Ear, QLatin1String("ear")},
    Word<ListedUse>{ListedUse::Refill, QLatin1String("refill")},
};

std::optional<ListedMedicine> rowOf(const QJsonObject &json)
{
    ListedMedicine row;
    row.ingredient = json[u"ingredient"].toString();
    row.names << foldMedicine(row.ingredient);
    for (const auto &name : json[u"names"].toArray())
        row.names << foldMedicine(name.toString());
    row.source = json[u"source"].toString();
    row.asOf = QDate::fromString(json[u"asOf"].toString(), Qt::ISODate);
    const auto list = valueOf(lists, json[u"list"].toString());
    const auto use = valueOf(uses, json[u"use"].toString(QStringLiteral("any")));
    if (!list || !use || row.names.contains(QString()) || row.source.isEmpty() || !row.asOf.isValid())
        return {};
    row.list = *list;
    row.use = *use;
    return row;
}

}

Result<ClassTable> parseClassTable(QByteArrayView json)
{
    if (json.size() > mostBytes)
        return fail(ErrorKind::Limit, QStringLiteral("CLASSES-JSON"));
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()));
    if (!document.isObject() || !document[u"rows"].isArray() || document[u"version"].toString().isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("CLASSES-JSON"));
    ClassTable table{document[u"version"].toString(), {}, QDate::fromString(document[u"asOf"].toString(), Qt::ISODate),
        document[u"source"].toString().trimmed()};
    for (const auto &one : document[u"rows"].toArray()) {
        const auto row = rowOf(one.toObject());
        if (!row)
            return fail(ErrorKind::Invalid, QStringLiteral("CLASSES-ROW"), QString::number(table.rows.size() + 1));
        table.rows << *row;
    }
    return table;
}

const ClassTable &shippedClassTable()
{
    static const ClassTable table = [] {
        registerLists();
        QFile file(QStringLiteral(":/prescribing/medicine-lists.json"));
        // An unreadable table classes nothing: every medicine is then to be confirmed, none is free.
        return file.open(QFile::ReadOnly) ? parseClassTable(file.readAll()).value_or(ClassTable{}) : ClassTable{};
    }();
    return table;
}

QList<ListedMedicine> missingProhibitions(const ClassTable &shipped, const ClassTable &clinic)
{
    const auto isProhibited = [&](const QString &name) {
        return std::ranges::any_of(clinic.rows, [&](const ListedMedicine &row) {
            return row.list == MedicineList::Prohibited && row.use == ListedUse::Any && row.names.contains(name);
        });
    };
    QList<ListedMedicine> missing;
    for (const auto &row : shipped.rows)
        if (row.list == MedicineList::Prohibited && !std::ranges::all_of(row.names, isProhibited))
            missing << row;
    return missing;
}

ClassTable inPlaceOf(const ClassTable &shipped, ClassTable clinic)
{
    clinic.rows += missingProhibitions(shipped, clinic);
    return clinic;
}

QString foldMedicine(QStringView text)
{
    QString folded;
    bool pending = false;
    for (const auto c : text.toString().normalized(QString::NormalizationForm_KD)) {
        // Marks of Latin letters go; vowel signs of Indic scripts are part of the word.
        const bool accent = c.category() == QChar::Mark_NonSpacing && c.script() == QChar::Script_Inherited;
        if (accent)
            continue;
        if (!c.isLetterOrNumber() && !c.isMark()) {
            pending = !folded.isEmpty();
            continue;
        }
        if (pending)
            folded += u' ';
        pending = false;
        folded += c.toLower();
    }
    return folded;
}

QString toWord(MedicineList list)
{
    return wordOf(lists, list);
}

QString toWord(ListedUse use)
{
    return wordOf(uses, use);
}

}
