#include "abdm/callback_parsers.h"

namespace nadi::abdm
{

PatientStatus parsePatientStatus(Fields &fields)
{
    using Word = PatientStatus::Word;
    auto notification = fields.object(u"notification");
    PatientStatus out;
    const auto word = notification.text(u"status").trimmed().toUpper();
    if (word == u"DEACTIVATED")
        out.status = Word::Deactivated;
    else if (word == u"DELETED")
        out.status = Word::Deleted;
    else if (word != u"ACTIVE" && !word.isEmpty())
        notification.refuse(QStringLiteral("CB-VALUE"), u"status");
    if (const auto address = AbhaAddress::parse(notification.looseText(u"abhaAddress")); address)
        out.abhaAddress = address->value();
    if (const auto number = AbhaNumber::parse(notification.looseText(u"abhaNumber")); number)
        out.abhaNumber = number->digits();
    if (out.abhaAddress.isEmpty() && out.abhaNumber.isEmpty())
        notification.refuse(QStringLiteral("CB-MISSING"), u"abhaAddress");
    return out;
}

}
