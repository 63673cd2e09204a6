#include "domain/content/record_content.h"

#include "domain/content/content_shape.h"

namespace nadi
{
namespace
{

constexpr qsizetype longestList = 500;
constexpr qsizetype longestText = 20'000; ///< UTF-16 units

/// Finds the first element over the limits; its name is kept, its value is not.
class SizeCheck
{
public:
    template <class Value>
    void operator()(const char *name, const Value &value)
    {
        if (!m_tooBig.isEmpty())
            return;
        if constexpr (std::same_as<Value, QString>)
            note(name, value.size() > longestText);
        else if constexpr (requires { value.front(); })
            list(name, value);
        else if constexpr (requires { std::variant_size<Value>::value; })
            std::visit([&](const auto &inner) { (*this)(name, inner); }, value);
        else if constexpr (shape::Shaped<Value>)
            shape::each([&](const char *inner, const auto &part) { (*this)(inner, part); }, value);
    }
    const QString &tooBig() const { return m_tooBig; }

private:
    template <class List>
    void list(const char *name, const List &values)
    {
        note(name, values.size() > longestList);
        for (const auto &one : values)
            (*this)(name, one);
    }
    void note(const char *name, bool over)
    {
        if (over && m_tooBig.isEmpty())
            m_tooBig = QString::fromLatin1(name);
    }
    QString m_tooBig;
};

struct TypeOf
{
    using R = std::optional<HiType>;
    R operator()(const std::monostate &) const { return {}; }
    R operator()(const PrescriptionContent &) const { return HiType::Prescription; }
    R operator()(const ConsultationContent &) const { return HiType::OPConsultation; }
    R operator()(const LabReportContent &) const { return HiType::DiagnosticReport; }
    R operator()(const ImagingReportContent &) const { return HiType::DiagnosticReport; }
    R operator()(const DischargeContent &) const { return HiType::DischargeSummary; }
    R operator()(const ImmunizationContent &) const { return HiType::ImmunizationRecord; }
    R operator()(const WellnessContent &) const { return HiType::WellnessRecord; }
    R operator()(const InvoiceContent &) const { return HiType::Invoice; }
};

}

std::optional<HiType> hiTypeOf(const RecordContent &content)
{
    return std::visit(TypeOf{}, content);
}

bool isEmpty(const RecordContent &content)
{
    return std::visit([]<class Value>(const Value &value) { return value == Value(); }, content);
}

Done checkSize(const RecordContent &content)
{
    SizeCheck check;
    check("content", content);
    if (!check.tooBig().isEmpty())
        return fail(ErrorKind::Limit, QStringLiteral("CONTENT-SIZE"), check.tooBig());
    return {};
}

}
