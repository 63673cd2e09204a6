#pragma once

#include <QByteArrayView>
#include <QtGlobal>

namespace nadi::documents
{

enum class ByteOrder { Big, Little };

/// Reads numbers out of hostile bytes. Reading past the end gives zeros and remembers it, so that a parser checks ok()
/// once per structure instead of once per number.
class ByteCursor
{
public:
    explicit ByteCursor(QByteArrayView bytes, ByteOrder order = ByteOrder::Big)
        : m_bytes(bytes)
        , m_order(order)
    {
    }

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_at >= m_bytes.size(); }
    quint64 position() const { return quint64(m_at); }
    quint64 left() const { return quint64(m_bytes.size() - m_at); }

    quint8 u8() { return quint8(number(1)); }
    quint16 u16() { return quint16(number(2)); }
    quint32 u24() { return quint32(number(3)); }
    quint32 u32() { return quint32(number(4)); }
    quint64 u64() { return number(8); }

    QByteArrayView bytes(quint64 count)
    {
        if (!take(count))
            return {};
        return m_bytes.sliced(m_at - qsizetype(count), qsizetype(count));
    }
    void skip(quint64 count) { take(count); }
    void seek(quint64 position)
    {
        m_ok = m_ok && position <= quint64(m_bytes.size());
        m_at = m_ok ? qsizetype(position) : m_bytes.size();
    }

private:
    bool take(quint64 count)
    {
        m_ok = m_ok && count <= left();
        m_at = m_ok ? m_at + qsizetype(count) : m_bytes.size();
        return m_ok;
    }
    quint64 number(int size)
    {
        if (!take(quint64(size)))
            return 0;
        quint64 value = 0;
        for (int i = 0; i < size; ++i) {
            const auto byte = quint8(m_bytes[m_at - size + (m_order == ByteOrder::Big ? i : size - 1 - i)]);
            value = value << 8 | byte;
        }
        return value;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    ByteOrder m_order;
    bool m_ok = true;
};

}
