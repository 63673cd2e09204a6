#pragma once

#include <QAbstractListModel>
#include <QMetaProperty>

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

/// A list of gadgets; each Q_PROPERTY of Row is a role of the same name. Setting equal rows tells nobody, so that a
/// live list keeps its selection and its scroll position.
template <class Row>
class RowsOf final : public RowModel
{
public:
    using RowModel::RowModel;

    const QList<Row> &rows() const { return m_rows; }
    void setRows(QList<Row> rows)
    {
        if (rows.size() != m_rows.size()) {
            beginResetModel();
            m_rows = std::move(rows);
            endResetModel();
            Q_EMIT countChanged();
            return;
        }
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (rows[i] == m_rows[i])
                continue;
            m_rows[i] = std::move(rows[i]);
            Q_EMIT dataChanged(index(int(i)), index(int(i)));
        }
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
    QList<Row> m_rows;
};

}
