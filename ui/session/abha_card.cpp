#include "ui/session/abha_card.h"

#include "clinic/abha_card.h"
#include "ui/session/decode_picture.h"
#include "ui/session/paper.h"

namespace nadi::ui
{

void AbhaCard::of(const PatientId &patient)
{
    m_patient = patient;
    m_bytes.clear();
    m_picture = m_qr = {};
    m_drawn.clear();
    m_told.clear();
    m_none = false;
    clearProblem();
    Q_EMIT changed();
}

void AbhaCard::take(const QByteArray &card, const QByteArray &qr)
{
    m_bytes = card;
    m_picture = decodePicture(card);
    m_qr = decodePicture(qr);
    Q_EMIT changed();
}

void AbhaCard::show()
{
    if (busy() || m_patient.isEmpty())
        return;
    askFor([patient = m_patient, facility = services().facility.id](
               clinic::Work &work) { return clinic::openAbhaCard(work, patient, facility); },
        [this, patient = m_patient](const std::optional<clinic::AbhaCard> &card) {
            if (patient != m_patient)
                return;
            m_none = !card;
            m_drawn = card ? clinicTime().moment(card->at, now()) : QString();
            take(card ? card->card : QByteArray(), card ? card->qr : QByteArray());
        });
}

void AbhaCard::tell(const QString &sentence)
{
    m_told = sentence;
    Q_EMIT changed();
}

void AbhaCard::save(const QUrl &file)
{
    observe(this, saveBytes(file.toLocalFile(), m_bytes), [this, patient = m_patient](const Done &done) {
        tell(done ? tr("The card is saved. It holds personal data: keep the file safe.")
                  : tr("The card could not be saved there. Choose another folder."));
        if (done)
            askFor(
                [patient, facility = services().facility.id](clinic::Work &work) {
                    return clinic::noteCardUse(work, patient, facility, clinic::CardUse::Saved);
                },
                [] {});
    });
}

void AbhaCard::print(const QUrl &pdf)
{
    observe(this, printPicture(m_picture, OnPage::CardSize, QStringLiteral("ABHA"), pdf.toLocalFile()),
        [this, patient = m_patient](const Done &done) {
            tell(done                                       ? tr("The card is with the printer.")
                    : done.error().code == u"PAPER-PRINTER" ? tr("There is no printer here. Save the card instead.")
                                                            : tr("The card could not be printed."));
            if (done)
                askFor(
                    [patient, facility = services().facility.id](clinic::Work &work) {
                        return clinic::noteCardUse(work, patient, facility, clinic::CardUse::Printed);
                    },
                    [] {});
        });
}

}
