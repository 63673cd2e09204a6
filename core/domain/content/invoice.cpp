#include "domain/content/invoice.h"

#include "domain/words.h"

namespace nadi
{
namespace
{

constexpr std::array kinds{
    Word<BillKind>{BillKind::Consultation, QLatin1String("consultation")},
    Word<BillKind>{BillKind::Pharmacy, QLatin1String("pharmacy")},
    Word<BillKind>{BillKind::InPatient, QLatin1String("in-patient")},
    Word<BillKind>{BillKind::OutPatient, QLatin1String("out-patient")},
    Word<BillKind>{BillKind::Other, QLatin1String("other")},
};

}

Paise netOf(const InvoiceLine &line)
{
    return line.rate * line.quantity - line.discount;
}

Paise netOf(const InvoiceContent &bill)
{
    Paise sum = 0;
    for (const auto &line : bill.lines)
        sum += netOf(line);
    return sum;
}

Paise grossOf(const InvoiceContent &bill)
{
    Paise sum = netOf(bill);
    for (const auto &line : bill.lines)
        sum += line.cgst + line.sgst;
    return sum;
}

QString rupees(Paise amount)
{
    const auto size = qAbs(amount);
    return QStringLiteral("%1%2.%3")
        .arg(amount < 0 ? QStringLiteral("-") : QString())
        .arg(size / 100)
        .arg(size % 100, 2, 10, QLatin1Char('0'));
}

QString toWord(BillKind kind)
{
    return wordOf(kinds, kind);
}

std::optional<BillKind> billKindFromWord(QStringView word)
{
    return valueOf(kinds, word);
}

}
