// What the ABHA service, or somebody in its place, answers: any status with any bytes. The first byte chooses the
// reader, the second the status.

#include "abdm/abha/answers.h"
#include "abdm/abha/loose.h"
#include "abdm/abha/meaning.h"
#include "domain/abha_profile_json.h"

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace nadi;
using namespace nadi::abdm::abha;

namespace
{
constexpr int longestText = 500;
constexpr int mostRows = 50;
constexpr int largestPhoto = 100 * 1024;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void isPlain(const QString &text, qsizetype longest)
{
    require(text.size() <= longest);
    require(std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; }));
}

void isPhoto(const QByteArray &bytes)
{
    require(bytes.isEmpty() || (bytes.size() <= largestPhoto && (isPng(bytes) || isJpeg(bytes))));
}

void holds(const Refusal &refusal, const Reply &reply)
{
    require(!refusal.code.isEmpty() && refusal.httpStatus == reply.status);
    isPlain(refusal.code, 64); // it goes to the log
    isPlain(refusal.field, 32);
    isPlain(refusal.message, 200);
}

void holds(const AbhaProfile &profile)
{
    isPlain(profile.name, 3 * (longestText + 1));
    isPlain(profile.mobile, longestText);
    isPhoto(profile.photo);
    require(!profile.preferredAddress || profile.addresses.contains(*profile.preferredAddress));
    // What was read once comes back from the sealed file as it was.
    require(abhaProfileFromJson(toJson(profile)) == profile);
}

void holds(const UserToken &token)
{
    require(token.life > std::chrono::seconds::zero());
}
void holds(const OtpSent &sent)
{
    require(!sent.transaction.isEmpty());
    isPlain(sent.transaction, longestText);
    isPlain(sent.message, longestText);
}
void holds(const Enrolled &enrolled)
{
    require(enrolled.profile.number || !enrolled.profile.enrolmentNumber.isEmpty());
    holds(enrolled.profile);
    holds(enrolled.token);
}
void holds(const MobileVerified &verified)
{
    isPlain(verified.transaction, longestText);
}
void holds(const Suggestions &suggestions)
{
    require(suggestions.localParts.size() <= mostRows);
    for (const auto &part : suggestions.localParts)
        require(!part.contains(u'@'));
}
void holds(const AccountOutline &outline)
{
    require(outline.number || outline.address);
}
void holds(const Found &found)
{
    require(found.accounts.size() <= mostRows && (found.accounts.isEmpty() || !found.transaction.isEmpty()));
    for (const auto &account : found.accounts)
        require(account.index >= 0);
}
void holds(const LoggedIn &in)
{
    require(in.user.has_value() != in.transfer.has_value() && in.accounts.size() <= mostRows);
    require(!(in.user ? in.user->token : in.transfer->token).isEmpty());
    for (const auto &account : in.accounts)
        isPhoto(account.photo);
}
void holds(const AbhaAddress &address)
{
    require(AbhaAddress::parse(address.value()) == address);
}
void holds(FacePoll) { }
void holds(const QString &text)
{
    isPlain(text, longestText);
}
void holds(const QByteArray &bytes)
{
    require(!bytes.isEmpty());
}

template <class T>
void check(const Answer<T> &answer, const Reply &reply)
{
    if (!answer)
        return holds(answer.error(), reply);
    require(reply.status / 100 == 2);
    holds(*answer);
}

const QString suffix = QStringLiteral("sbx");

// The first byte of a seed is a place in this list: add at the end only.
constexpr std::array<void (*)(const Reply &), 16> readers{
    [](const Reply &reply) { holds(readRefusal(reply), reply); },
    [](const Reply &reply) { check(readCertificate(reply), reply); },
    [](const Reply &reply) { check(readOtpSent(reply), reply); },
    [](const Reply &reply) { check(readEnrolled(reply, suffix), reply); },
    [](const Reply &reply) { check(readMobileVerified(reply), reply); },
    [](const Reply &reply) { check(readSuggestions(reply), reply); },
    [](const Reply &reply) { check(readChosenAddress(reply, suffix), reply); },
    [](const Reply &reply) { check(readTransaction(reply), reply); },
    [](const Reply &reply) { check(readFacePoll(reply), reply); },
    [](const Reply &reply) { check(readOutline(reply, suffix), reply); },
    [](const Reply &reply) { check(readFound(reply), reply); },
    [](const Reply &reply) { check(readLoggedIn(reply, suffix), reply); },
    [](const Reply &reply) {
        const auto answer = readUserToken(reply);
        check(answer, reply);
        require(!answer || !answer->token.isEmpty());
    },
    [](const Reply &reply) {
        const auto answer = readProfile(reply, suffix);
        check(answer, reply);
        require(!answer || answer->number || answer->preferredAddress);
    },
    [](const Reply &reply) { check(readImage(reply), reply); },
    [](const Reply &reply) { check(readMessage(reply), reply); },
};
constexpr std::array statuses{200, 202, 400, 401, 404, 422, 500, 503};
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const Reply reply{statuses[data[1] % statuses.size()],
        QByteArray(reinterpret_cast<const char *>(data) + 2, qsizetype(size - 2)), {}};
    readers[data[0] % readers.size()](reply);
    return 0;
}
