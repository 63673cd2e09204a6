#include "documents/pdf_writer.h"

#include <QCryptographicHash>

namespace nadi::documents
{

// The second line is binary on purpose: transfer programs then keep every byte.
PdfWriter::PdfWriter()
    : m_out("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n")
{
}

int PdfWriter::reserve()
{
    m_offsets.append(0);
    return int(m_offsets.size());
}

void PdfWriter::begin(int id)
{
    m_offsets[id - 1] = m_out.size();
    m_out += QByteArray::number(id) + " 0 obj\n";
}

void PdfWriter::object(int id, QByteArrayView body)
{
    begin(id);
    m_out.append(body);
    m_out += "\nendobj\n";
}

void PdfWriter::stream(int id, QByteArrayView dictionary, QByteArrayView data)
{
    begin(id);
    m_out += "<< ";
    m_out.append(dictionary);
    m_out += " /Length " + QByteArray::number(data.size()) + " >>\nstream\n";
    m_out.append(data);
    m_out += "\nendstream\nendobj\n";
}

QByteArray PdfWriter::finish(int catalog, int information)
{
    const auto hash = QCryptographicHash::hash(m_out, QCryptographicHash::Sha256).first(16).toHex();
    const auto table = m_out.size();
    const auto count = QByteArray::number(m_offsets.size() + 1);
    m_out += "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const auto offset : std::as_const(m_offsets))
        m_out += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    m_out += "trailer\n<< /Size " + count + " /Root " + reference(catalog) + " /Info " + reference(information)
        + " /ID [<" + hash + "> <" + hash + ">] >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    return m_out;
}

}
