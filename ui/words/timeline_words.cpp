#include "ui/words/timeline_words.h"

#include <QCoreApplication>

namespace nadi::ui
{
namespace
{

struct Line
{
    QLatin1String word;
    const char *sentence;
};

// The words that core/flows and core/clinic tell. A word without a line here still shows, so that nothing is hidden
// from support.
constexpr Line lines[] = {
    {QLatin1String("delivery.confirmed"), QT_TRANSLATE_NOOP("Timeline", "Confirmed at the clinic")},
    {QLatin1String("delivery.held"), QT_TRANSLATE_NOOP("Timeline", "Held: waits for the clinic or the patient's ABHA")},
    {QLatin1String("delivery.paused"), QT_TRANSLATE_NOOP("Timeline", "Paused by the network; tried again by itself")},
    {QLatin1String("delivery.token-asked"), QT_TRANSLATE_NOOP("Timeline", "Asking for permission to add records")},
    {QLatin1String("delivery.token-requested"),
        QT_TRANSLATE_NOOP("Timeline", "Identity is being checked by the network")},
    {QLatin1String("delivery.token-awaited"),
        QT_TRANSLATE_NOOP("Timeline", "Waiting for a permission asked for before")},
    {QLatin1String("delivery.token-received"), QT_TRANSLATE_NOOP("Timeline", "Permission to add records received")},
    {QLatin1String("delivery.link-alone"),
        QT_TRANSLATE_NOOP("Timeline", "Refused together with others: it is sent again by itself")},
    {QLatin1String("delivery.token-dropped"),
        QT_TRANSLATE_NOOP("Timeline", "The old permission is no longer valid; getting permission again")},
    {QLatin1String("delivery.link-queued"), QT_TRANSLATE_NOOP("Timeline", "Sending the record's reference")},
    {QLatin1String("delivery.link-accepted"), QT_TRANSLATE_NOOP("Timeline", "The network took it; not in the app yet")},
    {QLatin1String("delivery.linked"), QT_TRANSLATE_NOOP("Timeline", "Visible in the ABHA app")},
    {QLatin1String("delivery.linked-late"),
        QT_TRANSLATE_NOOP("Timeline", "Visible in the ABHA app; the answer came late")},
    {QLatin1String("delivery.announced"), QT_TRANSLATE_NOOP("Timeline", "The ABHA app was told of the new record")},
    {QLatin1String("delivery.announce-refused"),
        QT_TRANSLATE_NOOP("Timeline", "The app was not told; it finds the record by itself")},
    {QLatin1String("delivery.announce-unanswered"),
        QT_TRANSLATE_NOOP("Timeline", "No answer to the notice; the app finds the record by itself")},
    {QLatin1String("delivery.opened"), QT_TRANSLATE_NOOP("Timeline", "Opened in the ABHA app")},
    {QLatin1String("delivery.invite-queued"), QT_TRANSLATE_NOOP("Timeline", "Sending an invitation by SMS")},
    {QLatin1String("delivery.invite-accepted"),
        QT_TRANSLATE_NOOP("Timeline", "The invitation was taken by the network")},
    {QLatin1String("delivery.invited"), QT_TRANSLATE_NOOP("Timeline", "Patient invited by SMS")},
    {QLatin1String("delivery.overdue"), QT_TRANSLATE_NOOP("Timeline", "No answer yet; asking again")},
    {QLatin1String("delivery.retrying"), QT_TRANSLATE_NOOP("Timeline", "Trying again")},
    {QLatin1String("delivery.waiting-network"), QT_TRANSLATE_NOOP("Timeline", "The internet is away; waiting")},
    {QLatin1String("delivery.late-failure"),
        QT_TRANSLATE_NOOP("Timeline", "A late refusal came after success; nothing changes")},
    {QLatin1String("delivery.needs-attention"), QT_TRANSLATE_NOOP("Timeline", "A person is needed")},
    {QLatin1String("delivery.retry"), QT_TRANSLATE_NOOP("Timeline", "Sent again by a person")},
    {QLatin1String("delivery.patient-verified"), QT_TRANSLATE_NOOP("Timeline", "The patient's ABHA was verified")},
    {QLatin1String("delivery.withdrawn"), QT_TRANSLATE_NOOP("Timeline", "Withdrawn here")},
    {QLatin1String("delivery.gave-up"), QT_TRANSLATE_NOOP("Timeline", "Closed without sending")},
    {QLatin1String("facility.url-asked"),
        QT_TRANSLATE_NOOP("Timeline", "Telling the network where this clinic answers")},
    {QLatin1String("facility.url-set"), QT_TRANSLATE_NOOP("Timeline", "The network knows where this clinic answers")},
    {QLatin1String("facility.register-asked"), QT_TRANSLATE_NOOP("Timeline", "Registering the clinic's service")},
    {QLatin1String("facility.registered"),
        QT_TRANSLATE_NOOP("Timeline", "Registered; waiting for proof in the listing")},
    {QLatin1String("facility.already-associated"),
        QT_TRANSLATE_NOOP("Timeline", "The network says it is registered already")},
    {QLatin1String("facility.name-cleaned"),
        QT_TRANSLATE_NOOP("Timeline", "The clinic's name was simplified for the network")},
    {QLatin1String("facility.service-id"), QT_TRANSLATE_NOOP("Timeline", "The network gave another service number")},
    {QLatin1String("facility.proven"), QT_TRANSLATE_NOOP("Timeline", "The network lists this clinic")},
    {QLatin1String("facility.retry"), QT_TRANSLATE_NOOP("Timeline", "Asked again by a person")},
    {QLatin1String("facility.retrying"), QT_TRANSLATE_NOOP("Timeline", "Trying again")},
    {QLatin1String("facility.waiting-network"), QT_TRANSLATE_NOOP("Timeline", "The internet is away; waiting")},
    {QLatin1String("share.received"),
        QT_TRANSLATE_NOOP("Timeline", "A person scanned the clinic's QR and got a number")},
    {QLatin1String("share.repeated"), QT_TRANSLATE_NOOP("Timeline", "Scanned again; the number stays the same")},
    {QLatin1String("share.answered"), QT_TRANSLATE_NOOP("Timeline", "The phone shows the number")},
    {QLatin1String("share.answer-refused"),
        QT_TRANSLATE_NOOP("Timeline", "The network did not take our answer; the phone shows no number")},
    {QLatin1String("share.unusable"), QT_TRANSLATE_NOOP("Timeline", "A scan came that cannot be used")},
    {QLatin1String("share.no-request-id"),
        QT_TRANSLATE_NOOP("Timeline", "A scan came without its request number; nothing could be answered")},
    {QLatin1String("share.link-token-unreadable"),
        QT_TRANSLATE_NOOP("Timeline", "The permission that came with the scan cannot be read")},
    {QLatin1String("running-token.told"),
        QT_TRANSLATE_NOOP("Timeline", "The phone was told which number is served now")},
    {QLatin1String("running-token.none"),
        QT_TRANSLATE_NOOP("Timeline", "The phone asked for the number served; there is none")},
    {QLatin1String("patient-status.ended"),
        QT_TRANSLATE_NOOP("Timeline", "The network says this ABHA was ended; it was taken off the file")},
    {QLatin1String("patient-status.active"), QT_TRANSLATE_NOOP("Timeline", "The network says this ABHA is active")},
    {QLatin1String("patient-status.answered"), QT_TRANSLATE_NOOP("Timeline", "The network knows that we heard it")},
    {QLatin1String("patient-status.answer-refused"),
        QT_TRANSLATE_NOOP("Timeline", "The network did not take our answer; nothing more to do here")},
    {QLatin1String("patient-status.no-request-id"),
        QT_TRANSLATE_NOOP("Timeline", "It came without its request number; nothing could be answered")},
    {QLatin1String("discovery.found"),
        QT_TRANSLATE_NOOP("Timeline", "The patient's app asked for records; we offered them")},
    {QLatin1String("discovery.nothing-new"),
        QT_TRANSLATE_NOOP("Timeline", "The patient's app asked for records; all are in the app already")},
    {QLatin1String("discovery.choice-refused"),
        QT_TRANSLATE_NOOP("Timeline", "The network did not take what the patient chose")},
    {QLatin1String("discovery.init-refused"),
        QT_TRANSLATE_NOOP("Timeline", "The patient's choice could not be taken up")},
    {QLatin1String("discovery.code-wanted"),
        QT_TRANSLATE_NOOP("Timeline", "The patient chose records; sending a code")},
    {QLatin1String("discovery.code-sent"), QT_TRANSLATE_NOOP("Timeline", "A code went to the patient's mobile")},
    {QLatin1String("discovery.code-not-sent"), QT_TRANSLATE_NOOP("Timeline", "The code could not be sent")},
    {QLatin1String("discovery.code-refused"), QT_TRANSLATE_NOOP("Timeline", "The patient typed a wrong or old code")},
    {QLatin1String("discovery.confirmed"), QT_TRANSLATE_NOOP("Timeline", "The patient typed the right code")},
    {QLatin1String("discovery.linked"), QT_TRANSLATE_NOOP("Timeline", "The patient added the records to their app")},
    {QLatin1String("discovery.answer-refused"),
        QT_TRANSLATE_NOOP("Timeline", "The network did not take our answer to the patient's app")},
    {QLatin1String("discovery.no-request-id"),
        QT_TRANSLATE_NOOP("Timeline", "A question came without its request number; nothing could be answered")},
    {QLatin1String("discovery.closed"),
        QT_TRANSLATE_NOOP("Timeline", "The patient's app did not finish adding records")},
    {QLatin1String("discovery.nobody"), QT_TRANSLATE_NOOP("Timeline", "An app asked for records; no file fits")},
    {QLatin1String("discovery.several"),
        QT_TRANSLATE_NOOP("Timeline", "An app asked for records; several files fit, a person must look")},
    {QLatin1String("discovery.unvouched"),
        QT_TRANSLATE_NOOP("Timeline", "An app asked for records without anything the network vouches for")},
    {QLatin1String("discovery.too-often"), QT_TRANSLATE_NOOP("Timeline", "An app asked for records too often")},
    {QLatin1String("discovery.too-late"),
        QT_TRANSLATE_NOOP("Timeline", "An app asked for records; the answer came too late")},
    {QLatin1String("token.renewal-asked"),
        QT_TRANSLATE_NOOP("Timeline", "Asking to renew the permission to add records")},
    {QLatin1String("token.renewal-paused"),
        QT_TRANSLATE_NOOP("Timeline", "Renewing the permission is paused; tried again by itself")},
    {QLatin1String("token.not-renewed"), QT_TRANSLATE_NOOP("Timeline", "The permission was not renewed")},
    {QLatin1String("token.renewed"), QT_TRANSLATE_NOOP("Timeline", "The permission to add records is renewed")},
    {QLatin1String("facility.stopped"), QT_TRANSLATE_NOOP("Timeline", "Stopped: a person is needed")},
};

}

QString timelineWords(const QString &what)
{
    for (const Line &line : lines)
        if (what == line.word)
            return QCoreApplication::translate("Timeline", line.sentence);
    return what;
}

}
