#include "row_scaler.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace nadi::pages
{

namespace
{

QSize within(QSize source, int longest, int shortest)
{
    const double longSide = std::max(source.width(), source.height());
    const double shortSide = std::min(source.width(), source.height());
    const double scale = std::min({1.0, longest / longSide, shortest / shortSide});
    return QSize(std::max(1, qRound(source.width() * scale)), std::max(1, qRound(source.height() * scale)));
}

}

QSize printSize(QSize source)
{
    return within(source, printLongSide, printShortSide);
}

QSize screenSize(QSize source)
{
    return within(source, screenLongSide, screenShortSide);
}

RowScaler::RowScaler(QSize source, QSize target)
    : m_source(source)
    , m_target(target)
    , m_image(target, QImage::Format_RGB888)
    , m_across(size_t(target.width()) * 3)
    , m_down(size_t(target.width()) * 3)
{
    if (m_image.isNull())
        throw std::bad_alloc();
}

// Source pixels and target pixels are laid on one grid of source x target units, so that all overlaps are whole
// numbers.
void RowScaler::squeezeAcross(const uchar *rgb)
{
    const int sourceWidth = m_source.width();
    const int targetWidth = m_target.width();
    qint64 begin = 0;
    for (int x = 0; x < targetWidth; ++x, begin += sourceWidth) {
        const qint64 end = begin + sourceWidth;
        quint32 sum[3] = {0, 0, 0};
        for (qint64 at = begin; at < end;) {
            const qint64 pixel = at / targetWidth;
            const qint64 next = std::min(end, (pixel + 1) * targetWidth);
            const auto weight = quint32(next - at);
            for (int c = 0; c < 3; ++c)
                sum[c] += weight * rgb[pixel * 3 + c];
            at = next;
        }
        for (int c = 0; c < 3; ++c)
            m_across[size_t(x) * 3 + size_t(c)] = quint16((quint64(sum[c]) << 8) / quint32(sourceWidth));
    }
}

void RowScaler::emitRow()
{
    uchar *line = m_image.scanLine(m_written++);
    const quint64 whole = quint64(m_source.height()) << 8;
    for (size_t i = 0; i < m_down.size(); ++i)
        line[i] = uchar((m_down[i] + whole / 2) / whole);
    std::fill(m_down.begin(), m_down.end(), 0);
}

void RowScaler::addRow(const uchar *rgb)
{
    if (isComplete())
        return;
    const qint64 sourceHeight = m_source.height();
    const qint64 targetHeight = m_target.height();
    const qint64 row = m_row++;
    if (m_source == m_target) {
        std::memcpy(m_image.scanLine(int(row)), rgb, size_t(m_source.width()) * 3);
        return;
    }
    squeezeAcross(rgb);
    const qint64 end = (row + 1) * targetHeight;
    for (qint64 at = row * targetHeight; at < end;) {
        const qint64 targetEnd = qint64(m_written + 1) * sourceHeight;
        const qint64 next = std::min(end, targetEnd);
        const auto weight = quint64(next - at);
        for (size_t i = 0; i < m_down.size(); ++i)
            m_down[i] += weight * m_across[i];
        if (next == targetEnd)
            emitRow();
        at = next;
    }
}

void flattenRow(const uchar *rgba, uchar *rgb, int pixels)
{
    for (int i = 0; i < pixels; ++i, rgba += 4, rgb += 3) {
        const int alpha = rgba[3];
        for (int c = 0; c < 3; ++c)
            rgb[c] = uchar(255 - (255 - rgba[c]) * alpha / 255);
    }
}

}
