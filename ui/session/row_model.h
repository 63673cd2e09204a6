#pragma once

#include <QAbstractListModel>
#include <QMetaProperty>

#include <algorithm>
#include <concepts>

namespace nadi::ui
{

/// What all row models share, so that QML knows one type with one count.
class RowModel : public QAbstractListModel
{
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    using QAbstractListModel::QAbstractListModel;
    int count() const { return rowCount({}); }

Q_SIGNALS:
    void countChanged();
};

/// A row that stays itself while its words change and others come and go.
template <class Row>
concept KeyedRow = requires(const Row &row) { row.key(); };

/// A list of gadgets; each Q_PROPERTY of Row is a role of the same name. Setting equal rows tells nobody, so that a
/// live list keeps its selection and its scroll position. Keyed rows keep their delegates, so that a list that is
/// renewed between press and release neither loses the click nor gives it to another row.
template <class Row>
class RowsOf : public RowModel
{
public:
    using RowModel::RowModel;

    const QList<Row> &rows() const { return m_rows; }
    void setRows(QList<Row> rows)
    {
        const auto before = m_rows.size();
        if constexpr (KeyedRow<Row>)
            alignKeys(rows);
        if (!isAligned(rows)) {
            beginResetModel();
            m_rows = std::move(rows);
            endResetModel();
            if (m_rows.size() != before)
                Q_EMIT countChanged();
            return;
        }
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (rows[i] == m_rows[i])
                continue;
            m_rows[i] = std::move(rows[i]);
            Q_EMIT dataChanged(index(int(i)), index(int(i)));
        }
        if (m_rows.size() != before)
            Q_EMIT countChanged();
    }

    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &at, int role) const override
    {
        if (!at.isValid() || at.row() >= m_rows.size() || role < Qt::UserRole)
            return {};
        return Row::staticMetaObject.property(role - Qt::UserRole).readOnGadget(&m_rows[at.row()]);
    }
    QHash<int, QByteArray> roleNames() const override
    {
        QHash<int, QByteArray> names;
        for (int i = 0; i < Row::staticMetaObject.propertyCount(); ++i)
            names.insert(Qt::UserRole + i, Row::staticMetaObject.property(i).name());
        return names;
    }

private:
    /// Takes out the rows that are gone and puts in those that are new.
    void alignKeys(const QList<Row> &rows)
    {
        const auto has = [](const QList<Row> &in, const auto &key) {
            return std::ranges::any_of(in, [&](const Row &row) { return row.key() == key; });
        };
        for (auto i = m_rows.size() - 1; i >= 0; --i) {
            if (has(rows, m_rows[i].key()))
                continue;
            beginRemoveRows({}, int(i), int(i));
            m_rows.removeAt(i);
            endRemoveRows();
        }
        for (qsizetype i = 0; i < rows.size() && i <= m_rows.size(); ++i) {
            if (has(m_rows, rows[i].key()))
                continue;
            beginInsertRows({}, int(i), int(i));
            m_rows.insert(i, rows[i]);
            endInsertRows();
        }
    }
    /// Row by row the same thing: otherwise the order changed, or rows without a key came or went.
    bool isAligned(const QList<Row> &rows) const
    {
        if constexpr (KeyedRow<Row>)
            return std::ranges::equal(rows, m_rows, {}, &Row::key, &Row::key);
        else
            return rows.size() == m_rows.size();
    }

    QList<Row> m_rows;
};

}
