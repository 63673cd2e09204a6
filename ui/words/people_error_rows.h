#pragma once

// Private to ui/words: what can go wrong around who somebody is (FD-2, FD-3, FD-11, B36 to B40, B43 to B45), and paper.

#include "ui/words/error_row.h"

#include <array>

namespace nadi::ui
{

inline constexpr std::array peopleErrorRows{
    ErrorRow{"SHARE-REASON",
        QT_TRANSLATE_NOOP("ErrorWords", "Mobile, sex, age and name do not all agree. Write why it is the same person."),
        Remedy::CorrectEntry, ""},
    ErrorRow{"SHARE-ABHA",
        QT_TRANSLATE_NOOP("ErrorWords",
            "This file has another ABHA. Detach that one first, or choose another file. Nothing was changed."),
        Remedy::CompareIdentity, QT_TRANSLATE_NOOP("ErrorWords", "Compare")},
    ErrorRow{"SHARE-UNKNOWN", QT_TRANSLATE_NOOP("ErrorWords", "This scan is not here any more."), Remedy::Reload,
        QT_TRANSLATE_NOOP("ErrorWords", "Show the newest")},
    ErrorRow{"ABHA-ELSEWHERE",
        QT_TRANSLATE_NOOP("ErrorWords", "Another file of this clinic has this ABHA. Nothing was changed."),
        Remedy::CompareIdentity, QT_TRANSLATE_NOOP("ErrorWords", "Compare the two files")},
    ErrorRow{"ABHA-REASON", QT_TRANSLATE_NOOP("ErrorWords", "Write a reason first."), Remedy::CorrectEntry, ""},
    ErrorRow{"ABHA-NONE", QT_TRANSLATE_NOOP("ErrorWords", "There is no ABHA in this file any more."), Remedy::Reload,
        QT_TRANSLATE_NOOP("ErrorWords", "Show the newest")},
    ErrorRow{"IDENTIFIER-VALUE", QT_TRANSLATE_NOOP("ErrorWords", "A number has at least one letter or digit."),
        Remedy::CorrectEntry, ""},
    ErrorRow{"IDENTIFIER-TAKEN", QT_TRANSLATE_NOOP("ErrorWords", "Another file has this number already."),
        Remedy::CorrectEntry, ""},
    ErrorRow{"MERGE-TWO-ABHA",
        QT_TRANSLATE_NOOP("ErrorWords",
            "Both files have an ABHA number, and they are not the same. Detach the wrong one first. Nothing was "
            "changed."),
        Remedy::CompareIdentity, QT_TRANSLATE_NOOP("ErrorWords", "Compare")},
    ErrorRow{"MERGE-SAME", QT_TRANSLATE_NOOP("ErrorWords", "These are one file already."), Remedy::Reload, ""},
    ErrorRow{"MERGE-DONE", QT_TRANSLATE_NOOP("ErrorWords", "One of the files was merged meanwhile."), Remedy::Reload,
        QT_TRANSLATE_NOOP("ErrorWords", "Show the newest")},
    ErrorRow{"MERGE-UNDONE", QT_TRANSLATE_NOOP("ErrorWords", "This merge is undone already."), Remedy::Reload, ""},
    ErrorRow{"MERGE-LATE", QT_TRANSLATE_NOOP("ErrorWords", "A merge can be undone for 30 days. They are over."),
        Remedy::None, ""},
    ErrorRow{"MERGE-ON-TOP",
        QT_TRANSLATE_NOOP("ErrorWords", "A later merge is on top of this one. Undo that one first."), Remedy::None, ""},
    ErrorRow{"COUNTER-ID",
        QT_TRANSLATE_NOOP("ErrorWords", "A counter has 1 to 20 letters or digits, and a name of its own."),
        Remedy::CorrectEntry, ""},
    ErrorRow{"NO-REGISTRY-ID",
        QT_TRANSLATE_NOOP("ErrorWords", "This clinic has no number in the facility registry yet. IT can enter it."),
        Remedy::TellManager, QT_TRANSLATE_NOOP("ErrorWords", "Tell IT")},
    ErrorRow{"PAPER-PRINTER",
        QT_TRANSLATE_NOOP("ErrorWords", "This computer has no printer. Save it as PDF and print it elsewhere."),
        Remedy::None, ""},
    ErrorRow{"PAPER-PRINT", QT_TRANSLATE_NOOP("ErrorWords", "The printer did not take it."), Remedy::Retry,
        QT_TRANSLATE_NOOP("ErrorWords", "Print again")},
    ErrorRow{"PAPER-WRITE", QT_TRANSLATE_NOOP("ErrorWords", "The file could not be written there."),
        Remedy::ChooseAnother, QT_TRANSLATE_NOOP("ErrorWords", "Choose another place")},
};

}
