#pragma once

#include "clinic/prescribing/completeness.h"
#include "domain/record.h"

namespace nadi::print
{

/// One thing that is said under a heading. What belongs to one line is not parted by the end of a page.
struct SheetLine
{
    QString text;
    QString detail{}; ///< below it, smaller: the directions of a medicine

    bool operator==(const SheetLine &) const = default;
};

struct SheetSection
{
    QString title;
    QList<SheetLine> lines;
    bool isNumbered = false; ///< medicines: "1.", so that none can be taken away unseen

    bool operator==(const SheetSection &) const = default;
};

/// "Age and sex": "42 years, female".
struct SheetFact
{
    QString label;
    QString value;

    bool operator==(const SheetFact &) const = default;
};

/// What stands on a printed record, in reading order. Words only: nothing about paper.
struct Sheet
{
    QString title; ///< "Prescription"
    QString clinicName;
    QStringList clinicLines; ///< address, phone and e-mail, HFR number
    QString doctorName;
    QStringList doctorLines; ///< qualification, council and number, own phone
    QList<SheetFact> patient;
    QString patientInShort; ///< for the head of the pages after the first
    QString encounter; ///< "Issued on tele-consultation by video, 21 November 2026, 10:40"
    QList<SheetSection> sections;
    QStringList signature; ///< who, when, and which kind of signature it is
    QString version; ///< which version of the record this is, and what it corrects
    QString mark; ///< "Reprint", "Preview, not signed"; empty on the first print
    QString reference; ///< the record's number, as a person reads it to the clinic
    QString qrText;
};

/// How a record came to be the version it is.
struct Edition
{
    int number = 1;
    std::optional<Record> corrects; ///< the version before
    bool isNewest = true;
};

/// First print, or one more of what is out already.
struct Copy
{
    int printedBefore = 0;
    UtcTime at; ///< of this print; unset for a preview
};

/// The sheet of a typed record (telemedicine-rules.md section 4, R4: everything of its table). English, with what the
/// doctor wrote in the doctor's script.
Sheet sheetOf(const clinic::SheetFacts &facts, const Record &record, const Edition &edition, const Copy &copy);

/// What the QR holds: no word about the person, only where the version is found and a short hash by which the paper can
/// be held against it. "NADI:RX1:<HFR number>:<record>:<hash>", in the letters a QR code packs best.
QString referenceQr(const Facility &facility, const Record &record, const RecordContent &content);
/// The record named in a QR of ours; nothing for any other text.
std::optional<RecordId> recordInQr(const QString &text);

/// Whether a sheet of this record can be printed: a typed one with medicines. A scan is paper already.
bool isPrintable(const RecordContent &content);

}
