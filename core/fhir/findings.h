#pragma once

#include "fhir/checker.h"

#include <string_view>

namespace nadi::fhir
{

/// Where the checker stands, as a chain on the stack; text is made only when there is something to report.
struct Place
{
    const Place *parent = nullptr;
    std::string_view name;
    int index = -1;

    /// "Bundle.entry[2].resource.name[0].text". A member that is no plain word is shown as "?": it may be anything.
    QString text() const;
};

/// What the checker found. Keeps the first `most` errors and as many warnings: a hostile document has a million faults,
/// and no number of warnings may hide an error.
class Findings
{
public:
    static constexpr qsizetype most = 500;

    void error(const Place &place, std::string_view rule, std::string_view message)
    {
        add(Severity::Error, place.text(), rule, message);
    }
    void warning(const Place &place, std::string_view rule, std::string_view message)
    {
        add(Severity::Warning, place.text(), rule, message);
    }
    void add(Severity severity, const QString &place, std::string_view rule, std::string_view message);
    /// Enough is known to refuse the document.
    bool isFull() const { return m_errors >= most; }
    QList<Finding> take() { return std::move(m_list); }

private:
    QList<Finding> m_list;
    qsizetype m_errors = 0;
    qsizetype m_warnings = 0;
};

}
