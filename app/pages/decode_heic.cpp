#include "decoders.h"
#include "row_scaler.h"

#include <libheif/heif.h>

#include <memory>
#include <vector>

namespace nadi::pages
{

namespace
{

template <auto Free>
struct FreeBy
{
    template <class T>
    void operator()(T *p) const
    {
        Free(p);
    }
};
using Context = std::unique_ptr<heif_context, FreeBy<heif_context_free>>;
using Handle = std::unique_ptr<heif_image_handle, FreeBy<heif_image_handle_release>>;
using Picture = std::unique_ptr<heif_image, FreeBy<heif_image_release>>;

Result<Raster> failure(const heif_error &error)
{
    if (error.code == heif_error_Memory_allocation_error)
        throw std::bad_alloc();
    return unreadable("DOC-CORRUPT", "HEIC");
}

QByteArray profileOf(const heif_image_handle *handle)
{
    const size_t size = heif_image_handle_get_raw_color_profile_size(handle);
    QByteArray profile(qsizetype(size), '\0');
    if (size == 0 || heif_image_handle_get_raw_color_profile(handle, profile.data()).code != heif_error_Ok)
        return {};
    return profile;
}

}

Result<Raster> decodeHeic(QByteArrayView bytes, const documents::PageLimits &limits)
{
    const Context context(heif_context_alloc());
    heif_context_set_max_decoding_threads(
        context.get(), 0); // libde265 starts its own; tiles in parallel would multiply the memory
    auto error = heif_context_read_from_memory_without_copy(context.get(), bytes.data(), size_t(bytes.size()), nullptr);
    if (error.code != heif_error_Ok)
        return failure(error);
    heif_image_handle *rawHandle = nullptr;
    error = heif_context_get_primary_image_handle(context.get(), &rawHandle);
    const Handle handle(rawHandle);
    if (error.code != heif_error_Ok)
        return failure(error);
    // What the library is about to allocate, after its own reading of grids and turns.
    const QSize size(heif_image_handle_get_width(handle.get()), heif_image_handle_get_height(handle.get()));
    if (size.isEmpty() || size.width() > limits.side || size.height() > limits.side
        || qint64(size.width()) * size.height() > limits.pixels)
        return fail(ErrorKind::Limit, QStringLiteral("DOC-PIXELS"));
    const bool alpha = heif_image_handle_has_alpha_channel(handle.get());
    heif_image *rawPicture = nullptr;
    error = heif_decode_image(handle.get(), &rawPicture, heif_colorspace_RGB,
        alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, nullptr);
    const Picture picture(rawPicture);
    if (error.code != heif_error_Ok)
        return failure(error);
    int stride = 0;
    const uint8_t *plane = heif_image_get_plane_readonly(picture.get(), heif_channel_interleaved, &stride);
    const QSize decoded(heif_image_get_width(picture.get(), heif_channel_interleaved),
        heif_image_get_height(picture.get(), heif_channel_interleaved));
    if (!plane || decoded.isEmpty() || stride < decoded.width() * (alpha ? 4 : 3))
        return unreadable("DOC-CORRUPT", "HEIC plane");
    const QSize target = printSize(decoded);
    RowScaler scaler(decoded, target);
    std::vector<uchar> rgb(size_t(decoded.width()) * 3);
    for (int y = 0; y < decoded.height(); ++y) {
        const uint8_t *row = plane + qsizetype(y) * stride;
        if (alpha)
            flattenRow(row, rgb.data(), decoded.width());
        scaler.addRow(alpha ? rgb.data() : row);
    }
    return Raster{scaler.take(), profileOf(handle.get()), target != decoded};
}

}
