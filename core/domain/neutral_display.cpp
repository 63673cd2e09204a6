#include "domain/neutral_display.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace nadi
{
namespace
{

using namespace Qt::StringLiterals;

struct Label
{
    HiType type;
    QLatin1StringView text;
};
constexpr std::array labels{
    Label{HiType::Prescription, "Prescription"_L1},
    Label{HiType::DiagnosticReport, "Diagnostic report"_L1},
    Label{HiType::OPConsultation, "OP visit"_L1},
    Label{HiType::DischargeSummary, "Discharge summary"_L1},
    Label{HiType::ImmunizationRecord, "Immunization record"_L1},
    Label{HiType::HealthDocumentRecord, "Health document"_L1},
    Label{HiType::WellnessRecord, "Wellness record"_L1},
    Label{HiType::Invoice, "Invoice"_L1},
};

constexpr auto visitLabel = "Visit"_L1;

bool isSayable(QDate date)
{
    return date.isValid() && date.year() >= 1900 && date.year() <= 9999;
}

// The C locale: month names must not follow the desk's language, the gateway takes ASCII only.
QString dateText(QDate date)
{
    return QLocale::c().toString(date, u"d MMM yyyy"_s);
}

}

Result<QString> neutralDisplay(HiType type, QDate issuedOn)
{
    if (!isSayable(issuedOn))
        return fail(ErrorKind::Invalid, u"DISPLAY-DATE"_s);
    for (const auto &label : labels)
        if (label.type == type)
            return label.text + u' ' + dateText(issuedOn);
    return fail(ErrorKind::Invalid, u"DISPLAY-TYPE"_s);
}

Result<QString> neutralVisitDisplay(QDate day)
{
    if (!isSayable(day))
        return fail(ErrorKind::Invalid, u"DISPLAY-DATE"_s);
    return visitLabel + u' ' + dateText(day);
}

bool isNeutralDisplay(QStringView text)
{
    // What is read back must make the same title again: a lenient date parser lets nothing through.
    const auto isMadeOf = [&](QLatin1StringView label, auto make) {
        if (!text.startsWith(label) || text.size() <= label.size())
            return false;
        const auto title = make(QLocale::c().toDate(text.mid(label.size() + 1).toString(), u"d MMM yyyy"_s));
        return title && *title == text;
    };
    return isMadeOf(visitLabel, neutralVisitDisplay) || std::ranges::any_of(labels, [&](const Label &label) {
        return isMadeOf(label.text, [&](QDate date) { return neutralDisplay(label.type, date); });
    });
}

}
