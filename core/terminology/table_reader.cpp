#include "terminology/table_reader.h"

#include <QFileInfo>
#include <QHash>

namespace nadi::terminology
{
namespace
{
constexpr qsizetype chunk = 256 * 1024;
constexpr int end = -1;

QString plainName(QByteArrayView name)
{
    return QString::fromUtf8(name).simplified().toLower();
}
}

Result<TableReader> TableReader::open(const QString &path, TableForm form, const QList<TableColumn> &columns)
{
    TableReader table;
    table.m_form = form;
    table.m_file = std::make_unique<QFile>(path);
    if (!QFileInfo(path).isFile() || !table.m_file->open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, QStringLiteral("TERM-FILE"), QFileInfo(path).fileName());
    if (table.m_file->peek(3) == "\xEF\xBB\xBF")
        table.m_file->skip(3);
    const auto first = table.readRecord();
    if (!first)
        return failed(first);
    if (!*first)
        return table.fault("TERM-COLUMNS", QStringLiteral("the file is empty"));
    if (auto done = table.bind(columns); !done)
        return failed(done);
    return table;
}

Done TableReader::bind(const QList<TableColumn> &columns)
{
    m_width = m_ends.size();
    QHash<QString, qsizetype> fields;
    for (size_t i = 0; i < m_width; ++i) {
        const auto from = i == 0 ? 0 : m_ends[i - 1];
        const auto name = plainName(QByteArrayView(m_record).sliced(from, m_ends[i] - from));
        if (fields.contains(name) && !name.isEmpty())
            return fault("TERM-COLUMNS", QStringLiteral("a column is there twice"));
        fields.insert(name, qsizetype(i));
    }
    QStringList missing;
    for (const auto &column : columns) {
        qsizetype field = -1;
        for (const auto &name : column.names)
            if (field < 0)
                field = fields.value(name.toLower(), -1);
        if (field < 0 && column.presence == TableColumn::Presence::Needed)
            missing << column.names.first();
        m_bound.push_back(field);
    }
    if (!missing.isEmpty())
        return fault("TERM-COLUMNS", QStringLiteral("no column ") + missing.join(QStringLiteral(", ")));
    return {};
}

Result<bool> TableReader::next()
{
    while (true) {
        auto read = readRecord();
        if (!read || !*read)
            return read;
        if (m_ends.size() == 1 && m_record.isEmpty())
            continue; // an empty line
        if (m_ends.size() != m_width)
            return fault("TERM-LINE", QStringLiteral("%1 columns, not %2").arg(m_ends.size()).arg(m_width));
        return true;
    }
}

QByteArrayView TableReader::bytes(qsizetype column) const
{
    const auto field = m_bound[size_t(column)];
    if (field < 0)
        return {};
    const auto from = field == 0 ? 0 : m_ends[size_t(field - 1)];
    return QByteArrayView(m_record).sliced(from, m_ends[size_t(field)] - from);
}

bool TableReader::fill()
{
    if (m_at < m_buffer.size())
        return true;
    m_buffer = m_file->read(chunk);
    m_read += m_buffer.size();
    m_at = 0;
    return !m_buffer.isEmpty();
}

int TableReader::peek()
{
    return fill() ? int(uchar(m_buffer[m_at])) : end;
}

int TableReader::get()
{
    const int c = peek();
    m_at += c == end ? 0 : 1;
    m_nextLine += c == '\n' ? 1 : 0;
    return c;
}

Result<bool> TableReader::readRecord()
{
    m_record.resize(0); // keeps its room
    m_ends.clear();
    m_line = m_nextLine;
    if (peek() == end && m_file->error() == QFileDevice::NoError)
        return false;
    const int separator = m_form == TableForm::TabSeparated ? '\t' : ',';
    bool quoted = false;
    bool closed = false; // a quoted field has ended; only its separator may follow
    bool fresh = true; // at the beginning of a field
    while (true) {
        const int c = get();
        if (c == end && quoted)
            return fault("TERM-LINE", QStringLiteral("a quote is not closed"));
        if (quoted && c == '"' && peek() == '"') {
            m_record += '"';
            get();
        } else if (quoted && c == '"') {
            quoted = false;
            closed = true;
        } else if (!quoted && (c == separator || c == '\n' || c == end || (c == '\r' && peek() == '\n'))) {
            m_ends.push_back(m_record.size());
            fresh = true;
            closed = false;
            if (qsizetype(m_ends.size()) > mostColumns)
                return fault("TERM-LINE", QStringLiteral("more than %1 columns").arg(mostColumns));
            if (c == '\r')
                get();
            if (c != separator)
                break;
            continue;
        } else if (fresh && c == '"' && m_form == TableForm::CommaQuoted) {
            quoted = true;
        } else if (closed) {
            return fault("TERM-LINE", QStringLiteral("text after a closing quote"));
        } else if (c < 0x20 && !(quoted && (c == '\n' || c == '\r' || c == '\t'))) {
            return fault("TERM-LINE", QStringLiteral("a control character"));
        } else {
            m_record += char(c);
        }
        fresh = false;
        if (m_record.size() > longestRecord)
            return fault("TERM-LINE", QStringLiteral("longer than %1 bytes").arg(longestRecord));
    }
    if (m_file->error() != QFileDevice::NoError)
        return fault("TERM-FILE", QStringLiteral("cannot be read on"));
    if (!QByteArrayView(m_record).isValidUtf8())
        return fault("TERM-LINE", QStringLiteral("not UTF-8"));
    return true;
}

tl::unexpected<Error> TableReader::fault(const char *code, const QString &why) const
{
    return fail(ErrorKind::Invalid, QString::fromLatin1(code),
        QStringLiteral("%1 line %2: %3").arg(QFileInfo(*m_file).fileName()).arg(m_line).arg(why));
}

}
