#pragma once

#include <QLocale>
#include <QString>

namespace nadi::ui
{

/// "31.4 MB", counted as the limits are: a MB is 1024 times 1024 bytes.
inline QString sizeWords(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

}
