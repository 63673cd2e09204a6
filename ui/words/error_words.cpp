#include "ui/words/error_words.h"

#include "ui/words/people_error_rows.h"

#include <QCoreApplication>

#include <array>

namespace nadi::ui
{
namespace
{

constexpr const char *context = "ErrorWords";

using Row = ErrorRow;

// B15 to B25, the booking conflicts, registration. Sentences first say what happened, then whether anything was saved.
constexpr std::array rows{
    Row{"DOC-TYPE",
        QT_TRANSLATE_NOOP("ErrorWords", "This file is not a picture or a PDF that can be added. Nothing was stored."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Choose another file")},
    Row{"DOC-EMPTY", QT_TRANSLATE_NOOP("ErrorWords", "This file has no pages. Nothing was stored."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Choose another file")},
    Row{"DOC-TRUNCATED",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "This file ends too early; it was probably not copied completely. Nothing was stored."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Copy or scan it again")},
    Row{"DOC-CORRUPT", QT_TRANSLATE_NOOP("ErrorWords", "This file is damaged and cannot be read. Nothing was stored."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Scan the page again")},
    Row{"DOC-ENCRYPTED", QT_TRANSLATE_NOOP("ErrorWords", "This PDF is locked with a password."), Remedy::EnterPassword,
        QT_TRANSLATE_NOOP("ErrorWords", "Enter the password")},
    Row{"DOC-PASSWORD",
        QT_TRANSLATE_NOOP("ErrorWords", "The password does not open this PDF. Print and scan it if it is not known."),
        Remedy::EnterPassword, QT_TRANSLATE_NOOP("ErrorWords", "Enter the password")},
    Row{"DOC-SIZE", QT_TRANSLATE_NOOP("ErrorWords", "This file is larger than 20 MB. Nothing was stored."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Scan with fewer dots per inch")},
    Row{"DOC-PAGES",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "A document can have 50 pages; this file would make it longer. Nothing of it was stored."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Send it in parts")},
    Row{"DOC-PIXELS",
        QT_TRANSLATE_NOOP("ErrorWords", "This picture has more than 50 million points. Nothing was stored."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Take it with a lower resolution")},
    Row{"DOC-TIME",
        QT_TRANSLATE_NOOP("ErrorWords", "Reading this file took too long and was stopped. Nothing was stored."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Scan the page again")},
    Row{"DOC-MEMORY",
        QT_TRANSLATE_NOOP("ErrorWords", "This file needs more memory than is allowed. Nothing was stored."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Scan the page again")},
    Row{"DOC-CRASH", QT_TRANSLATE_NOOP("ErrorWords", "This file could not be read safely. Nothing was stored."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Scan the page again")},
    Row{"DOC-WORKER",
        QT_TRANSLATE_NOOP("ErrorWords", "The page reader could not be started. Your other pages are saved."),
        Remedy::Retry, QT_TRANSLATE_NOOP("ErrorWords", "Try again")},
    Row{"DOC-DUPLICATE",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "This file is already attached for this patient. It was not added a second time."),
        Remedy::AddAnyway, QT_TRANSLATE_NOOP("ErrorWords", "Add anyway")},
    Row{"DOC-OTHER-PATIENT",
        QT_TRANSLATE_NOOP("ErrorWords", "Stop: this file is attached to another patient. It was not added."),
        Remedy::AddAnyway, QT_TRANSLATE_NOOP("ErrorWords", "Add it to this patient too")},
    Row{"DOC-READ", QT_TRANSLATE_NOOP("ErrorWords", "This file could not be opened. Nothing was stored."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Choose another file")},
    Row{"SLOT-TAKEN", QT_TRANSLATE_NOOP("ErrorWords", "Somebody just took this time. Your entries are kept."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Choose another time")},
    Row{"HOLD-EXPIRED",
        QT_TRANSLATE_NOOP("ErrorWords", "The time was held for 5 minutes and is taken now. Your entries are kept."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Choose another time")},
    Row{"DB-STALE",
        QT_TRANSLATE_NOOP("ErrorWords", "Somebody else changed this a moment ago. Nothing was overwritten."),
        Remedy::Reload, QT_TRANSLATE_NOOP("ErrorWords", "Show the newest")},
    Row{"DB-BUSY", QT_TRANSLATE_NOOP("ErrorWords", "The database is busy. Your entries are kept."), Remedy::Retry,
        QT_TRANSLATE_NOOP("ErrorWords", "Try again")},
    Row{"DB-NEWER",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "This clinic file belongs to a newer version of the program. Nothing was changed."),
        Remedy::TellManager, QT_TRANSLATE_NOOP("ErrorWords", "Update this computer")},
    Row{"DB-CORRUPT",
        QT_TRANSLATE_NOOP("ErrorWords",
            "The clinic's file on this computer is damaged and was not opened. A copy of it is kept; a backup can be"
            " restored."),
        Remedy::TellManager, QT_TRANSLATE_NOOP("ErrorWords", "Tell IT")},
    Row{"DISK-FULL",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The disk of this computer is almost full. Nothing was stored; your other pages are saved."),
        Remedy::TellManager, QT_TRANSLATE_NOOP("ErrorWords", "Make room on the disk, then add it again")},
    Row{"KEY-LOCKED",
        QT_TRANSLATE_NOOP("ErrorWords",
            "The password store of this computer is locked or not there, and the clinic's key is in it. Nothing was"
            " changed. When it is lost, the printed recovery key opens a backup."),
        Remedy::TellManager, QT_TRANSLATE_NOOP("ErrorWords", "Unlock it and start again")},
    Row{"KEY-RIGHTS",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The clinic's key file can be read by other users of this computer and was not used."),
        Remedy::TellManager, QT_TRANSLATE_NOOP("ErrorWords", "Tell IT")},
    Row{"KEY-NONE",
        QT_TRANSLATE_NOOP("ErrorWords",
            "This computer does not have the clinic's key. Nothing was changed. The printed recovery text brings the"
            " key back."),
        Remedy::TellManager, QT_TRANSLATE_NOOP("ErrorWords", "Tell IT")},
    Row{"DB-KEY",
        QT_TRANSLATE_NOOP("ErrorWords",
            "The key on this computer belongs to another clinic and does not open this one. Nothing was changed."),
        Remedy::TellManager, QT_TRANSLATE_NOOP("ErrorWords", "Tell IT: put the right key in its place")},
    Row{"REC-EMPTY", QT_TRANSLATE_NOOP("ErrorWords", "There is no page to send yet."), Remedy::ChooseAnother,
        QT_TRANSLATE_NOOP("ErrorWords", "Add a page")},
    Row{"REC-UNREADABLE",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "A page cannot be read, and nobody said why it goes as it is. Nothing was sent."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Look at the pages")},
    Row{"REC-REASON", QT_TRANSLATE_NOOP("ErrorWords", "Say in a few words why the page goes as it is."),
        Remedy::CorrectEntry, ""},
    Row{"PRESCRIBING-P1",
        QT_TRANSLATE_NOOP("ErrorWords",
            "A medicine on this prescription may never be prescribed in a tele-consultation (rule P1). Nothing was"
            " signed."),
        Remedy::CorrectEntry, QT_TRANSLATE_NOOP("ErrorWords", "Change the medicine, or ask for a visit")},
    Row{"PRESCRIBING-P2",
        QT_TRANSLATE_NOOP("ErrorWords",
            "A first consultation by audio or text allows over-the-counter medicines only (rule P2). Nothing was"
            " signed."),
        Remedy::CorrectEntry, QT_TRANSLATE_NOOP("ErrorWords", "Go on by video, or ask for a visit")},
    Row{"PRESCRIBING-P3",
        QT_TRANSLATE_NOOP("ErrorWords",
            "A medicine on this prescription is for follow-ups of a known treatment only (rule P3). Nothing was"
            " signed."),
        Remedy::CorrectEntry, QT_TRANSLATE_NOOP("ErrorWords", "Change the medicine, or ask for a visit")},
    Row{"PRESCRIBING-REASON",
        QT_TRANSLATE_NOOP("ErrorWords", "Say in a few words why these medicines are right here. Nothing was signed."),
        Remedy::CorrectEntry, ""},
    Row{"REC-AMENDED",
        QT_TRANSLATE_NOOP("ErrorWords", "Somebody else corrected this record meanwhile. Nothing was signed."),
        Remedy::Reload, QT_TRANSLATE_NOOP("ErrorWords", "Show the newest version")},
    Row{"CONTENT-SIZE",
        QT_TRANSLATE_NOOP("ErrorWords", "This is more than a record can hold. The text before it is saved."),
        Remedy::CorrectEntry, QT_TRANSLATE_NOOP("ErrorWords", "Shorten it")},
    Row{"CONTENT-SHAPE",
        QT_TRANSLATE_NOOP("ErrorWords", "This record was written by a newer version of the program. Nothing was lost."),
        Remedy::TellManager, QT_TRANSLATE_NOOP("ErrorWords", "Tell IT: this computer needs the update")},
    Row{"CLASSES-FILE", QT_TRANSLATE_NOOP("ErrorWords", "This file cannot be read. Nothing was changed."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Choose another file")},
    Row{"CLASSES-JSON", QT_TRANSLATE_NOOP("ErrorWords", "This is no medicine list. Nothing was changed."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Choose another file")},
    Row{"CLASSES-ROW",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "A medicine lacks its name, its list, its source or its date. Nothing was changed."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Choose another file")},
    Row{"CLASSES-HEAD",
        QT_TRANSLATE_NOOP("ErrorWords", "The list does not say its version, date and source. Nothing was changed."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Choose another file")},
    Row{"CLASSES-EMPTY", QT_TRANSLATE_NOOP("ErrorWords", "The list names no medicine. Nothing was changed."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Choose another file")},
    Row{"CLASSES-FUTURE", QT_TRANSLATE_NOOP("ErrorWords", "A date is in the future. Nothing was changed."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Choose another file")},
    Row{"CLASSES-CONTRADICTION",
        QT_TRANSLATE_NOOP("ErrorWords", "The file puts one medicine on two lists. Nothing was changed."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Choose another file")},
    Row{"CLASSES-OLDER", QT_TRANSLATE_NOOP("ErrorWords", "The list in force is newer. Nothing was changed."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Choose another file")},
    Row{"CLASSES-SAME", QT_TRANSLATE_NOOP("ErrorWords", "This version is in force already."), Remedy::ChooseAnother,
        QT_TRANSLATE_NOOP("ErrorWords", "Choose another file")},
    Row{"CLASSES-DOCTOR", QT_TRANSLATE_NOOP("ErrorWords", "Say which doctor answers for the list."),
        Remedy::CorrectEntry, ""},
    Row{"TEMPLATE-NAME", QT_TRANSLATE_NOOP("ErrorWords", "Give the template a name."), Remedy::CorrectEntry, ""},
    Row{"REC-STATE", QT_TRANSLATE_NOOP("ErrorWords", "This prescription was already confirmed."), Remedy::Reload,
        QT_TRANSLATE_NOOP("ErrorWords", "Show it")},
    Row{"PERSON-NAME", QT_TRANSLATE_NOOP("ErrorWords", "A name has at least two letters."), Remedy::CorrectEntry, ""},
    Row{"PERSON-GENDER", QT_TRANSLATE_NOOP("ErrorWords", "Choose one; the health network asks for it."),
        Remedy::CorrectEntry, ""},
    Row{"PERSON-BIRTH",
        QT_TRANSLATE_NOOP("ErrorWords", "This date is impossible or in the future. A year alone is enough."),
        Remedy::CorrectEntry, ""},
    Row{"PERSON-MOBILE",
        QT_TRANSLATE_NOOP("ErrorWords", "A mobile number has 10 digits. Leave it empty when there is no phone."),
        Remedy::CorrectEntry, ""},
    Row{"ABHA-NUMBER", QT_TRANSLATE_NOOP("ErrorWords", "An ABHA number has 14 digits."), Remedy::CorrectEntry, ""},
    Row{"ABHA-ADDRESS", QT_TRANSLATE_NOOP("ErrorWords", "An ABHA address looks like name@abdm."), Remedy::CorrectEntry,
        ""},
};

// Reasons a delivery waits for a person, or is held. Families: users-and-journeys.md section 10.
constexpr std::array deliveryRows{
    Row{"FACILITY",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "Saved here. It leaves by itself when the clinic is linked to the health network."),
        Remedy::None, ""},
    Row{"NO-ABHA",
        QT_TRANSLATE_NOOP("ErrorWords", "Saved here. There is no ABHA in the file; care goes on without it."),
        Remedy::None, ""},
    Row{"ABHA-UNVERIFIED",
        QT_TRANSLATE_NOOP("ErrorWords", "Saved here. It leaves when the patient's ABHA is verified at the desk."),
        Remedy::CompareIdentity, QT_TRANSLATE_NOOP("ErrorWords", "Compare and verify")},
    Row{"IDENTITY",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The name, sex or birth year differs from the health account. Nothing was sent."),
        Remedy::CompareIdentity, QT_TRANSLATE_NOOP("ErrorWords", "Compare")},
    Row{"ABDM-1207",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The name, sex or birth year differs from the health account. Nothing was sent."),
        Remedy::CompareIdentity, QT_TRANSLATE_NOOP("ErrorWords", "Compare")},
    Row{"ABDM-1036",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The name, sex or birth year differs from the health account. Nothing was sent."),
        Remedy::CompareIdentity, QT_TRANSLATE_NOOP("ErrorWords", "Compare")},
    Row{"ABDM-1027",
        QT_TRANSLATE_NOOP("ErrorWords",
            "The network allows three tries a day for this patient. It opens again tomorrow; the record is safe here."),
        Remedy::Retry, QT_TRANSLATE_NOOP("ErrorWords", "Send again")},
    Row{"ABDM-1051",
        QT_TRANSLATE_NOOP("ErrorWords", "The ABHA address in our file is not known to the network. Nothing was sent."),
        Remedy::CorrectEntry, QT_TRANSLATE_NOOP("ErrorWords", "Correct the file")},
    Row{"ABDM-1035",
        QT_TRANSLATE_NOOP("ErrorWords", "This clinic's connection needs IT. Care goes on; the record is safe here."),
        Remedy::TellManager, QT_TRANSLATE_NOOP("ErrorWords", "Tell IT")},
    Row{"PERSON-INCOMPLETE",
        QT_TRANSLATE_NOOP(
            "ErrorWords", "The health network needs name, sex and birth year, and one is missing in the file."),
        Remedy::CompareIdentity, QT_TRANSLATE_NOOP("ErrorWords", "Complete the file")},
    Row{"PERSON-UNKNOWN", QT_TRANSLATE_NOOP("ErrorWords", "The patient's file could not be found. Nothing was sent."),
        Remedy::TellManager, QT_TRANSLATE_NOOP("ErrorWords", "Tell IT")},
    Row{"NO-ANSWER",
        QT_TRANSLATE_NOOP("ErrorWords", "The network took the record but never confirmed it. It is safe here."),
        Remedy::Retry, QT_TRANSLATE_NOOP("ErrorWords", "Send again")},
};

QString words(const char *text)
{
    return *text ? QCoreApplication::translate(context, text) : QString();
}

template <size_t N>
const Row *find(const std::array<Row, N> &table, const QString &code)
{
    for (const Row &row : table)
        if (code == QLatin1String(row.code))
            return &row;
    return nullptr;
}

Problem fromKind(const Error &error)
{
    const QString again = QCoreApplication::translate(context, "Try again");
    switch (error.kind) {
    case ErrorKind::Unavailable:
    case ErrorKind::Timeout:
        return {QCoreApplication::translate(context, "No answer yet. Your work is saved on this computer."),
            Remedy::Retry, again, error.code};
    case ErrorKind::Storage:
        return {QCoreApplication::translate(context,
                    "This could not be written to the clinic's database. What you see is kept on this screen."),
            Remedy::Retry, again, error.code};
    case ErrorKind::NotFound:
        return {QCoreApplication::translate(context, "This does not exist any more. Nothing was changed."),
            Remedy::Reload, QCoreApplication::translate(context, "Show the newest"), error.code};
    case ErrorKind::Crypto:
        return {QCoreApplication::translate(
                    context, "This could not be opened safely. Nothing was changed; IT can help with the code below."),
            Remedy::TellManager, QCoreApplication::translate(context, "Tell IT"), error.code};
    default:
        return {QCoreApplication::translate(context, "This did not work. Nothing was sent; what you entered is kept."),
            Remedy::Retry, again, error.code};
    }
}

}

Problem problemOf(const Error &error)
{
    if (const Row *row = find(rows, error.code))
        return {words(row->sentence), row->remedy, words(row->action), error.code};
    if (const Row *row = find(peopleErrorRows, error.code))
        return {words(row->sentence), row->remedy, words(row->action), error.code};
    return fromKind(error);
}

Problem deliveryProblem(const QString &reason)
{
    if (reason.isEmpty())
        return {};
    if (const Row *row = find(deliveryRows, reason))
        return {words(row->sentence), row->remedy, words(row->action), reason};
    return {QCoreApplication::translate(context, "The health network did not take the record. It is safe here."),
        Remedy::Retry, QCoreApplication::translate(context, "Send again"), reason};
}

}
