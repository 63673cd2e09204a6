#pragma once

#include "common/result.h"

#include <QByteArray>
#include <QFile>
#include <QStringList>

#include <memory>
#include <vector>

namespace nadi::terminology
{

/// How the files of a release are written.
enum class TableForm {
    TabSeparated, ///< RF2: no quoting
    CommaQuoted, ///< RFC 4180: quotes where needed, doubled inside
};

/// A column by the names that releases have given it; letter case and blanks around do not matter.
struct TableColumn
{
    QStringList names;
    enum class Presence { Needed, Optional } presence = Presence::Needed;
};

/// Reads a table of a release from outside, record by record, in bounded memory. Columns are bound by the names in the
/// first line, because their order and number change between releases.
class TableReader
{
public:
    static constexpr qsizetype longestRecord = 1 << 20; ///< bytes
    static constexpr qsizetype mostColumns = 256;

    /// TERM-FILE when it cannot be read, TERM-COLUMNS (names what is missing), TERM-LINE.
    static Result<TableReader> open(const QString &path, TableForm form, const QList<TableColumn> &columns);

    /// False at the end. TERM-LINE with file and line: a record that is too long or cut, that has other columns than
    /// the first line, bytes that are not UTF-8, control characters.
    Result<bool> next();
    /// Of the record that next() read, by position in `columns`; empty for an optional column that is not there.
    QByteArrayView bytes(qsizetype column) const;
    QString text(qsizetype column) const { return QString::fromUtf8(bytes(column)); }
    /// Where that record begins, from 1.
    qint64 line() const { return m_line; }
    qint64 bytesRead() const { return m_read; }
    qint64 size() const { return m_file->size(); }

    /// An error about the record that next() read; detail is "<file> line <n>: <why>".
    tl::unexpected<Error> fault(const char *code, const QString &why) const;

private:
    TableReader() = default;
    Result<bool> readRecord();
    int get();
    int peek();
    bool fill();
    Done bind(const QList<TableColumn> &columns);

    std::unique_ptr<QFile> m_file;
    TableForm m_form = TableForm::TabSeparated;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qint64 m_read = 0;
    qint64 m_line = 0;
    qint64 m_nextLine = 1;
    QByteArray m_record; ///< the fields one after another, without what separated them
    std::vector<qsizetype> m_ends; ///< of each field in m_record
    std::vector<qsizetype> m_bound; ///< by column: its field, or -1
    size_t m_width = 0;
};

}
