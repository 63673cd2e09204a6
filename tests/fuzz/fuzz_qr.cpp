// What a scanner typed or a camera read: any text, as UTF-8.

#include "domain/abha_qr.h"

#include <algorithm>
#include <cstdlib>

using namespace nadi;

namespace
{
constexpr qsizetype longestValue = 200;
constexpr qsizetype longestFacilityQr = 1024;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check(const AbhaQr &abha)
{
    require(abha.abhaNumber || abha.abhaAddress);
    for (const auto &text : {abha.name, abha.addressLine, abha.district, abha.state})
        require(text.size() <= longestValue);
    require(abha.mobile.isEmpty()
        || (abha.mobile.size() == 10
            && std::all_of(abha.mobile.begin(), abha.mobile.end(), [](QChar c) { return c >= u'0' && c <= u'9'; })));
    require(!abha.birth.year || BirthDate::parse(abha.birth.toIso()) == abha.birth);
}

void check(const FacilityQr &facility)
{
    require(!facility.hip.isEmpty() && !facility.counter.isEmpty());
    // What we read we can print, and read again.
    const auto printed = facilityQrText(facility, QStringLiteral("https://phr.example/share-profile"));
    require(printed.size() > longestFacilityQr || readFacilityQr(printed) == facility);
}
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto scanned = readScannedQr(text);
    const bool isAbha = scanned.kind == QrKind::AbhaCard || scanned.kind == QrKind::PhrApp;
    const bool isFacility = scanned.kind == QrKind::FacilityLink || scanned.kind == QrKind::FacilityJson;
    require(scanned.abha.has_value() == isAbha && scanned.facility.has_value() == isFacility);
    // Both readers agree on what a facility's code is.
    require(readFacilityQr(text) == scanned.facility);
    if (scanned.abha)
        check(*scanned.abha);
    if (scanned.facility)
        check(*scanned.facility);
    return 0;
}
