#pragma once

#include "domain/content/coded.h"
#include "terminology/term_scope.h"

#include <QObject>
#include <QVariantList>

#include <functional>
#include <optional>

namespace nadi::ui
{

/// How a field is filled in.
enum class FieldKind {
    Text,
    Long, ///< several lines
    Choice, ///< one of `options`, typed or picked
    Coded, ///< words, and a code that the person picked for them
    Phrases, ///< several short phrases; `options` are the usual ones
};

/// What the screen needs to know of one field.
struct FieldSpec
{
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QString kind READ kindWord)
    Q_PROPERTY(int share MEMBER share)
    Q_PROPERTY(QStringList options MEMBER options)
    Q_PROPERTY(bool offers READ offers)

public:
    QString key;
    QString label;
    FieldKind kind = FieldKind::Text;
    int share = 2; ///< of the row's width
    QStringList options;
    std::optional<terminology::TermScope> scope; ///< codes that may be picked here
    bool offersLines = false; ///< what the doctor wrote before fills the whole row

    QString kindWord() const;
    /// Something is offered while typing.
    bool offers() const { return scope || offersLines || kind == FieldKind::Choice; }
};

/// One field of a `Row` value. `write` says why it does not take the text; empty when it did.
template <class Row>
struct FormField
{
    FieldSpec spec;
    std::function<QString(const Row &)> read;
    std::function<QString(Row &, const QString &)> write;
    std::function<Coded *(Row &)> coded = {}; ///< where a code may be picked
};

}
