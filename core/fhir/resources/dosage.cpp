#include "fhir/resources/dosage.h"

#include "fhir/resources/coded_out.h"

#include <QRegularExpression>

#include <algorithm>

namespace nadi::fhir
{
namespace
{
constexpr Quantity::Bound exact = Quantity::Bound::Exact;

/// Units that mean the same everywhere; "tablet" has no UCUM code and needs none.
QString ucumOf(const QString &unit)
{
    const auto lower = unit.toLower();
    for (const auto *known : {"mg", "g", "kg"})
        if (lower == QLatin1String(known))
            return lower;
    return lower == u"ml" ? QStringLiteral("mL") : QString();
}

bool isZero(const QString &slot)
{
    return slot.toDouble() == 0;
}

bool areSlots(const DoseTimes &times)
{
    return times.slots.size() == 4
        && std::ranges::all_of(times.slots, [](const QString &slot) { return isDecimal(slot); })
        && !std::ranges::all_of(times.slots, isZero);
}

/// Codes of EventTiming (FHIR R4). A time with regard to food is coded only where the day's meals are all meant: beside
/// "1-0-1" nobody knows which meal the evening one is.
std::vector<std::string_view> whenCodes(const MedicineLine &line)
{
    constexpr std::array<std::string_view, 4> ofSlots{"MORN", "NOON", "EVE", "NIGHT"};
    std::vector<std::string_view> codes;
    if (areSlots(line.times)) {
        for (size_t i = 0; i < ofSlots.size(); ++i)
            if (!isZero(line.times.slots.at(qsizetype(i))))
                codes.push_back(ofSlots[i]);
    } else if (line.times.everyHours == 0) {
        switch (line.food) {
        case FoodTime::Before:
            return {"AC"};
        case FoodTime::With:
            return {"C"};
        case FoodTime::After:
            return {"PC"};
        case FoodTime::Bedtime:
            return {"HS"};
        default:
            break;
        }
    }
    return codes;
}

struct Rate
{
    int times = 0;
    int period = 1;
    std::string_view unit = "d";
};

Rate rateOf(const DoseTimes &times)
{
    if (areSlots(times))
        return {int(4 - std::ranges::count_if(times.slots, isZero))};
    if (times.timesADay > 0)
        return {times.timesADay};
    if (times.everyHours > 0)
        return {1, times.everyHours, "h"};
    return {};
}

void writeRepeat(JsonOut &out, const MedicineLine &line, const Rate &rate, const std::vector<std::string_view> &when)
{
    if (line.days > 0)
        out.object("boundsDuration", [&] {
            out.number("value", line.days);
            out.word("unit", line.days == 1 ? "day" : "days");
            out.word("system", guide::ucum);
            out.word("code", "d");
        });
    if (rate.times > 0) {
        out.number("frequency", rate.times);
        out.number("period", rate.period);
        out.word("periodUnit", rate.unit);
    }
    if (!when.empty())
        out.array("when", [&] {
            for (const auto code : when)
                out.word(code);
        });
}

/// "1-0-2" of "1 tablet" has two doses, and text is the only place for both.
std::optional<Quantity> doseOf(const MedicineLine &line)
{
    const auto isOther = [](const QString &slot) { return !isZero(slot) && slot != u"1"; };
    if (areSlots(line.times) && std::ranges::any_of(line.times.slots, isOther))
        return {};
    return amountIn(line.dose);
}

void writeInstructions(JsonOut &out, const QStringList &instructions)
{
    if (!instructions.isEmpty())
        out.array("additionalInstruction", [&] {
            for (const auto &instruction : instructions)
                out.object([&] { out.text("text", instruction); });
        });
}

/// Anupana and the Ayurvedic times have no SNOMED CT code in the guide: words.
QStringList instructionsOf(const MedicineLine &line)
{
    QStringList instructions;
    if (!isBlank(line.anupana))
        instructions += QStringLiteral("with ") + cleanText(line.anupana);
    if (const auto food = wordsOf(line.food); !food.isEmpty())
        instructions += food;
    return instructions;
}
}

std::optional<Quantity> amountIn(const QString &words)
{
    static const QRegularExpression pattern(QStringLiteral("\\A([0-9]+(?:\\.[0-9]+)?)\\s*(\\p{L}[\\p{L}\\p{M} ]*)\\z"));
    const auto match = pattern.match(cleanText(words));
    if (!match.hasMatch() || !isDecimal(match.capturedView(1)))
        return {};
    const auto unit = match.captured(2);
    return Quantity{match.captured(1), unit, ucumOf(unit), exact};
}

void writeAmount(JsonOut &out, std::string_view key, const Quantity &amount)
{
    out.object(key, [&] {
        out.decimal("value", amount.value);
        out.text("unit", amount.unit);
        if (!amount.ucum.isEmpty()) {
            out.word("system", guide::ucum);
            out.text("code", amount.ucum);
        }
    });
}

void writeDosage(JsonOut &out, const MedicineLine &line)
{
    out.text("text", directionsOf(line));
    writeInstructions(out, instructionsOf(line));
    const auto rate = rateOf(line.times);
    const auto when = whenCodes(line);
    if (rate.times > 0 || !when.empty() || line.days > 0)
        out.object("timing", [&] { out.object("repeat", [&] { writeRepeat(out, line, rate, when); }); });
    if (line.times.asNeeded)
        out.flag("asNeededBoolean", true);
    writeCoded(out, "route", line.route, onlySnomed);
    if (const auto dose = doseOf(line))
        out.only("doseAndRate", [&] { writeAmount(out, "doseQuantity", *dose); });
}

}
