#include "sandbox/odd_request.h"

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

QString keyText(const crypto::PublicKey &key, const QString &form)
{
    if (form == u"x509"_s)
        return QString::fromLatin1(key.encode(crypto::KeyForm::X509));
    const auto raw = key.encode(crypto::KeyForm::Raw);
    if (form != u"spki"_s)
        return QString::fromLatin1(raw);
    // SubjectPublicKeyInfo of id-ecPublicKey with the named curve 1.3.6.1.4.1.3029.1.5.1, up to the point.
    const auto head = QByteArray::fromHex("305b301506072a8648ce3d0201060a2b060104019755010501034200");
    return QString::fromLatin1((head + QByteArray::fromBase64(raw)).toBase64());
}

QJsonObject merged(QJsonObject body, const QJsonObject &changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        const auto was = std::as_const(body)[change.key()];
        body[change.key()] = change.value().isObject() && was.isObject()
            ? QJsonValue(merged(was.toObject(), change.value().toObject()))
            : change.value();
    }
    return body;
}

}
