#include "domain/neutral_display.h"

#include <QLocale>

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

// The C locale: month names must not follow the desk's language, the gateway takes ASCII only.
QString dateText(QDate date)
{
    return QLocale::c().toString(date, u"d MMM yyyy"_s);
}

}

Result<QString> neutralDisplay(HiType type, QDate issuedOn)
{
    if (!issuedOn.isValid() || issuedOn.year() < 1900 || issuedOn.year() > 9999)
        return fail(ErrorKind::Invalid, u"DISPLAY-DATE"_s);
    for (const auto &label : labels)
        if (label.type == type)
            return label.text + u' ' + dateText(issuedOn);
    return fail(ErrorKind::Invalid, u"DISPLAY-TYPE"_s);
}

bool isNeutralDisplay(QStringView text)
{
    for (const auto &label : labels) {
        if (!text.startsWith(label.text) || text.size() <= label.text.size())
            continue;
        // What is read back must make the same title again: a lenient date parser lets nothing through.
        const auto date = QLocale::c().toDate(text.mid(label.text.size() + 1).toString(), u"d MMM yyyy"_s);
        if (const auto title = neutralDisplay(label.type, date); title && *title == text)
            return true;
    }
    return false;
}

}
