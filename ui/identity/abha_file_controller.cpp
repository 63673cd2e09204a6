#include "abha_file_controller.h"

#include "card_paper.h"
#include "picture.h"
#include "ui/words/abha_words.h"

namespace nadi::ui
{
namespace
{

bool isMobile(const QString &text)
{
    return text.size() == 10 && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// A masked number of the service ("******3210") says the same as ours when the shown digits agree.
bool sameMobile(const QString &ours, const QString &theirs)
{
    return ours.isEmpty() || theirs.isEmpty() || ours.right(4) == theirs.right(4);
}

QString maskedOrNone(const QString &mobile)
{
    return mobile.isEmpty() ? AbhaFileController::tr("no phone") : maskedMobile(mobile);
}

IdentityRow row(const QString &field, const QString &here, const QString &there, bool same)
{
    return {field, here, there, same};
}

QList<IdentityRow> besideProfile(const Patient &ours, const AbhaProfile &proved)
{
    using C = AbhaFileController;
    return {
        row(C::tr("Name"), ours.name, proved.name, QString::compare(ours.name, proved.name, Qt::CaseInsensitive) == 0),
        row(C::tr("Sex"), genderWord(ours.gender), genderWord(proved.gender), ours.gender == proved.gender),
        row(C::tr("Born"), birthWords(ours.birth), birthWords(proved.birth),
            ours.birth == proved.birth || (ours.birth.year == proved.birth.year && !ours.birth.month)),
        row(C::tr("Mobile"), maskedOrNone(ours.mobile), maskedOrNone(proved.mobile),
            sameMobile(ours.mobile, proved.mobile)),
    };
}

QList<IdentityRow> besidePatient(const Patient &ours, const Patient &other)
{
    using C = AbhaFileController;
    return {
        row(C::tr("Name"), ours.name, other.name, ours.name == other.name),
        row(C::tr("Sex"), genderWord(ours.gender), genderWord(other.gender), ours.gender == other.gender),
        row(C::tr("Born"), birthWords(ours.birth), birthWords(other.birth), ours.birth == other.birth),
        row(C::tr("Mobile"), maskedOrNone(ours.mobile), maskedOrNone(other.mobile),
            sameMobile(ours.mobile, other.mobile)),
        row(C::tr("Number"), ours.localNumber, other.localNumber, false),
    };
}

}

AbhaFileController::AbhaFileController(UiServices &services, QObject *parent)
    : PageController(services, parent)
{
}

void AbhaFileController::reset()
{
    m_stage = QStringLiteral("done");
    m_patient = {};
    m_snapshot = {};
    m_order = {};
    m_told.clear();
    m_mobile.clear();
    m_place.clear();
    m_photo = m_card = m_qr = {};
    m_other = {};
    m_existedBefore = false;
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
    m_card = decodePicture(proved.card);
    m_qr = decodePicture(proved.qr);
    m_mobile = !patient.mobile.isEmpty()   ? patient.mobile
        : isMobile(proved.profile->mobile) ? proved.profile->mobile
                                           : proved.mobile;
    m_place = patient.place.isEmpty() ? proved.profile->district : patient.place;
    if (!m_wasNew)
        m_identities.setRows(besideProfile(patient, *proved.profile));
    Q_EMIT changed();
}

bool AbhaFileController::differs() const
{
    return std::ranges::any_of(m_identities.rows(), [](const IdentityRow &one) { return !one.same; });
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

void AbhaFileController::attach(const QString &mobile, const QString &place)
{
    m_mobile = mobile.trimmed();
    m_place = place.trimmed();
    if (!m_mobile.isEmpty() && !isMobile(m_mobile))
        return setProblem(Error{ErrorKind::Invalid, QStringLiteral("PERSON-MOBILE"), {}});
    send({newPerson() ? std::nullopt : std::optional(m_patient.id), services().facility.id, m_snapshot, m_mobile,
        m_place, {}, false});
}

void AbhaFileController::move(const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return;
    m_order.reason = reason.trimmed();
    m_order.move = true;
    send(m_order);
}

void AbhaFileController::send(const AttachOrder &order)
{
    if (busy())
        return;
    clearProblem();
    m_order = order;
    askFor([order](clinic::Work &work) { return attachProof(work, order); },
        [this](const AttachAnswer &answer) { show(answer); });
}

void AbhaFileController::show(const AttachAnswer &answer)
{
    using State = AttachAnswer::State;
    switch (answer.state) {
    case State::Attached:
        m_stage = QStringLiteral("attached");
        m_patient = answer.patient;
        ring(storage::Topic::Patients);
        Q_EMIT attached(m_patient.id);
        break;
    case State::OnOtherFile:
        m_stage = QStringLiteral("conflict");
        if (answer.other) {
            m_other = identityOf(*answer.other, today());
            m_others.setRows(besidePatient(m_patient, *answer.other));
        }
        break;
    case State::HasOtherAbha:
        m_stage = QStringLiteral("other-abha");
        break;
    case State::NeedsReason:
        m_stage = QStringLiteral("reason");
        break;
    }
    Q_EMIT changed();
}

void AbhaFileController::openOther()
{
    if (!m_other.id.isEmpty())
        Q_EMIT otherWanted(PatientId(m_other.id));
}

void AbhaFileController::goOn()
{
    if (isAttached())
        Q_EMIT finished(m_patient.id, m_wasNew);
}

void AbhaFileController::tell(const QString &sentence)
{
    m_told = sentence;
    Q_EMIT changed();
}

void AbhaFileController::saveCard(const QUrl &file)
{
    observe(this, saveBytes(file.toLocalFile(), m_snapshot.card), [this](const Done &done) {
        tell(done ? tr("The card is saved. It holds personal data: keep the file safe.")
                  : tr("The card could not be saved there. Choose another folder."));
    });
}

void AbhaFileController::printCard(const QUrl &pdf)
{
    observe(this, ui::printCard(m_card, pdf.toLocalFile()), [this](const Done &done) {
        tell(done                                      ? tr("The card is with the printer.")
                : done.error().code == u"CARD-PRINTER" ? tr("There is no printer here. Save the card instead.")
                                                       : tr("The card could not be printed."));
    });
}

}
