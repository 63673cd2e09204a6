#include "ui/words/gate_words.h"

#include <QCoreApplication>

namespace nadi::ui
{
namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(GateWords)
};

Standing standingOf(clinic::Gate gate)
{
    switch (gate) {
    case clinic::Gate::Green:
        return Standing::Done;
    case clinic::Gate::Amber:
        return Standing::Waiting;
    case clinic::Gate::Red:
        break;
    }
    return Standing::NeedsPerson;
}

QString chipOf(Standing standing)
{
    switch (standing) {
    case Standing::Done:
        return Words::tr("Confirmed");
    case Standing::Waiting:
        return Words::tr("Waiting to confirm");
    case Standing::NeedsPerson:
        return Words::tr("Needs a person");
    default:
        return Words::tr("Not started");
    }
}

GateWords facilityGate(const GateFacts &facts)
{
    GateWords gate{Words::tr("Clinic"), {}, {}, {}, standingOf(facts.check.facility)};
    const QString checked = facts.check.facilityCheckedAt.isSet()
        ? Words::tr("Checked %1 with the health network.")
              .arg(facts.time.moment(facts.check.facilityCheckedAt, facts.now))
        : Words::tr("Not checked yet.");
    const QString &code = facts.check.facilityCode;
    gate.detail = checked;
    if (code == u"LISTED") {
        gate.title = Words::tr("%1 is listed for sharing").arg(facts.facilityName);
    } else if (code == u"OLD") {
        gate.title = Words::tr("%1 was listed when last checked").arg(facts.facilityName);
    } else if (code == u"REGISTERING") {
        gate.title = Words::tr("%1 is being linked").arg(facts.facilityName);
        if (facts.check.nextCheckAt)
            gate.detail = Words::tr("Registered; the network has not confirmed. Next check %1.")
                              .arg(facts.time.time(*facts.check.nextCheckAt));
    } else if (code == u"NOT-LISTED") {
        gate.title = Words::tr("%1 is not listed for sharing yet").arg(facts.facilityName);
    } else if (code == u"LISTED-ELSEWHERE") {
        gate.title = Words::tr("%1 is served by another program").arg(facts.facilityName);
        gate.detail = Words::tr("The manager decides in the facility registry which program serves the clinic.");
    } else if (code == u"NO-REGISTRY-ID") {
        gate.title = Words::tr("%1 has no registry number").arg(facts.facilityName);
        gate.detail = Words::tr("The manager registers the clinic in the Health Facility Registry first.");
    } else {
        gate.title = Words::tr("The health network was not reached yet");
    }
    return gate;
}

GateWords identityGate(const GateFacts &facts)
{
    GateWords gate{Words::tr("Patient's ABHA"), {}, {}, {}, standingOf(facts.check.identity)};
    const QString &code = facts.check.identityCode;
    if (code == u"VERIFIED") {
        gate.title = Words::tr("%1, verified").arg(facts.abha);
        gate.detail = Words::tr("The record goes to this ABHA app only.");
    } else if (code == u"UNVERIFIED") {
        gate.title = Words::tr("%1, not verified here").arg(facts.abha);
        gate.detail = Words::tr("The patient shows the ABHA app or card at the desk once.");
    } else {
        gate.standing = Standing::Notice;
        gate.title = Words::tr("No ABHA in our file");
        gate.detail = Words::tr("Care goes on without it. The patient can collect the record later.");
    }
    return gate;
}

GateWords tokenGate(const GateFacts &facts)
{
    GateWords gate{Words::tr("Permission to add records"), {}, {}, {}, standingOf(facts.check.token)};
    const QString &code = facts.check.tokenCode;
    if (code == u"VALID") {
        gate.title = Words::tr("Given at this clinic");
        gate.detail = Words::tr("Renews by itself before it ends.");
    } else if (code == u"EXPIRING") {
        gate.title = Words::tr("Ends soon");
        gate.detail = Words::tr("It is renewed by itself with the next record.");
    } else if (code == u"IN-PROGRESS") {
        gate.title = Words::tr("Being asked for");
        gate.detail = Words::tr("Nothing to do here.");
    } else if (code == u"REFUSED") {
        gate.title = Words::tr("Refused: the details differ");
        gate.detail = Words::tr("Compare name, sex and birth year with the ABHA app.");
    } else if (code == u"ABSENT") {
        gate.standing = Standing::NotStarted;
        gate.title = Words::tr("Asked for when you send");
        gate.detail = Words::tr("Nothing to do here.");
    } else {
        gate.standing = Standing::NotStarted;
        gate.title = Words::tr("Starts by itself when the clinic is ready");
        gate.detail = Words::tr("Nothing to do here.");
    }
    return gate;
}

}

QList<GateWords> gateWords(const GateFacts &facts)
{
    QList<GateWords> gates{facilityGate(facts), identityGate(facts), tokenGate(facts)};
    for (GateWords &gate : gates)
        gate.chip = gate.standing == Standing::Notice ? Words::tr("Not needed") : chipOf(gate.standing);
    return gates;
}

LinkHeadline linkHeadline(const clinic::LinkCheck &check)
{
    if (check.goesByItself())
        return {Standing::Done, Words::tr("Ready to share"),
            Words::tr("The record can go to the patient's ABHA app after you confirm.")};
    if (check.facility == clinic::Gate::Red)
        return {Standing::NeedsPerson, Words::tr("Saved here now, shared later"),
            Words::tr("Care goes on. The record waits until the clinic is linked.")};
    if (check.identityCode == u"NO-ABHA")
        return {Standing::Notice, Words::tr("Continue without ABHA"),
            Words::tr("Care goes on. The record stays in this clinic until the patient collects it.")};
    if (check.token == clinic::Gate::Red)
        return {Standing::NeedsPerson, Words::tr("The details differ from the ABHA"),
            Words::tr("Care goes on. Compare the identities before the record can be shared.")};
    if (check.facility == clinic::Gate::Amber)
        return {Standing::Waiting, Words::tr("Saved here now, shared later"),
            Words::tr("Continue as usual. The record goes out when the clinic is confirmed.")};
    return {Standing::Waiting, Words::tr("Saved here now, shared later"),
        Words::tr("Continue as usual. The record goes out when the patient's ABHA is verified.")};
}

}
