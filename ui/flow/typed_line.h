#pragma once

#include "ui/forms/record_forms.h"
#include "ui/session/row_model.h"

namespace nadi::ui
{

/// One line of a typed record on the screen.
struct TypedLine
{
    Q_GADGET
    Q_PROPERTY(QString heading MEMBER heading)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString detail MEMBER detail)

public:
    QString heading;
    QString text;
    QString detail;

    bool operator==(const TypedLine &) const = default;
};

inline QList<TypedLine> typedLines(const RecordContent &content, const FormContext &context)
{
    QList<TypedLine> lines;
    for (const auto &line : readable(content, formFor(content, context)))
        lines << TypedLine{line.heading, line.text, line.detail};
    return lines;
}

}
