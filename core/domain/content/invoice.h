#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace nadi
{

/// Indian rupees in paise: money is never a floating number.
using Paise = qint64;

/// NRCeS billing codes 00 to 03 and 99.
enum class BillKind { Consultation, Pharmacy, InPatient, OutPatient, Other };

struct InvoiceLine
{
    QString what{};
    QString hsn{}; ///< for medicines, where known
    QString batch{};
    int quantity = 1;
    Paise rate = 0; ///< one piece, before discount and tax
    Paise discount = 0; ///< of the whole line
    Paise cgst = 0; ///< of the whole line
    Paise sgst = 0;

    bool operator==(const InvoiceLine &) const = default;
};

/// HI type Invoice.
struct InvoiceContent
{
    QString number{}; ///< required, the clinic's own
    BillKind kind = BillKind::Consultation;
    QList<InvoiceLine> lines{};
    QString note{};

    bool operator==(const InvoiceContent &) const = default;
};

Paise netOf(const InvoiceLine &line); ///< after discount, before tax
Paise netOf(const InvoiceContent &bill);
Paise grossOf(const InvoiceContent &bill); ///< with tax
/// "1250.00", for JSON numbers and pages.
QString rupees(Paise amount);

QString toWord(BillKind kind);
std::optional<BillKind> billKindFromWord(QStringView word);

}
