#include "ui/forms/form_parts.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <array>

namespace nadi::ui
{
namespace
{

using Bound = Quantity::Bound;
struct BoundSign
{
    QStringView sign;
    Bound bound;
};
/// Longer signs first.
constexpr std::array boundSigns{BoundSign{u"<=", Bound::AtMost}, BoundSign{u">=", Bound::AtLeast},
    BoundSign{u"≤", Bound::AtMost}, BoundSign{u"≥", Bound::AtLeast}, BoundSign{u"<", Bound::Below},
    BoundSign{u">", Bound::Above}};

}

QString formText(const char *text)
{
    return QCoreApplication::translate("Forms", text);
}

FieldSpec spec(const char *key, const char *label, int share)
{
    FieldSpec out;
    out.key = QString::fromLatin1(key);
    out.label = formText(label);
    out.share = share;
    return out;
}

FieldSpec longSpec(const char *key, const char *label, int share)
{
    auto out = spec(key, label, share);
    out.kind = FieldKind::Long;
    return out;
}

QString FieldSpec::kindWord() const
{
    switch (kind) {
    case FieldKind::Text:
        return QStringLiteral("text");
    case FieldKind::Long:
        return QStringLiteral("long");
    case FieldKind::Choice:
        return QStringLiteral("choice");
    case FieldKind::Coded:
        return QStringLiteral("coded");
    case FieldKind::Phrases:
        return QStringLiteral("phrases");
    }
    return {};
}

QDate typedDay(const QString &text, QDate today)
{
    const auto typed = text.trimmed();
    if (typed.startsWith(u'+')) {
        bool isNumber = false;
        const int days = typed.mid(1).toInt(&isNumber);
        return isNumber && days < 5'000 ? today.addDays(days) : QDate();
    }
    static const QRegularExpression parts(QStringLiteral("^(\\d{1,4})[-./](\\d{1,2})[-./](\\d{1,4})$"));
    const auto match = parts.match(typed);
    if (!match.hasMatch())
        return {};
    const int first = match.captured(1).toInt();
    const int month = match.captured(2).toInt();
    const int last = match.captured(3).toInt();
    if (match.capturedLength(1) == 4)
        return QDate(first, month, last);
    // "26" is of this century: a record has no dates a hundred years back that are not written out.
    return QDate(match.capturedLength(3) == 2 ? 2000 + last : last, month, first);
}

QString dayText(QDate day)
{
    return day.toString(QStringLiteral("dd-MM-yyyy"));
}

UtcTime typedMoment(const QString &text, const FormContext &context)
{
    const auto parts = text.simplified().split(u' ');
    const auto day = typedDay(parts.value(0), context.today);
    const auto time = parts.size() > 1 ? QTime::fromString(parts[1], QStringLiteral("H:mm")) : QTime(0, 0);
    if (!day.isValid() || !time.isValid() || parts.size() > 2)
        return {};
    return UtcTime::fromDateTime(QDateTime(day, time, QTimeZone(context.timeZone.toLatin1())));
}

QString momentText(UtcTime time, const QString &timeZone)
{
    return time.isSet()
        ? time.toDateTime().toTimeZone(QTimeZone(timeZone.toLatin1())).toString(QStringLiteral("dd-MM-yyyy H:mm"))
        : QString();
}

std::optional<Paise> typedRupees(const QString &text)
{
    static const QRegularExpression amount(QStringLiteral("^(\\d{1,9})(?:\\.(\\d{1,2}))?$"));
    const auto match = amount.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    return match.captured(1).toLongLong() * 100 + match.captured(2).leftJustified(2, u'0').toLongLong();
}

std::optional<Quantity> typedQuantity(const QString &text)
{
    auto typed = text.trimmed();
    Quantity quantity;
    for (const auto &[sign, bound] : boundSigns) {
        if (!typed.startsWith(sign))
            continue;
        quantity.bound = bound;
        typed = typed.mid(sign.size()).trimmed();
        break;
    }
    if (!isDecimal(typed))
        return {};
    quantity.value = typed;
    return quantity;
}

QString quantityText(const Quantity &quantity)
{
    for (const auto &[sign, bound] : boundSigns)
        if (bound == quantity.bound)
            return sign.toString() + quantity.value;
    return quantity.value;
}

QString notADay()
{
    return formText(QT_TRANSLATE_NOOP("Forms", "A day, like 21-11-2026 or +7"));
}
QString notAMoment()
{
    return formText(QT_TRANSLATE_NOOP("Forms", "A day and a time, like 21-11-2026 10:30"));
}
QString notANumber()
{
    return formText(QT_TRANSLATE_NOOP("Forms", "A whole number"));
}
QString notAnAmount()
{
    return formText(QT_TRANSLATE_NOOP("Forms", "Rupees, like 1250 or 1250.50"));
}
QString notAPressure()
{
    return formText(QT_TRANSLATE_NOOP("Forms", "Two numbers, like 120/80"));
}
QString notInList()
{
    return formText(QT_TRANSLATE_NOOP("Forms", "One of the list"));
}

}
