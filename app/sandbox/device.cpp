#include "sandbox/device.h"

#include <QXmlStreamReader>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

namespace
{
LocalResponse xml(const QByteArray &body)
{
    return {200, "text/xml", "<?xml version=\"1.0\"?>\n" + body};
}

QXmlStreamAttributes optionsIn(const QByteArray &body)
{
    QXmlStreamReader reader(body);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"Opts")
            return reader.attributes();
    return {};
}

LocalResponse refusedCapture(const QByteArray &code, const QByteArray &words)
{
    return xml("<PidData><Resp errCode=\"" + code + "\" errInfo=\"" + words + "\"/></PidData>");
}

LocalResponse capture(abha::Office &office, const QByteArray &body)
{
    auto &device = office.device;
    const auto options = optionsIn(body);
    const bool iris = options.value(u"iCount"_s) == u"1";
    if (options.value(u"pidVer"_s) != u"2.0" || iris == (options.value(u"fCount"_s) == u"1"))
        return refusedCapture("100", "Invalid PidOptions input");
    if (device.status != u"READY")
        return refusedCapture("720", "Device not ready");
    if (device.person.isEmpty())
        return refusedCapture("700", "Capture timed out");
    const auto data = office.random.bytes(48).toBase64();
    device.captures.insert(data, {device.person, iris ? "iris" : "bio", options.value(u"wadh"_s).toLatin1()});
    return xml("<PidData><Resp errCode=\"0\" errInfo=\"\" fCount=\"" + QByteArray(iris ? "0" : "1")
        + "\" qScore=\"80\"/><DeviceInfo dpId=\"NADI.SANDBOX\" rdsId=\"NADI.SANDBOX\" rdsVer=\"1.0\"/><Skey "
          "ci=\"20261231\">"
        + office.random.bytes(32).toBase64() + "</Skey><Hmac>" + office.random.bytes(32).toBase64()
        + "</Hmac><Data type=\"X\">" + data + "</Data></PidData>");
}
}

LocalResponse playDevice(abha::Office &office, const LocalRequest &request)
{
    const auto &status = office.device.status;
    if (status.isEmpty())
        return {404, "text/plain", "No device"};
    if (request.method == "CAPTURE" && request.path == u"/rd/capture")
        return capture(office, request.body);
    return xml("<RDService status=\"" + status.toLatin1()
        + "\" info=\"Nadi sandbox device\"><Interface id=\"CAPTURE\" path=\"/rd/capture\"/><Interface "
          "id=\"DEVICEINFO\" "
          "path=\"/rd/info\"/></RDService>");
}

}
