#pragma once

// Private to completeness: what the rows of a record must say, whatever the sheet says around them.

#include "clinic/prescribing/completeness.h"

namespace nadi::clinic::rows
{

bool isSaid(const QString &text);
bool isSaid(const Coded &what); ///< in words or by a code that has words

bool isReport(const SheetFacts &facts);
bool isLabReport(const SheetFacts &facts);
bool isImagingReport(const SheetFacts &facts);
bool isDischarge(const SheetFacts &facts);
bool isBill(const SheetFacts &facts);

Coded reportName(const SheetFacts &facts);
/// No specimen, or one with both its times: the profile knows nothing between.
bool hasWholeSpecimen(const LabReportContent &report);
bool isInOrder(const DischargeContent &stay);
bool saysMoreThanTimes(const DischargeContent &stay);

QList<Missing> missingIn(const RecordContent &content);

}
