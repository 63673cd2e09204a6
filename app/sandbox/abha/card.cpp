#include "sandbox/abha/card.h"

#include "sandbox/abha/accounts.h"

#include <QBuffer>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QPainter>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
constexpr QSize cardSize(1011, 638); // an ISO ID-1 card at 300 dpi
constexpr QSize portraitSize(120, 150);
constexpr int qrSize = 300;
constexpr int wordsLeft = 230;

QByteArray png(const QImage &image)
{
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? out : QByteArray();
}

QImage drawnPortrait(const Person &person)
{
    const auto hue = int(qHash(person.id) % 360);
    QImage image(portraitSize, QImage::Format_RGB32);
    image.fill(QColor::fromHsl(hue, 60, 215));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromHsl((hue + 180) % 360, 90, 110));
    painter.drawEllipse(QRect(10, 100, 100, 100));
    painter.setBrush(QColor(40, 30, 26));
    painter.drawEllipse(QRect(33, 22, 54, 64));
    painter.setBrush(QColor(176, 124, 92));
    painter.drawEllipse(QRect(37, 36, 46, 58));
    painter.setBrush(QColor(30, 24, 22));
    painter.drawEllipse(QRect(47, 58, 6, 6));
    painter.drawEllipse(QRect(67, 58, 6, 6));
    return image;
}

QImage drawnQr(const QByteArray &text, int size)
{
    const auto matrix = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                            .setEncoding(ZXing::CharacterSet::UTF8)
                            .setMargin(2)
                            .encode(QString::fromUtf8(text).toStdWString(), size, size);
    QImage image(matrix.width(), matrix.height(), QImage::Format_RGB32);
    for (int y = 0; y < matrix.height(); ++y)
        for (int x = 0; x < matrix.width(); ++x)
            image.setPixel(x, y, matrix.get(x, y) ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
    return image;
}

QString slashedBirth(const Person &person)
{
    const auto parts = person.birth.split(u'-');
    return parts.size() == 3 ? u"%1/%2/%3"_s.arg(parts[2].toInt()).arg(parts[1].toInt()).arg(parts[0]) : person.birth;
}

/// Smaller, and at last without its middle, where it would run under the code on the right.
void writeLine(QPainter &painter, QPoint at, const QString &line, int room)
{
    constexpr int usual = 30, smallest = 12;
    auto font = painter.font();
    for (int size = usual; size >= smallest; --size) {
        font.setPixelSize(size);
        if (QFontMetrics(font).horizontalAdvance(line) <= room)
            break;
    }
    painter.setFont(font);
    painter.drawText(at, QFontMetrics(font).elidedText(line, Qt::ElideMiddle, room));
}

void writeWords(QPainter &painter, const Person &person, int room)
{
    const QStringList lines{person.name, u"ABHA number: "_s + dashed(person.abhaNumber),
        u"ABHA address: "_s + person.abhaAddress, u"Gender: "_s + person.gender,
        u"Date of birth: "_s + slashedBirth(person), u"Mobile: "_s + person.mobile};
    painter.setPen(QColor(20, 30, 25));
    int y = 190;
    for (const auto &line : lines)
        writeLine(painter, QPoint(wordsLeft, y += 48), line, room);
    painter.setPen(Qt::white);
    auto font = painter.font();
    font.setPixelSize(40);
    painter.setFont(font);
    painter.drawText(QPoint(40, 90), u"Ayushman Bharat Health Account (sandbox)"_s);
}
}

QByteArray portrait(const Person &person)
{
    return png(drawnPortrait(person)).toBase64();
}

QByteArray cardCode(const Person &person)
{
    const auto &place = person.place;
    QJsonObject out{{u"name"_s, person.name}, {u"gender"_s, person.gender}, {u"statelgd"_s, place.stateCode},
        {u"distlgd"_s, place.districtCode}, {u"dob"_s, slashedBirth(person)}, {u"state name"_s, place.state},
        {u"district_name"_s, place.district}, {u"mobile"_s, person.mobile},
        {u"address"_s, place.line + u", "_s + place.district}, {u"hid"_s, person.abhaAddress}};
    if (person.hasAbhaNumber())
        out.insert(u"hidn"_s, dashed(person.abhaNumber));
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}

QByteArray qrPng(const Person &person)
{
    return png(drawnQr(cardCode(person), qrSize));
}

QByteArray cardPng(const Person &person)
{
    QImage card(cardSize, QImage::Format_RGB32);
    card.fill(QColor(250, 248, 240));
    QPainter painter(&card);
    painter.fillRect(QRect(0, 0, cardSize.width(), 140), QColor(28, 86, 67));
    auto photo = QImage::fromData(QByteArray::fromBase64(person.photo.toLatin1()));
    if (photo.isNull())
        photo = drawnPortrait(person);
    painter.drawImage(QRect(40, 190, 160, 200), photo);
    const auto code = drawnQr(cardCode(person), qrSize);
    const QPoint corner(cardSize.width() - code.width() - 20, cardSize.height() - code.height() - 20);
    painter.drawImage(corner, code);
    if (qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        writeWords(painter, person, corner.x() - wordsLeft - 20);
    painter.end();
    return png(card);
}

}
