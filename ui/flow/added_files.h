#pragma once

#include "clinic/prescription.h"
#include "documents/worker.h"
#include "ui/words/error_words.h"

#include <QObject>
#include <QUrl>

namespace nadi::ui
{

/// A file on its way into the document, or one that could not be added.
struct FileRow
{
    Q_GADGET
    Q_PROPERTY(int number MEMBER number)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(bool working MEMBER working)
    Q_PROPERTY(QString sentence MEMBER sentence)
    Q_PROPERTY(QString action MEMBER action)
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(bool wantsPassword MEMBER wantsPassword)
    Q_PROPERTY(bool mayAddAnyway MEMBER mayAddAnyway)
    Q_PROPERTY(QString measure MEMBER measure)
    Q_PROPERTY(bool mayShrink MEMBER mayShrink)

public:
    int number = 0; ///< stays with the file while it is listed
    QString name;
    bool working = false;
    QString sentence;
    QString action;
    QString code;
    bool wantsPassword = false;
    bool mayAddAnyway = false;
    QString measure; ///< how large what was refused is (B18)
    bool mayShrink = false;

    bool operator==(const FileRow &) const = default;
};

/// What is kept of a file until it is in or dismissed: its bytes, so that a password or "add anyway" needs no second
/// look-up.
struct WaitingFile
{
    FileRow row;
    QUrl url;
    QByteArray bytes;
    PageSource source = PageSource::File;
    int wrongPasswords = 0;
    clinic::AddedFile cleaned;
};

/// The worker's result as the clinic stores it. Image and page lists are parallel.
clinic::AddedFile toAddedFile(documents::CleanDocument document, QByteArray original, PageSource source);
/// Puts the problem into the row.
void tellProblem(FileRow &row, const Error &error);

}
