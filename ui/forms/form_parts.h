#pragma once

#include "domain/content/invoice.h"
#include "ui/forms/form_section.h"
#include "ui/words/clinic_time.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>

namespace nadi::ui
{

/// What forms need to read dates as they are typed.
struct FormContext
{
    QDate today;
    QString timeZone;
};

/// "+7" (days from today), "21-11-2026", "21/11/26", "2026-11-21"; an invalid date for anything else.
QDate typedDay(const QString &text, QDate today);
QString dayText(QDate day); ///< "21-11-2026"
/// A day and, after a space, a time of the clinic's zone ("21-11-2026 10:30"); unset for anything else.
UtcTime typedMoment(const QString &text, const FormContext &context);
QString momentText(UtcTime time, const QString &timeZone);
/// "1250" or "1250.50" rupees.
std::optional<Paise> typedRupees(const QString &text);
/// "<5.1", ">= 10", "7.4"; nothing for what is no quantity.
std::optional<Quantity> typedQuantity(const QString &text);
QString quantityText(const Quantity &quantity);

/// In the window's language; texts are marked with QT_TRANSLATE_NOOP("Forms", …).
QString formText(const char *text);
FieldSpec spec(const char *key, const char *label, int share = 4);
FieldSpec longSpec(const char *key, const char *label, int share = 4); ///< several lines

QString notADay();
QString notAMoment();
QString notANumber();
QString notAnAmount();
QString notAPressure();
QString notInList();

/// Fields of the usual kinds. `at` leads from the row to the part: part(&MedicineLine::dose).
namespace field
{

template <class... Member>
auto part(Member... member)
{
    return [=](auto &row) -> auto & { return (row.*....*member); };
}

template <class Row, class At>
FormField<Row> text(FieldSpec spec, At at)
{
    return {std::move(spec), [at](const Row &row) { return at(row); },
        [at](Row &row, const QString &text) {
            at(row) = text.trimmed();
            return QString();
        }};
}

/// A code stays with its words only as long as the words stay.
template <class Row, class At>
FormField<Row> coded(FieldSpec spec, terminology::TermScope scope, At at)
{
    spec.kind = FieldKind::Coded;
    spec.scope = scope;
    return {std::move(spec), [at](const Row &row) { return at(row).text; },
        [at](Row &row, const QString &text) {
            Coded &coded = at(row);
            if (coded.text != text.trimmed())
                coded = {text.trimmed(), {}};
            return QString();
        },
        [at](Row &row) { return &at(row); }};
}

template <class Row, class At>
FormField<Row> number(FieldSpec spec, At at)
{
    return {std::move(spec),
        [at](const Row &row) {
            const int value = at(row);
            return value > 0 ? QString::number(value) : QString();
        },
        [at](Row &row, const QString &text) {
            bool is = true;
            const int value = text.trimmed().isEmpty() ? 0 : text.trimmed().toInt(&is);
            if (!is || value < 0 || value > 10'000)
                return notANumber();
            at(row) = value;
            return QString();
        }};
}

template <class Row, class At>
FormField<Row> day(FieldSpec spec, QDate today, At at)
{
    return {std::move(spec), [at](const Row &row) { return dayText(at(row)); },
        [at, today](Row &row, const QString &text) {
            const auto day = typedDay(text, today);
            if (!day.isValid() && !text.trimmed().isEmpty())
                return notADay();
            at(row) = day;
            return QString();
        }};
}

template <class Row, class At>
FormField<Row> moment(FieldSpec spec, const FormContext &context, At at)
{
    return {std::move(spec), [at, context](const Row &row) { return momentText(at(row), context.timeZone); },
        [at, context](Row &row, const QString &text) {
            const auto time = typedMoment(text, context);
            if (!time.isSet() && !text.trimmed().isEmpty())
                return notAMoment();
            at(row) = time;
            return QString();
        }};
}

template <class Row, class At>
FormField<Row> amount(FieldSpec spec, At at)
{
    return {std::move(spec),
        [at](const Row &row) {
            const Paise value = at(row);
            return value == 0 ? QString() : rupees(value);
        },
        [at](Row &row, const QString &text) {
            const auto value = text.trimmed().isEmpty() ? std::optional<Paise>(0) : typedRupees(text);
            if (!value)
                return notAnAmount();
            at(row) = *value;
            return QString();
        }};
}

/// `words` are (value, what the screen says), the first is what nothing means.
template <class Row, class Value, class At>
FormField<Row> choice(FieldSpec spec, QList<std::pair<Value, QString>> words, At at)
{
    spec.kind = FieldKind::Choice;
    for (const auto &[value, word] : words)
        spec.options << word;
    return {std::move(spec),
        [at, words](const Row &row) {
            for (const auto &[value, word] : words)
                if (value == at(row))
                    return word;
            return QString();
        },
        [at, words](Row &row, const QString &text) {
            const auto typed = text.trimmed();
            for (const auto &[value, word] : words) {
                if (typed.isEmpty() || word.startsWith(typed, Qt::CaseInsensitive)) {
                    at(row) = value;
                    return QString();
                }
            }
            return notInList();
        }};
}

/// Phrases, each on a line of its own.
template <class Row, class At>
FormField<Row> lines(FieldSpec spec, At at)
{
    spec.kind = FieldKind::Long;
    return {std::move(spec), [at](const Row &row) { return at(row).join(u'\n'); },
        [at](Row &row, const QString &text) {
            QStringList said;
            for (const auto &one : text.split(u'\n'))
                if (!one.trimmed().isEmpty())
                    said << one.trimmed();
            at(row) = said;
            return QString();
        }};
}

/// Phrases are shown and typed with " ; " between them.
template <class Row, class At>
FormField<Row> phrases(FieldSpec spec, At at)
{
    spec.kind = FieldKind::Phrases;
    return {std::move(spec), [at](const Row &row) { return at(row).join(QStringLiteral("; ")); },
        [at](Row &row, const QString &text) {
            QStringList said;
            for (const auto &one : text.split(u';', Qt::SkipEmptyParts))
                if (!one.trimmed().isEmpty())
                    said << one.trimmed();
            at(row) = said;
            return QString();
        }};
}

}

}
