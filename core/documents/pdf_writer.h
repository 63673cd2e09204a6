#pragma once

// Private to the room.

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace nadi::documents
{

/// Writes the body, cross-reference table and trailer of a PDF 1.4 (ISO 32000-1 7.5), the same bytes for the same
/// calls.
class PdfWriter
{
public:
    PdfWriter();
    int reserve();
    void object(int id, QByteArrayView body);
    /// `dictionary` without its brackets and without /Length.
    void stream(int id, QByteArrayView dictionary, QByteArrayView data);
    QByteArray finish(int catalog, int information);
    static QByteArray reference(int id) { return QByteArray::number(id) + " 0 R"; }

private:
    void begin(int id);

    QByteArray m_out;
    QList<qsizetype> m_offsets;
};

}
