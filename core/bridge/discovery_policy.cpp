#include "bridge/discovery_policy.h"

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

flows::DiscoveryPolicy discoveryPolicy(const Settings &settings)
{
    flows::DiscoveryPolicy policy;
    policy.birthYears = int(settings.integer(u"discovery.birthYears"_s));
    policy.asksPerHour = int(settings.integer(u"discovery.asksPerHour"_s));
    policy.codesPerDay = int(settings.integer(u"discovery.codesPerDay"_s));
    policy.answerAfter = settings.duration(u"discovery.answerAfterMs"_s);
    policy.codeLife = settings.duration(u"discovery.codeMs"_s);
    policy.codeTries = int(settings.integer(u"discovery.codeTries"_s));
    policy.authenticationType = settings.text(u"discovery.authenticationType"_s);
    const auto answer = settings.text(u"discovery.answer"_s);
    policy.answerBy = answer == u"body" ? flows::AnswerBy::Body
        : answer == u"both"             ? flows::AnswerBy::Both
                                        : flows::AnswerBy::Callback;
    return policy;
}

}
