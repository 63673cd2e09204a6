#include "abha_rows.h"

#include "domain/words.h"
#include "ui/session/decode_picture.h"
#include "ui/theme/standing.h"
#include "ui/words/abha_words.h"
#include "ui/words/person_words.h"

#include <QCoreApplication>

namespace nadi::ui
{
namespace
{
using identity::Stage;
using identity::Way;

struct AbhaRows
{
    Q_DECLARE_TR_FUNCTIONS(AbhaRows)
};

constexpr std::array stageWords{
    Word<Stage>{Stage::Idle, QLatin1String("idle")},
    Word<Stage>{Stage::Consent, QLatin1String("consent")},
    Word<Stage>{Stage::Identify, QLatin1String("identify")},
    Word<Stage>{Stage::LicenceDetails, QLatin1String("licence")},
    Word<Stage>{Stage::Demographics, QLatin1String("demographic")},
    Word<Stage>{Stage::Capture, QLatin1String("capture")},
    Word<Stage>{Stage::FaceQr, QLatin1String("face-qr")},
    Word<Stage>{Stage::ChooseFound, QLatin1String("found")},
    Word<Stage>{Stage::Method, QLatin1String("method")},
    Word<Stage>{Stage::Otp, QLatin1String("otp")},
    Word<Stage>{Stage::ChooseAccount, QLatin1String("accounts")},
    Word<Stage>{Stage::MobileOtp, QLatin1String("mobile-otp")},
    Word<Stage>{Stage::Address, QLatin1String("address")},
    Word<Stage>{Stage::Fetching, QLatin1String("fetching")},
    Word<Stage>{Stage::Done, QLatin1String("done")},
    Word<Stage>{Stage::Ended, QLatin1String("ended")},
};
constexpr std::array wayWords{
    Word<Way>{Way::AbhaNumber, QLatin1String("number")},
    Word<Way>{Way::AbhaAddress, QLatin1String("address")},
    Word<Way>{Way::Mobile, QLatin1String("mobile")},
    Word<Way>{Way::Aadhaar, QLatin1String("aadhaar")},
    Word<Way>{Way::FindByMobile, QLatin1String("find")},
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral("  ·  "));
}

AccountRow rowOf(const AbhaAccount &account, QDate today)
{
    const auto age = account.birth.ageOn(today);
    QString person = account.gender == Gender::Unknown ? QString() : genderWord(account.gender);
    if (age)
        person = joined({person, AbhaRows::tr("%1 y", "age in years").arg(*age)});
    AccountRow row{account.name,
        joined({account.number ? account.number->masked() : QString(),
            account.address ? account.address->masked() : QString(), person}),
        {}, decodePicture(account.photo)};
    if (account.status != AbhaStatus::Active)
        row.note = AbhaRows::tr("not active");
    return row;
}

/// Stages of a conversation in order; what lies behind the present one is done.
QList<std::pair<Stage, QString>> path(const identity::View &view)
{
    const bool creates = view.purpose != identity::Purpose::Verify;
    QList<std::pair<Stage, QString>> path;
    if (creates || view.way == Way::Aadhaar)
        path += {Stage::Consent, AbhaRows::tr("Consent")};
    const bool byDetails = view.purpose == identity::Purpose::CreateByDemographics;
    if (byDetails)
        path += {Stage::Demographics, AbhaRows::tr("Details as in Aadhaar")};
    path += {Stage::Identify, byDetails ? AbhaRows::tr("Aadhaar number") : AbhaRows::tr("Who it is")};
    if (byDetails) {
        path += {Stage::Done, AbhaRows::tr("Compare and attach")};
        return path;
    }
    const bool byFace = view.purpose == identity::Purpose::CreateByFace;
    if (byFace)
        path += {Stage::FaceQr, AbhaRows::tr("Face, with the ABHA app")};
    if (!creates && view.way == Way::FindByMobile)
        path += {Stage::ChooseFound, AbhaRows::tr("Which ABHA")};
    if (!creates && (view.way == Way::AbhaNumber || view.way == Way::AbhaAddress))
        path += {Stage::Method, AbhaRows::tr("How to prove it")};
    const bool byDevice = view.purpose == identity::Purpose::CreateByBiometric;
    if (byDevice)
        path += {Stage::Capture, AbhaRows::tr("Finger or iris")};
    if (!byFace && !byDevice)
        path += {Stage::Otp, AbhaRows::tr("One-time password")};
    if (!creates && view.way == Way::Mobile)
        path += {Stage::ChooseAccount, AbhaRows::tr("Which ABHA")};
    const bool byLicence = view.purpose == identity::Purpose::CreateByLicence;
    if (view.stage == Stage::MobileOtp || (creates && !byLicence && !view.mobile.isEmpty()))
        path += {Stage::MobileOtp, AbhaRows::tr("Mobile for ABHA messages")};
    if (byLicence)
        path += {Stage::LicenceDetails, AbhaRows::tr("Driving licence")};
    if (creates && !byLicence && !view.existedBefore)
        path += {Stage::Address, AbhaRows::tr("ABHA address")};
    path += {Stage::Done, AbhaRows::tr("Compare and attach")};
    return path;
}
}

QList<AccountRow> accountRows(const identity::View &view, QDate today)
{
    QList<AccountRow> rows;
    if (view.stage == Stage::ChooseFound) {
        for (const auto &found : view.found)
            rows += {found.name,
                joined({found.maskedNumber, found.gender == Gender::Unknown ? QString() : genderWord(found.gender)}),
                {}, {}};
        return rows;
    }
    for (const auto &account : view.accounts)
        rows += rowOf(account, today);
    return rows;
}

QList<AbhaStep> abhaSteps(const identity::View &view)
{
    const auto stage = view.stage == Stage::Fetching ? Stage::Done : view.stage;
    const auto way = path(view);
    const auto here = std::ranges::find(way, stage, &std::pair<Stage, QString>::first) - way.begin();
    QList<AbhaStep> steps;
    for (qsizetype i = 0; i < way.size(); ++i) {
        const auto standing = view.stage == Stage::Ended ? Standing::NotStarted
            : i < here                                   ? Standing::Done
            : i == here                                  ? Standing::Waiting
                                                         : Standing::NotStarted;
        steps += {
            way[i].second, way[i].first == Stage::Identify && i < here ? view.maskedId : QString(), {}, int(standing)};
    }
    return steps;
}

QString stageWord(Stage stage)
{
    return wordOf(stageWords, stage);
}
QString wayWord(Way way)
{
    return wordOf(wayWords, way);
}
Way wayFromWord(const QString &word)
{
    return valueOf(wayWords, word, Way::AbhaNumber);
}

}
