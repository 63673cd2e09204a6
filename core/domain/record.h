#pragma once

#include "common/utc_time.h"
#include "domain/clinic.h"
#include "domain/hi_type.h"
#include "domain/ids.h"
#include "domain/page_quality.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace nadi
{

/// Where a page came from.
enum class PageSource { File, Drop, Camera, Scanner };

/// What became of the automatic turn and crop of a photo (B23). It is made again from the original, either way.
enum class Straightening { NotNeeded, On, Off };

/// One page of a record as the person sees it. Blobs are stored sealed and fetched apart (RecordRepository).
struct RecordPage
{
    PageId id;
    int position = 0; ///< 0-based, the person's order
    int quarterTurns = 0; ///< clockwise, 0..3, on top of the clean image
    QByteArray originalHash; ///< SHA-256 of the file it came from, 32 bytes
    int originalPage = 0; ///< 0-based page inside that file
    QString mime; ///< of the clean image: always image/jpeg or image/png
    int width = 0; ///< pixels of the clean image before quarterTurns
    int height = 0;
    PageSource source = PageSource::File;
    bool reduced = false; ///< the clean image has fewer pixels than the original
    bool shrunk = false; ///< a person chose screen quality for a file over the limits (B18)
    std::optional<PageQuality> quality; ///< empty where nobody measured
    Straightening straightening = Straightening::NotNeeded;
    double turnedDegrees = 0; ///< clockwise, by straightening
    bool cropped = false; ///< by straightening
    QString unreadableReason; ///< why a person sends a page that cannot be read (B23)
    QList<PageId> keptBeside; ///< pages that look the same and that a person kept as well (B17)

    bool operator==(const RecordPage &) const = default;
};

enum class RecordState { Draft, Signed, Discarded };

/// What the clinic made: one document for one patient, made of pages, of data (record_content.h), or of both.
struct Record
{
    RecordId id;
    PatientId patient;
    FacilityId facility;
    DoctorId doctor;
    std::optional<AppointmentId> appointment;
    HiType type = HiType::Prescription;
    RecordState state = RecordState::Draft;
    QDate issuedOn; ///< date on the document, clinic time
    CareContextRef careContext; ///< set when signed
    QList<RecordPage> pages;
    UtcTime createdAt;
    UtcTime signedAt;
    qint64 version = 0;
    bool typed = false; ///< has a RecordContent beside its pages
    /// A signed record is never edited: a correction is a record of its own with the same care context.
    std::optional<RecordId> amends; ///< the one it takes the place of
    QString amendReason;
    // Said at the signature, shown on the printed sheet.
    UserId signedBy = {}; ///< who confirmed it in the program
    std::optional<TeleMode> heldBy = {}; ///< how the tele-consultation was held; empty in person
};

QString toWord(RecordState state);
RecordState recordStateFromWord(QStringView word);
QString toWord(PageSource source);
PageSource pageSourceFromWord(QStringView word);
QString toWord(Straightening state);
Straightening straighteningFromWord(QStringView word);

/// Stops the record from being confirmed until a person says why it goes as it is (B23).
inline bool isUnreadable(const RecordPage &page)
{
    return page.quality && isUnreadable(markOf(*page.quality)) && page.unreadableReason.isEmpty();
}

}
