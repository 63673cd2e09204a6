// Documents as other hospitals send them: the reader and the checker over any bytes.

#include "fhir/checker.h"
#include "fhir/reader.h"

using namespace nadi;

namespace
{
void require(bool holds)
{
    if (!holds)
        std::abort();
}
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView json(data, qsizetype(size));
    // Small limits, so that short inputs reach them too.
    const fhir::ReadLimits limits{64 * 1024, 50, 16, 5'000};
    const auto findings = fhir::checkDocument(json, limits);
    const auto view = fhir::readDocument(json, limits);
    // Both read the same bytes by the same rules: what one cannot read, the other cannot.
    require(findings || !view);
    if (!view)
        return 0;
    qsizetype told = 0;
    for (const auto &section : view->sections)
        for (const auto &line : section.lines)
            told += line.size();
    for (const auto &file : view->files)
        told += file.bytes.size();
    // No document grows much while it is read.
    require(told <= qsizetype(size) * 16 + 1024);
    return 0;
}
