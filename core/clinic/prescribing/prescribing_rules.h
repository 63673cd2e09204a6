#pragma once

#include "clinic/prescribing/class_table.h"
#include "clinic/prescribing/consultation.h"

namespace nadi::clinic
{

/// What a rule says about one line.
struct LineVerdict
{
    enum class Weight {
        Notice, ///< said on the screen
        Confirm, ///< the doctor says why; name and reason are kept
        Stop, ///< cannot be signed; no override
    };
    Weight weight = Weight::Stop;
    int line = 0; ///< 0-based
    QString rule; ///< of telemedicine-rules.md: "P1", "P2", "P3", "P4", "Y2", "Y4"
    QString ingredient; ///< of the table's row that spoke; empty where the table is silent
    QString source; ///< of that row

    bool operator==(const LineVerdict &) const = default;
};

/// The table of section 3 applied to a prescription: what is stopped and what is to be confirmed, in line order. Empty:
/// nothing to say. In person only a notice of Y4 is given; the schedules bind the pharmacy there.
QList<LineVerdict> judge(const QList<MedicineLine> &lines, const Consultation &consultation, const ClassTable &table);

bool isStopped(const QList<LineVerdict> &verdicts);

/// The rows of the table that a line's names contain as whole words, in name, brand or code; strictest first.
QList<ListedMedicine> listedIn(const MedicineLine &line, const ClassTable &table);

}
