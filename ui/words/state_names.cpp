#include "ui/words/state_names.h"

#include <QCollator>
#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace nadi::ui
{
namespace
{

struct Row
{
    int lgd;
    const char *name;
};

// 25 and 26 were joined into 38 in 2020.
constexpr std::array rows{Row{1, QT_TRANSLATE_NOOP("StateNames", "Jammu and Kashmir")},
    Row{2, QT_TRANSLATE_NOOP("StateNames", "Himachal Pradesh")}, Row{3, QT_TRANSLATE_NOOP("StateNames", "Punjab")},
    Row{4, QT_TRANSLATE_NOOP("StateNames", "Chandigarh")}, Row{5, QT_TRANSLATE_NOOP("StateNames", "Uttarakhand")},
    Row{6, QT_TRANSLATE_NOOP("StateNames", "Haryana")}, Row{7, QT_TRANSLATE_NOOP("StateNames", "Delhi")},
    Row{8, QT_TRANSLATE_NOOP("StateNames", "Rajasthan")}, Row{9, QT_TRANSLATE_NOOP("StateNames", "Uttar Pradesh")},
    Row{10, QT_TRANSLATE_NOOP("StateNames", "Bihar")}, Row{11, QT_TRANSLATE_NOOP("StateNames", "Sikkim")},
    Row{12, QT_TRANSLATE_NOOP("StateNames", "Arunachal Pradesh")}, Row{13, QT_TRANSLATE_NOOP("StateNames", "Nagaland")},
    Row{14, QT_TRANSLATE_NOOP("StateNames", "Manipur")}, Row{15, QT_TRANSLATE_NOOP("StateNames", "Mizoram")},
    Row{16, QT_TRANSLATE_NOOP("StateNames", "Tripura")}, Row{17, QT_TRANSLATE_NOOP("StateNames", "Meghalaya")},
    Row{18, QT_TRANSLATE_NOOP("StateNames", "Assam")}, Row{19, QT_TRANSLATE_NOOP("StateNames", "West Bengal")},
    Row{20, QT_TRANSLATE_NOOP("StateNames", "Jharkhand")}, Row{21, QT_TRANSLATE_NOOP("StateNames", "Odisha")},
    Row{22, QT_TRANSLATE_NOOP("StateNames", "Chhattisgarh")},
    Row{23, QT_TRANSLATE_NOOP("StateNames", "Madhya Pradesh")}, Row{24, QT_TRANSLATE_NOOP("StateNames", "Gujarat")},
    Row{27, QT_TRANSLATE_NOOP("StateNames", "Maharashtra")}, Row{28, QT_TRANSLATE_NOOP("StateNames", "Andhra Pradesh")},
    Row{29, QT_TRANSLATE_NOOP("StateNames", "Karnataka")}, Row{30, QT_TRANSLATE_NOOP("StateNames", "Goa")},
    Row{31, QT_TRANSLATE_NOOP("StateNames", "Lakshadweep")}, Row{32, QT_TRANSLATE_NOOP("StateNames", "Kerala")},
    Row{33, QT_TRANSLATE_NOOP("StateNames", "Tamil Nadu")}, Row{34, QT_TRANSLATE_NOOP("StateNames", "Puducherry")},
    Row{35, QT_TRANSLATE_NOOP("StateNames", "Andaman and Nicobar Islands")},
    Row{36, QT_TRANSLATE_NOOP("StateNames", "Telangana")}, Row{37, QT_TRANSLATE_NOOP("StateNames", "Ladakh")},
    Row{38, QT_TRANSLATE_NOOP("StateNames", "Dadra and Nagar Haveli and Daman and Diu")}};

}

QList<IndianState> indianStates()
{
    QList<IndianState> out;
    for (const auto &[lgd, name] : rows)
        out += {QString::number(lgd), QCoreApplication::translate("StateNames", name)};
    const QCollator order;
    std::ranges::sort(out, [&](const auto &one, const auto &other) { return order(one.name, other.name); });
    return out;
}

QVariantList stateChoices()
{
    QVariantList out;
    for (const auto &[lgd, name] : indianStates())
        out += QVariantMap{{QStringLiteral("value"), lgd}, {QStringLiteral("text"), name}};
    return out;
}

QString stateOfFacilityId(QStringView id)
{
    const int lgd = id.startsWith(u"IN") ? id.mid(2, 2).toInt() : 0;
    return std::ranges::find(rows, lgd, &Row::lgd) == rows.end() ? QString() : QString::number(lgd);
}

}
