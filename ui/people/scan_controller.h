#pragma once

#include "domain/abha_qr.h"
#include "domain/record.h"
#include "ui/session/page_controller.h"

#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// What a scanned code leads to: the file that has this ABHA, or the way to a new one. A code proves nothing; it only
/// saves typing (abha-m1.md 5.1).
class ScanController : public PageController
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the window")

public:
    explicit ScanController(UiServices &services, QObject *parent = nullptr);

    /// From a camera, a keyboard-type reader or a picture.
    Q_INVOKABLE void read(const QString &text);
    /// A reader typed something that is no code (scanner_watch.h).
    void unreadable();

Q_SIGNALS:
    void found(const QString &patient);
    /// Nobody has this ABHA. `text` as scanned, for the page that verifies it.
    void unknown(const nadi::AbhaQr &qr, const QString &text);
    /// The code of a sheet that was printed here: the version of the record it is of.
    void sheetFound(const nadi::Record &record);
    /// Not an ABHA code: one sentence that says what it is.
    void refused(const QString &sentence);

private:
    void findSheet(const RecordId &id);
};

}
