// The codes of abha-m1.md 1.8 with the status they come with. Where the reference says only "4xx", 400 is ours; texts
// that no public answer shows are ours too, in the service's tone.

#include "sandbox/abha/refusal.h"

#include <QHash>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
struct Row
{
    const char *code;
    int status;
    const char *message;
    Shape shape = Shape::Wrapped;
};

constexpr Row rows[]{
    {"900900", 500, "Unclassified Authentication Failure", Shape::Manager},
    {"900901", 401, "Invalid Credentials", Shape::Manager},
    {"900902", 401, "Missing Credentials", Shape::Manager},
    {"ABDM-1006", 400, "Invalid Abha Address", Shape::Listed},
    {"ABDM-1016", 404, "Invalid Timestamp"},
    {"ABDM-1017", 401, "Invalid Transaction Id"},
    {"ABDM-1021", 401, "Lack of required priviledges"},
    {"ABDM-1022", 429, "Too many requests"},
    {"ABDM-1030", 404, "Invalid request ID"},
    {"ABDM-1094", 401, "X-token expired"},
    {"ABDM-1100", 400,
        "You have requested multiple OTPs or exceeded maximum number of attempts. Please try again in 30 minutes."},
    {"ABDM-1101", 400, "The ABHA address is already taken. Please choose another."},
    {"ABDM-1107", 400, "Invalid combination of scopes"},
    {"ABDM-1108", 500, "Dependent service unavailable"},
    {"ABDM-1109", 500, "Dependent service unavailable"},
    {"ABDM-1114", 404, "User not found."},
    {"ABDM-1115", 404,
        "The mobile number you have entered does not match with any of the records. Please enter a different number."},
    {"ABDM-1124", 422,
        "The mobile number provided by you is already linked to 6 ABHA Numbers. Please provide a different Mobile "
        "Number."},
    {"ABDM-1138", 400, "The benefit record has already been de-linked", Shape::Flat},
    {"ABDM-1157", 422, "Child ABHA's account limit has been exceeded"},
    {"ABDM-1160", 422, "Non KYC CHILD ABHA is allowed to update their profile only once"},
    {"ABDM-1170", 400, "Invalid ABHA address"},
    {"ABDM-1200", 503, "UIDAI service is not available"},
    {"ABDM-1201", 503, "Notification service is not available"},
    {"ABDM-1202", 503, "Document service is not available"},
    {"ABDM-1203", 422,
        "The details provided by you do not match against your documents details. Please provide the correct details."},
    {"ABDM-1204", 422, "UIDAI Error code : 400 : Invalid Aadhaar OTP value."},
    {"ABDM-1205", 503, "Dependent service unavailable"},
    {"ABDM-1207", 422,
        "The information you provided does not match the details on record with Aadhaar. Please verify and provide "
        "accurate information."},
    {"ABDM-1211", 400, "User not found.", Shape::Flat},
    {"ABDM-1227", 400, "The limit of 100 ABHA creations in the sandbox is reached"},
    {"ABDM-1401", 400, "The ABHA number is not active"},
    {"ABDM-1403", 400, "The ABHA number is deleted"},
    {"ABDM-1407", 400, "The ABHA number is deactivated"},
    {"ABDM-2401", 401, "Invalid token"},
    {"ABDM-2402", 400, "Invalid timestamp"},
    {"ABDM-2403", 400, "Invalid X-CM-ID"},
    {"ABDM-2404", 400, "Invalid request id"},
    {"ABDM-2500", 401, "Authorization header is missing"},
    {"ABDM-9999", 400, "Something went wrong", Shape::Listed},
};
}

std::optional<Refusal> documented(const QString &code)
{
    for (const auto &row : rows)
        if (code == QLatin1String(row.code))
            return Refusal{row.status, row.shape, code, QString::fromUtf8(row.message), {}, u"Access failure"_s};
    return std::nullopt;
}

}
