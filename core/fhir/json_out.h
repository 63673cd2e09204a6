#pragma once

#include "fhir/document_plan.h"

#include <rapidjson/writer.h>

namespace nadi::fhir
{

/// The bytes of the document on their way to the sink, in pieces of pieceSize.
class PieceBuffer
{
public:
    using Ch = char;
    static constexpr qsizetype pieceSize = 64 * 1024;

    explicit PieceBuffer(const ByteSink &sink);
    void Put(char c)
    {
        if (m_used == pieceSize)
            push();
        m_piece[m_used++] = c;
    }
    void Flush() { }

    /// Encodes as it goes; at most two bytes wait for their third.
    void putBase64(QByteArrayView bytes);
    void endBase64();
    Done finish();
    const Done &state() const { return m_state; }

private:
    void push();
    void encode(const char *bytes, qsizetype size);

    const ByteSink &m_sink;
    std::unique_ptr<char[]> m_piece;
    qsizetype m_used = 0;
    char m_rest[3] = {};
    qsizetype m_resting = 0;
    Done m_state;
};

/// FHIR JSON: what is empty is left out, text is cleaned of what FHIR strings may not hold.
class JsonOut
{
public:
    explicit JsonOut(const ByteSink &sink);

    template <class Body>
    void object(std::string_view key, Body body)
    {
        name(key);
        object(body);
    }
    template <class Body>
    void object(Body body)
    {
        m_writer.StartObject();
        body();
        m_writer.EndObject();
    }
    template <class Body>
    void array(std::string_view key, Body body)
    {
        name(key);
        m_writer.StartArray();
        body();
        m_writer.EndArray();
    }
    /// `"key": [ { … } ]`: most repeating elements are written once.
    template <class Body>
    void only(std::string_view key, Body body)
    {
        array(key, [&] { object(body); });
    }

    void word(std::string_view text); ///< an array item that needs no cleaning
    void word(std::string_view key, std::string_view text);
    void text(std::string_view key, const QString &text); ///< nothing at all when the cleaned text is empty
    void number(std::string_view key, qint64 value);
    void decimal(std::string_view key, const QString &value); ///< digit for digit; isDecimal() must hold
    void flag(std::string_view key, bool value);
    void coding(const guide::Coding &coding); ///< the object itself
    void codingMembers(const guide::Coding &coding);
    void codeable(std::string_view key, const guide::Coding &coding, const QString &text = {});
    void codeableMembers(const guide::Coding &coding, const QString &text);
    void codeables(std::string_view key, const guide::Coding &coding); ///< a list of one
    void notes(const QStringList &notes); ///< Annotations; nothing at all for blank ones
    void reference(const Ref &ref); ///< an array item
    void reference(std::string_view key, const Ref &ref);
    void references(std::string_view key, const QList<Ref> &refs); ///< nothing at all for none
    /// Streams the attachment as one string. state() fails as the source or sink fails, and with FHIR-INPUT when the
    /// bytes are not what the attachment says they are; `place` names it.
    void base64(std::string_view key, const Attachment &attachment, const QString &place);

    Done finish();
    /// What went wrong first: nothing more needs to be written after it.
    const Done &state() const { return m_attachments ? m_pieces.state() : m_attachments; }

private:
    Done stream(std::string_view key, const Attachment &attachment, const QString &place);
    void name(std::string_view key) { m_writer.Key(key.data(), rapidjson::SizeType(key.size())); }

    PieceBuffer m_pieces;
    rapidjson::Writer<PieceBuffer> m_writer;
    Done m_attachments;
};

/// Text as a FHIR string: control characters and half characters become blanks, ends are trimmed (FHIR R4 "string").
QString cleanText(const QString &text);

}
