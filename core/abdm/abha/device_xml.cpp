#include "abdm/abha/device_xml.h"

#include <QCryptographicHash>
#include <QUrl>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace nadi::abdm::abha
{
using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype mostStatus = 16 * 1024;
constexpr qsizetype mostCapture = 256 * 1024;
constexpr int deepest = 8;
constexpr qsizetype mostWords = 200;

Refusal unreadable()
{
    return {ErrorKind::Protocol, 0, u"DEVICE-XML"_s, {}, {}};
}

QString words(const QXmlStreamAttributes &attributes, const QString &name)
{
    auto text = attributes.value(name).toString().left(mostWords);
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return text;
}

/// Walks the elements; false for what is no XML, has a document type, or is too deep.
template <class Take>
bool walk(const QByteArray &xml, Take take)
{
    QXmlStreamReader reader(xml);
    for (int depth = 0; !reader.atEnd();) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::DTD || depth > deepest)
            return false;
        if (token == QXmlStreamReader::StartElement) {
            ++depth;
            take(reader.name(), reader.attributes());
        } else if (token == QXmlStreamReader::EndElement) {
            --depth;
        }
    }
    return !reader.hasError();
}

/// A path of this very service: "/rd/capture"; a host and port in front of it go.
QString pathOnly(QString path)
{
    static constexpr QLatin1String loopback("127.0.0.1:");
    const auto host = path.startsWith(u'/') ? path.mid(1) : path;
    if (host.startsWith(loopback))
        path = host.mid(host.indexOf(u'/'));
    const bool plain = path.startsWith(u'/') && !path.startsWith(u"//"_s) && !path.contains(u"..")
        && QUrl(path, QUrl::StrictMode).isValid();
    return plain ? path : QString();
}
}

Answer<DeviceStatus> readDeviceStatus(const QByteArray &xml)
{
    DeviceStatus out;
    const bool read
        = xml.size() <= mostStatus && walk(xml, [&](QStringView name, const QXmlStreamAttributes &attributes) {
              if (name == u"RDService") {
                  out.status = words(attributes, u"status"_s).trimmed().toUpper();
                  out.info = words(attributes, u"info"_s);
              } else if (name == u"Interface" && attributes.value(u"id"_s) == u"CAPTURE") {
                  out.capturePath = pathOnly(words(attributes, u"path"_s));
              }
          });
    if (!read || out.status.isEmpty())
        return tl::unexpected(unreadable());
    return out;
}

QByteArray captureOptions(Biometric kind, const QString &environment, const QByteArray &wadh, int timeoutMs)
{
    const bool iris = kind == Biometric::Iris;
    QByteArray out;
    QXmlStreamWriter writer(&out);
    writer.writeStartDocument();
    writer.writeStartElement(u"PidOptions"_s);
    writer.writeAttribute(u"ver"_s, u"1.0"_s);
    writer.writeStartElement(u"Opts"_s);
    // fType 2 asks for minutiae and picture (FMR and FIR), which UIDAI wants of a finger today.
    const std::pair<QString, QString> attributes[]{{u"fCount"_s, iris ? u"0"_s : u"1"_s}, {u"fType"_s, u"2"_s},
        {u"iCount"_s, iris ? u"1"_s : u"0"_s}, {u"iType"_s, u"0"_s}, {u"pCount"_s, u"0"_s}, {u"pType"_s, u"0"_s},
        {u"format"_s, u"0"_s}, {u"pidVer"_s, u"2.0"_s}, {u"timeout"_s, QString::number(timeoutMs)},
        {u"env"_s, environment}, {u"wadh"_s, QString::fromLatin1(wadh)}, {u"posh"_s, u"UNKNOWN"_s}};
    for (const auto &[name, value] : attributes)
        writer.writeAttribute(name, value);
    writer.writeEndDocument();
    return out;
}

QByteArray usualWadh(Biometric kind)
{
    const QByteArray text = QByteArray("2.5") + (kind == Biometric::Iris ? "I" : "F") + "YYNN";
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64();
}

Answer<Secret> readCapture(QByteArray xml)
{
    std::optional<QString> verdict;
    QString said;
    bool hasData = false;
    const bool read
        = xml.size() <= mostCapture && walk(xml, [&](QStringView name, const QXmlStreamAttributes &attributes) {
              if (name == u"Resp") {
                  verdict = words(attributes, u"errCode"_s).trimmed();
                  said = words(attributes, u"errInfo"_s);
              } else if (name == u"Data") {
                  hasData = true;
              }
          });
    Secret pid(xml.toBase64());
    Secret::wipe(xml);
    if (!read || !verdict || (verdict == u"0" && !hasData))
        return tl::unexpected(unreadable());
    if (verdict != u"0")
        return tl::unexpected(Refusal{ErrorKind::Refused, 0, u"DEVICE-CAPTURE"_s, {}, u"%1 %2"_s.arg(*verdict, said)});
    return pid;
}

}
