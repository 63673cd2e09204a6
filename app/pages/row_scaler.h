#pragma once

#include <QImage>
#include <QSize>

#include <vector>

namespace nadi::pages
{

/// What reads well in print: A4 at 300 dpi.
inline constexpr int printLongSide = 3508;
inline constexpr int printShortSide = 2480;

/// A4 at 150 dpi, for the screen (B18).
inline constexpr int screenLongSide = 1754;
inline constexpr int screenShortSide = 1240;

/// `source`, or the same shape reduced until it fits A4 at 300 dpi either way up. Never empty, never larger.
QSize printSize(QSize source);
QSize screenSize(QSize source);

/// Takes the rows of a picture in order, RGB of one byte each, and keeps only their area averages, so that a
/// 50-megapixel photo never stands in memory at full size.
class RowScaler
{
public:
    RowScaler(QSize source, QSize target);
    void addRow(const uchar *rgb);
    /// False until every row came.
    bool isComplete() const { return m_row == m_source.height(); }
    QImage take() { return std::move(m_image); }

private:
    void squeezeAcross(const uchar *rgb);
    void emitRow();

    QSize m_source;
    QSize m_target;
    QImage m_image;
    std::vector<quint16> m_across; ///< one source row at target width, 8.8 fixed point
    std::vector<quint64> m_down; ///< weighted sums of the target row being filled
    int m_row = 0;
    int m_written = 0;
};

/// Puts RGBA over white paper.
void flattenRow(const uchar *rgba, uchar *rgb, int pixels);

}
