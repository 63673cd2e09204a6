#include "fhir/json_out.h"

#include "fhir/base64.h"

#include <algorithm>
#include <cstring>

namespace nadi::fhir
{
using namespace Qt::StringLiterals;
namespace
{
/// A multiple of three, so that a source which fills each request never leaves a rest to carry over.
constexpr qsizetype pullSize = PieceBuffer::pieceSize / 4 * 3;
}

PieceBuffer::PieceBuffer(const ByteSink &sink)
    : m_sink(sink)
    , m_piece(new char[pieceSize])
{
}

void PieceBuffer::push()
{
    if (m_state && m_used > 0)
        m_state = m_sink(QByteArrayView(m_piece.get(), m_used));
    m_used = 0;
}

void PieceBuffer::encode(const char *bytes, qsizetype size)
{
    while (size > 0) {
        if (pieceSize - m_used < 4)
            push();
        const qsizetype taken = std::min(size, (pieceSize - m_used) / 4 * 3);
        encodeBase64(bytes, taken, m_piece.get() + m_used);
        m_used += base64Length(taken);
        bytes += taken;
        size -= taken;
    }
}

void PieceBuffer::putBase64(QByteArrayView bytes)
{
    while (m_resting > 0 && m_resting < 3 && !bytes.isEmpty()) {
        m_rest[m_resting++] = bytes.front();
        bytes = bytes.sliced(1);
    }
    if (m_resting == 3) {
        encode(m_rest, 3);
        m_resting = 0;
    }
    const qsizetype whole = bytes.size() / 3 * 3;
    encode(bytes.data(), whole);
    for (const char c : bytes.sliced(whole))
        m_rest[m_resting++] = c;
}

void PieceBuffer::endBase64()
{
    encode(m_rest, m_resting);
    m_resting = 0;
}

Done PieceBuffer::finish()
{
    push();
    return m_state;
}

JsonOut::JsonOut(const ByteSink &sink)
    : m_pieces(sink)
    , m_writer(m_pieces)
{
}

void JsonOut::word(std::string_view text)
{
    m_writer.String(text.data(), rapidjson::SizeType(text.size()));
}

void JsonOut::word(std::string_view key, std::string_view text)
{
    name(key);
    word(text);
}

void JsonOut::text(std::string_view key, const QString &text)
{
    const QByteArray utf8 = cleanText(text).toUtf8();
    if (!utf8.isEmpty())
        word(key, std::string_view(utf8.constData(), size_t(utf8.size())));
}

void JsonOut::number(std::string_view key, qint64 value)
{
    name(key);
    m_writer.Int64(value);
}

void JsonOut::decimal(std::string_view key, const QString &value)
{
    const QByteArray digits = value.toLatin1();
    name(key);
    m_writer.RawValue(digits.constData(), size_t(digits.size()), rapidjson::kNumberType);
}

void JsonOut::flag(std::string_view key, bool value)
{
    name(key);
    m_writer.Bool(value);
}

void JsonOut::coding(const guide::Coding &coding)
{
    object([&] { codingMembers(coding); });
}

void JsonOut::codingMembers(const guide::Coding &coding)
{
    word("system", coding.system);
    word("code", coding.code);
    word("display", coding.display);
}

void JsonOut::codeable(std::string_view key, const guide::Coding &code, const QString &words)
{
    object(key, [&] { codeableMembers(code, words); });
}

void JsonOut::codeableMembers(const guide::Coding &code, const QString &words)
{
    array("coding", [&] { coding(code); });
    text("text", words);
}

void JsonOut::codeables(std::string_view key, const guide::Coding &code)
{
    only(key, [&] { array("coding", [&] { coding(code); }); });
}

void JsonOut::notes(const QStringList &notes)
{
    QStringList said;
    for (const auto &note : notes)
        if (const auto clean = cleanText(note); !clean.isEmpty())
            said += clean;
    if (!said.isEmpty())
        array("note", [&] {
            for (const auto &note : said)
                object([&] { text("text", note); });
        });
}

void JsonOut::reference(const Ref &ref)
{
    object([&] {
        text("reference", u"urn:uuid:"_s + ref.id);
        word("type", ref.type);
        text("display", ref.display);
    });
}

void JsonOut::reference(std::string_view key, const Ref &ref)
{
    name(key);
    reference(ref);
}

void JsonOut::references(std::string_view key, const QList<Ref> &refs)
{
    if (!refs.isEmpty())
        array(key, [&] {
            for (const auto &ref : refs)
                reference(ref);
        });
}

Done JsonOut::finish()
{
    const auto pushed = m_pieces.finish();
    return m_attachments ? pushed : m_attachments;
}

void JsonOut::base64(std::string_view key, const Attachment &attachment, const QString &place)
{
    if (const auto done = stream(key, attachment, place); !done && m_attachments)
        m_attachments = done;
}

Done JsonOut::stream(std::string_view key, const Attachment &attachment, const QString &place)
{
    const auto wrong = [&](QStringView what) {
        return fail(ErrorKind::Invalid, QStringLiteral("FHIR-INPUT"), place + what.toString());
    };
    const auto mime = attachment.mime.toLatin1();
    const auto *kind = std::find_if(guide::attachmentKinds.begin(), guide::attachmentKinds.end(),
        [&](const auto &known) { return mime == QByteArrayView(known.mime.data(), qsizetype(known.mime.size())); });
    if (kind == guide::attachmentKinds.end())
        return wrong(u".contentType");
    name(key);
    m_writer.RawValue("", 0, rapidjson::kStringType); // only the separator: the string itself goes past the writer
    m_pieces.Put('"');
    QByteArray head;
    for (qint64 total = 0; m_pieces.state();) {
        const auto bytes = attachment.bytes(pullSize);
        if (!bytes)
            return failed(bytes);
        if (bytes->isEmpty()) {
            if (total == 0 || (attachment.size > 0 && total != attachment.size))
                return wrong(u".size");
            break;
        }
        total += bytes->size();
        if (head.size() < 8)
            head += bytes->first(std::min<qsizetype>(bytes->size(), 8));
        m_pieces.putBase64(*bytes);
    }
    m_pieces.endBase64();
    m_pieces.Put('"');
    if (!head.startsWith(QByteArrayView(kind->magic.data(), qsizetype(kind->magic.size()))))
        return wrong(u".contentType does not match the bytes");
    return m_pieces.state();
}

QString cleanText(const QString &text)
{
    const auto isPlain = [](QChar c) {
        return c.unicode() >= 0x20 && !c.isSurrogate() && c.unicode() != 0x7F && c.unicode() < 0xFFFE;
    };
    if (std::all_of(text.begin(), text.end(), isPlain))
        return text.trimmed();
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair) {
            clean += c;
            clean += text.at(++i);
        } else {
            const bool keep = isPlain(c) || c == u'\n' || c == u'\t';
            clean += keep ? c : QChar(u' ');
        }
    }
    return clean.trimmed();
}

}
