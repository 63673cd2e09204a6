#include "flows/link_code.h"

#include <QMessageAuthenticationCode>

namespace nadi::flows
{
namespace
{

constexpr quint32 codes = 1'000'000;
constexpr qsizetype digits = 6;
constexpr qsizetype saltBytes = 16;
constexpr qsizetype shownDigits = 4;

QByteArray digestOf(const QByteArray &salt, const Secret &code, const QString &linkReference)
{
    QMessageAuthenticationCode mac(QCryptographicHash::Sha256, salt);
    mac.addData(linkReference.toUtf8());
    mac.addData(QByteArray(1, '/'));
    mac.addData(code.reveal());
    return mac.result();
}

}

Secret drawLinkCode(Random &random)
{
    // What is above the last whole multiple would make low codes likelier: drawn again.
    constexpr quint32 whole = std::numeric_limits<quint32>::max() / codes * codes;
    quint32 number = whole;
    while (number >= whole)
        random.fill(std::as_writable_bytes(std::span(&number, 1)));
    return Secret(QByteArray::number(number % codes).rightJustified(digits, '0'));
}

LinkCodeMark markOf(const Secret &code, const QString &linkReference, Random &random)
{
    const auto salt = random.bytes(saltBytes);
    return {salt, digestOf(salt, code, linkReference)};
}

bool matches(const LinkCodeMark &mark, const Secret &code, const QString &linkReference)
{
    return mark.isSet() && Secret::equalInConstantTime(mark.digest, digestOf(mark.salt, code, linkReference));
}

QString maskedMobile(const QString &mobile)
{
    return QString(std::max<qsizetype>(0, mobile.size() - shownDigits), u'*') + mobile.right(shownDigits);
}

}
