#pragma once

#include "domain/content/record_content.h"
#include "ui/forms/form_field.h"

#include <memory>
#include <vector>

namespace nadi::ui
{

/// A part of a record that is filled in: a list of rows, or one row that is always there. It holds no value itself; the
/// content is passed in.
class FormSection
{
public:
    enum class Shape { Table, Form }; ///< rows under one heading line, or labelled fields

    FormSection(QString key, QString title, QString addText, Shape shape)
        : key(std::move(key))
        , title(std::move(title))
        , addText(std::move(addText))
        , shape(shape)
    {
    }
    virtual ~FormSection() = default;

    const QString key;
    const QString title;
    const QString addText; ///< empty: exactly one row
    const Shape shape;

    bool isList() const { return !addText.isEmpty(); }
    virtual int rows(const RecordContent &content) const = 0;
    virtual const QList<FieldSpec> &fields() const = 0;
    virtual QString text(const RecordContent &content, int row, int field) const = 0;
    /// Why the text is not taken; empty when it is. Indices that are not there change nothing.
    virtual QString write(RecordContent &content, int row, int field, const QString &text) const = 0;
    virtual Coded *coded(RecordContent &content, int row, int field) const = 0;
    virtual void add(RecordContent &content) const = 0;
    virtual void remove(RecordContent &content, int row) const = 0;
    /// What may be said instead of rows ("No known allergy"); empty where there is nothing of the kind.
    virtual QString tickText() const { return {}; }
    virtual bool ticked(const RecordContent &) const { return false; }
    /// Rows that say something contradict it.
    virtual bool mayTick(const RecordContent &) const { return false; }
    virtual void setTicked(RecordContent &, bool) const { }
    /// A row where nothing was said yet: left out when the record is confirmed.
    virtual bool isBlank(const RecordContent &content, int row) const = 0;
};

using Form = std::vector<std::unique_ptr<FormSection>>;

/// A list of rows in a `Content`.
template <class Content, class Row>
class ListSection final : public FormSection
{
public:
    struct About
    {
        QString key;
        QString title;
        QString addText;
        Shape shape = Shape::Table;
    };
    /// `changed(row)` settles what follows from other fields: totals, interpretations.
    ListSection(About about, QList<Row> Content::*list, std::vector<FormField<Row>> fields,
        std::function<void(const Row &before, Row &after)> changed = {}, Row fresh = {})
        : FormSection(about.key, about.title, about.addText, about.shape)
        , m_list(list)
        , m_fields(std::move(fields))
        , m_changed(std::move(changed))
        , m_fresh(std::move(fresh))
    {
        for (const auto &field : m_fields)
            m_specs << field.spec;
    }
    int rows(const RecordContent &content) const override { return int(list(content).size()); }
    const QList<FieldSpec> &fields() const override { return m_specs; }
    QString text(const RecordContent &content, int row, int field) const override
    {
        return has(content, row, field) ? m_fields[size_t(field)].read(list(content)[row]) : QString();
    }
    QString write(RecordContent &content, int row, int field, const QString &text) const override
    {
        if (!has(content, row, field))
            return {};
        auto &value = std::get<Content>(content).*m_list;
        const Row before = value.at(row);
        const auto refused = m_fields[size_t(field)].write(value[row], text);
        if (refused.isEmpty() && m_changed)
            m_changed(before, value[row]);
        if (m_flag && !mayTick(content))
            std::get<Content>(content).*m_flag = false;
        return refused;
    }
    Coded *coded(RecordContent &content, int row, int field) const override
    {
        if (!has(content, row, field) || !m_fields[size_t(field)].coded)
            return nullptr;
        return m_fields[size_t(field)].coded((std::get<Content>(content).*m_list)[row]);
    }
    void add(RecordContent &content) const override { std::get<Content>(content).*m_list << m_fresh; }
    void remove(RecordContent &content, int row) const override
    {
        if (has(content, row, 0))
            (std::get<Content>(content).*m_list).removeAt(row);
    }
    bool isBlank(const RecordContent &content, int row) const override
    {
        const Row &value = list(content)[row];
        return value == m_fresh || value == Row() || (m_blank && m_blank(value));
    }
    QString tickText() const override { return m_tickText; }
    bool ticked(const RecordContent &content) const override { return m_flag && std::get<Content>(content).*m_flag; }
    bool mayTick(const RecordContent &content) const override
    {
        for (int row = 0; row < rows(content); ++row)
            if (!isBlank(content, row))
                return false;
        return m_flag != nullptr;
    }
    void setTicked(RecordContent &content, bool ticked) const override
    {
        if (m_flag)
            std::get<Content>(content).*m_flag = ticked;
    }
    /// `flag` of the content says that there are no rows to be told.
    void setTick(QString text, bool Content::*flag)
    {
        m_tickText = std::move(text);
        m_flag = flag;
    }
    /// What else counts as nothing said.
    void setBlank(std::function<bool(const Row &)> blank) { m_blank = std::move(blank); }

private:
    const QList<Row> &list(const RecordContent &content) const { return std::get<Content>(content).*m_list; }
    bool has(const RecordContent &content, int row, int field) const
    {
        return row >= 0 && row < list(content).size() && field >= 0 && field < int(m_fields.size());
    }

    QList<Row> Content::*m_list;
    std::vector<FormField<Row>> m_fields;
    QList<FieldSpec> m_specs;
    std::function<void(const Row &, Row &)> m_changed;
    Row m_fresh;
    QString m_tickText;
    bool Content::*m_flag = nullptr;
    std::function<bool(const Row &)> m_blank;
};

/// Fields of the content itself.
template <class Content>
class SingleSection final : public FormSection
{
public:
    SingleSection(QString key, QString title, std::vector<FormField<Content>> fields)
        : FormSection(std::move(key), std::move(title), {}, Shape::Form)
        , m_fields(std::move(fields))
    {
        for (const auto &field : m_fields)
            m_specs << field.spec;
    }
    int rows(const RecordContent &) const override { return 1; }
    const QList<FieldSpec> &fields() const override { return m_specs; }
    QString text(const RecordContent &content, int, int field) const override
    {
        return has(field) ? m_fields[size_t(field)].read(std::get<Content>(content)) : QString();
    }
    QString write(RecordContent &content, int, int field, const QString &text) const override
    {
        return has(field) ? m_fields[size_t(field)].write(std::get<Content>(content), text) : QString();
    }
    Coded *coded(RecordContent &content, int, int field) const override
    {
        const bool may = has(field) && m_fields[size_t(field)].coded;
        return may ? m_fields[size_t(field)].coded(std::get<Content>(content)) : nullptr;
    }
    void add(RecordContent &) const override { }
    void remove(RecordContent &, int) const override { }
    bool isBlank(const RecordContent &content, int) const override
    {
        return std::ranges::all_of(
            m_fields, [&](const auto &field) { return field.read(std::get<Content>(content)).isEmpty(); });
    }

private:
    bool has(int field) const { return field >= 0 && field < int(m_fields.size()); }

    std::vector<FormField<Content>> m_fields;
    QList<FieldSpec> m_specs;
};

}
