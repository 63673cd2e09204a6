#include "abdm/endpoint.h"
#include "abdm/status_calls.h"
#include "flows/one_answer.h"
#include "flows/steps.h"

namespace nadi::flows
{
namespace
{

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds acknowledgeWithin = 24h; // nobody waits for it, and no time is published

/// 4.5: the owner of an ABHA opted out, or deactivated or deleted it.
class PatientStatusStep : public OneAnswer
{
public:
    using OneAnswer::OneAnswer;

private:
    void arrived(const CallbackArrived &event) override
    {
        const auto *status = std::get_if<abdm::PatientStatus>(&event.callback);
        if (!status)
            return;
        if (status->status == abdm::PatientStatus::Word::Active) {
            // Nothing was kept that could come back: the next proof at the desk puts it on the file again.
            tell(u"patient-status.active");
        } else {
            emit(ForgetAbha{status->abhaAddress, status->abhaNumber});
            tell(u"patient-status.ended");
        }
        const abdm::PatientOnStatus answer{event.request};
        if (!send(abdm::operation::patientOnStatus, answer.body(), event.request, facts.now + acknowledgeWithin))
            tell(u"patient-status.no-request-id");
    }
    void accepted() override { tell(u"patient-status.answered"); }
    void refused(const QString &code) override
    {
        f.reason = code;
        tell(u"patient-status.answer-refused", code);
    }
};

}

Result<Step> stepPatientStatus(const QJsonObject &state, const Event &event, const Facts &facts)
{
    auto flow = ShareFlow::fromJson(state);
    if (!flow)
        return failed(flow);
    return PatientStatusStep(*std::move(flow), facts).run(event);
}

}
