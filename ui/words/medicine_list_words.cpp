#include "ui/words/medicine_list_words.h"

#include <QCoreApplication>

namespace nadi::ui
{
namespace
{

QString words(const char *text)
{
    return QCoreApplication::translate("MedicineListWords", text);
}

}

QString listWord(clinic::MedicineList list)
{
    switch (list) {
    case clinic::MedicineList::O:
        return words(QT_TRANSLATE_NOOP("MedicineListWords", "O: any way"));
    case clinic::MedicineList::A:
        return words(QT_TRANSLATE_NOOP("MedicineListWords", "A: first by video"));
    case clinic::MedicineList::B:
        return words(QT_TRANSLATE_NOOP("MedicineListWords", "B: follow-up only"));
    case clinic::MedicineList::Prohibited:
        break;
    }
    return words(QT_TRANSLATE_NOOP("MedicineListWords", "Prohibited"));
}

Standing listColor(clinic::MedicineList list)
{
    switch (list) {
    case clinic::MedicineList::O:
        return Standing::Done;
    case clinic::MedicineList::A:
    case clinic::MedicineList::B:
        return Standing::Waiting;
    case clinic::MedicineList::Prohibited:
        break;
    }
    return Standing::NeedsPerson;
}

QString usedAs(clinic::ListedUse use)
{
    switch (use) {
    case clinic::ListedUse::Any:
        return {};
    case clinic::ListedUse::Skin:
        return words(QT_TRANSLATE_NOOP("MedicineListWords", "on the skin"));
    case clinic::ListedUse::Eye:
        return words(QT_TRANSLATE_NOOP("MedicineListWords", "in the eye"));
    case clinic::ListedUse::Ear:
        return words(QT_TRANSLATE_NOOP("MedicineListWords", "in the ear"));
    case clinic::ListedUse::Refill:
        break;
    }
    return words(QT_TRANSLATE_NOOP("MedicineListWords", "as a refill"));
}

}
