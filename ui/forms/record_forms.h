#pragma once

#include "ui/forms/form_parts.h"

namespace nadi::ui
{

/// The form of a content's kind, in the order a person fills it in; empty for a scan.
Form formFor(const RecordContent &content, const FormContext &context);
/// "Prescription", "Lab report": how the kind is called on the screen.
QString kindTitle(const RecordContent &content);
/// An empty content by the word the menu uses: "prescription", "consultation", "lab", "imaging", "discharge",
/// "immunization", "wellness", "invoice".
RecordContent emptyContent(const QString &kind);

/// With an empty row where typing begins, and the usual rows of vital signs.
RecordContent readyToFill(RecordContent content, const Form &form);
/// Without rows in which nothing was said.
RecordContent withoutBlanks(RecordContent content, const Form &form);

/// One line of the record as people read it before they confirm.
struct ReadLine
{
    QString heading; ///< of the section, in its first line only
    QString text;
    QString detail;
};
QList<ReadLine> readable(const RecordContent &content, const Form &form);

// One per kind, each in its own file.
Form prescriptionForm(const FormContext &context);
Form consultationForm(const FormContext &context);
Form labForm(const FormContext &context);
Form imagingForm(const FormContext &context);
Form dischargeForm(const FormContext &context);
Form immunizationForm(const FormContext &context);
Form wellnessForm(const FormContext &context);
Form invoiceForm(const FormContext &context);

}
