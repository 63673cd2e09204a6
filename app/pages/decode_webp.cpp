#include "decoders.h"
#include "row_scaler.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>
#include <vector>

namespace nadi::pages
{

namespace
{

QByteArray profileOf(QByteArrayView bytes)
{
    const WebPData data{reinterpret_cast<const uint8_t *>(bytes.data()), size_t(bytes.size())};
    const std::unique_ptr<WebPDemuxer, decltype(&WebPDemuxDelete)> demuxer(WebPDemux(&data), WebPDemuxDelete);
    WebPChunkIterator chunk{};
    if (!demuxer || !WebPDemuxGetChunk(demuxer.get(), "ICCP", 1, &chunk))
        return {};
    QByteArray profile(reinterpret_cast<const char *>(chunk.chunk.bytes), qsizetype(chunk.chunk.size));
    WebPDemuxReleaseChunkIterator(&chunk);
    return profile;
}

Result<Raster> failure(VP8StatusCode status)
{
    if (status == VP8_STATUS_OUT_OF_MEMORY)
        throw std::bad_alloc();
    return unreadable(
        status == VP8_STATUS_NOT_ENOUGH_DATA || status == VP8_STATUS_SUSPENDED ? "DOC-TRUNCATED" : "DOC-CORRUPT",
        "WebP");
}

}

Result<Raster> decodeWebp(QByteArrayView bytes)
{
    const auto *data = reinterpret_cast<const uint8_t *>(bytes.data());
    WebPDecoderConfig config;
    WebPInitDecoderConfig(&config);
    if (const auto status = WebPGetFeatures(data, size_t(bytes.size()), &config.input); status != VP8_STATUS_OK)
        return failure(status);
    const QSize size(config.input.width, config.input.height);
    const QSize target = printSize(size);
    std::vector<uchar> rgba(size_t(target.width()) * size_t(target.height()) * 4);
    config.options.use_scaling = target != size;
    config.options.scaled_width = target.width();
    config.options.scaled_height = target.height();
    config.output.colorspace = MODE_RGBA;
    config.output.is_external_memory = 1;
    config.output.u.RGBA = {rgba.data(), target.width() * 4, rgba.size()};
    if (const auto status = WebPDecode(data, size_t(bytes.size()), &config); status != VP8_STATUS_OK)
        return failure(status);
    QImage image(target, QImage::Format_RGB888);
    if (image.isNull())
        throw std::bad_alloc();
    for (int y = 0; y < target.height(); ++y)
        flattenRow(rgba.data() + size_t(y) * size_t(target.width()) * 4, image.scanLine(y), target.width());
    return Raster{image, profileOf(bytes), target != size};
}

}
