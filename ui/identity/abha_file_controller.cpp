#include "abha_file_controller.h"

#include "ui/session/decode_picture.h"
#include "ui/words/abha_words.h"

namespace nadi::ui
{
namespace
{

bool isMobile(const QString &text)
{
    return text.size() == 10 && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}
}

AbhaFileController::AbhaFileController(UiServices &services, QObject *parent)
    : PageController(services, parent)
    , m_card(services)
{
    connect(&m_card, &AbhaCard::changed, this, &AbhaFileController::changed);
}

void AbhaFileController::reset()
{
    m_stage = QStringLiteral("done");
    m_patient = {};
    m_snapshot = {};
    m_order = {};
    m_mobile.clear();
    m_place.clear();
    m_photo = {};
    m_card.of({});
    m_other = {};
    m_existedBefore = false;
    m_needsReason = false;
    m_identities.setRows({});
    m_others.setRows({});
    clearProblem();
    Q_EMIT changed();
}

void AbhaFileController::compare(const Patient &patient, const identity::View &proved)
{
    reset();
    m_patient = patient;
    m_wasNew = patient.id.isEmpty();
    m_existedBefore = proved.existedBefore;
    m_snapshot = {*proved.profile, proved.proof, now(), proved.card, proved.qr};
    m_photo = decodePicture(proved.profile->photo);
    m_card.of(patient.id);
    m_card.take(proved.card, proved.qr);
    m_mobile = !patient.mobile.isEmpty()   ? patient.mobile
        : isMobile(proved.profile->mobile) ? proved.profile->mobile
                                           : proved.mobile;
    m_place = patient.place.isEmpty() ? proved.profile->district : patient.place;
    if (!m_wasNew) {
        const auto likeness = clinic::compare(patient, *proved.profile);
        m_identities.setRows(identityRows(likeness));
        m_needsReason = !likeness.isEqualityEvidence();
    }
    Q_EMIT changed();
}

QString AbhaFileController::number() const
{
    const auto &profile = m_snapshot.profile;
    return profile.number ? profile.number->grouped() : profile.enrolmentNumber;
}

QString AbhaFileController::address() const
{
    const auto &address = m_snapshot.profile.preferredAddress;
    return address ? address->value() : QString();
}

QString AbhaFileController::proof() const
{
    return proofWords(m_snapshot.proof);
}

void AbhaFileController::attach(const QString &mobile, const QString &place, const QString &reason)
{
    m_mobile = mobile.trimmed();
    m_place = place.trimmed();
    if (!m_mobile.isEmpty() && !isMobile(m_mobile))
        return setProblem(Error{ErrorKind::Invalid, QStringLiteral("PERSON-MOBILE"), {}});
    if (m_needsReason && reason.trimmed().isEmpty())
        return;
    AttachOrder order;
    if (!newPerson())
        order.patient = m_patient.id;
    order.facility = services().facility.id;
    order.snapshot = m_snapshot;
    order.mobile = m_mobile;
    order.place = m_place;
    order.reason = reason.trimmed();
    send(order);
}

void AbhaFileController::move(const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return;
    m_order.reason = reason.trimmed();
    m_order.fromOther = clinic::AttachRequest::FromOther::Move;
    send(m_order);
}

void AbhaFileController::send(const AttachOrder &order)
{
    if (busy())
        return;
    clearProblem();
    m_order = order;
    askFor([order](clinic::Work &work) { return attachProof(work, order); },
        [this](const clinic::AttachOutcome &answer) { show(answer); });
}

void AbhaFileController::show(const clinic::AttachOutcome &answer)
{
    using clinic::AttachState;
    switch (answer.state) {
    case AttachState::Attached:
    case AttachState::AlreadyThere:
        m_stage = QStringLiteral("attached");
        m_patient = answer.patient;
        m_card.of(m_patient.id);
        m_card.take(m_snapshot.card, m_snapshot.qr);
        ring(storage::Topic::Patients);
        Q_EMIT attached(m_patient.id);
        break;
    case AttachState::OnOtherFile:
        m_stage = QStringLiteral("conflict");
        if (answer.other) {
            m_other = identityOf(*answer.other, today());
            m_others.setRows(identityRows(answer.otherLikeness));
        }
        break;
    case AttachState::HasOtherAbha:
        m_stage = QStringLiteral("other-abha");
        break;
    case AttachState::NeedsReason:
        // The file changed meanwhile, or says too little: back to the comparison, now with a reason.
        m_stage = QStringLiteral("done");
        m_needsReason = true;
        m_identities.setRows(identityRows(answer.likeness));
        break;
    }
    Q_EMIT changed();
}

void AbhaFileController::openOther()
{
    if (!m_other.id.isEmpty())
        Q_EMIT otherWanted(PatientId(m_other.id));
}

void AbhaFileController::mergeOther()
{
    if (!m_other.id.isEmpty() && !newPerson())
        Q_EMIT mergeWanted(m_patient.id, PatientId(m_other.id));
}

void AbhaFileController::goOn()
{
    if (isAttached())
        Q_EMIT finished(m_patient.id, m_wasNew);
}

}
