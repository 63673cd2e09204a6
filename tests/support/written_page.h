#pragma once

#include <QImage>
#include <QPainter>
#include <QString>

namespace nadi::test
{

/// An A4 page at 150 dots per inch with these words: readable, which an empty one is not (B23).
inline QImage writtenPage(const QString &words = QStringLiteral("Tab. Ashwagandha 500 mg\n"
                                                                "Twice a day with warm milk, 30 days\n"
                                                                "Triphala churna at bedtime"))
{
    QImage page(1240, 1754, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    QFont font;
    font.setPixelSize(44);
    painter.setFont(font);
    painter.drawText(QRect(100, 120, 1040, 1500), Qt::AlignLeft | Qt::TextWordWrap, words);
    return page;
}

}
