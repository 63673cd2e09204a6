#pragma once

#include "ui/forms/form_section.h"
#include "ui/session/row_model.h"

namespace nadi::ui
{

/// One row of a section: the same while its place and its texts change.
struct EditorRow
{
    Q_GADGET
    Q_PROPERTY(int id MEMBER id)

public:
    int id = 0;
    int key() const { return id; }
    bool operator==(const EditorRow &) const = default;
};

/// One section of the form.
struct EditorSection
{
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString addText MEMBER addText)
    Q_PROPERTY(QString tickText MEMBER tickText)
    Q_PROPERTY(bool table MEMBER table)
    Q_PROPERTY(QVariantList fields MEMBER fields)
    Q_PROPERTY(QObject *lines MEMBER lines)

public:
    QString name;
    QString title;
    QString addText;
    QString tickText;
    bool table = true;
    QVariantList fields;
    QObject *lines = nullptr;

    bool operator==(const EditorSection &other) const { return name == other.name && lines == other.lines; }
};

/// Something that fits what is being typed.
struct OfferRow
{
    Q_GADGET
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString iconName MEMBER iconName)

public:
    QString text;
    QString detail;
    QString iconName;
    bool operator==(const OfferRow &) const = default;
};

struct TemplateRow
{
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString detail MEMBER detail)

public:
    QString name;
    QString detail;
    bool operator==(const TemplateRow &) const = default;
};

}
