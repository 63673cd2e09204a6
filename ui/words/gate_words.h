#pragma once

#include "clinic/link_check.h"
#include "ui/theme/standing.h"
#include "ui/words/clinic_time.h"

#include <QList>

namespace nadi::ui
{

/// One of the three gates as the link-check page shows it.
struct GateWords
{
    QString topic; ///< "Clinic"
    QString title; ///< "Kumbha Road clinic is listed for sharing"
    QString detail; ///< when it was checked, or what happens next
    QString chip; ///< "Confirmed"
    Standing standing = Standing::NotStarted;
};

/// Facts the sentences name.
struct GateFacts
{
    clinic::LinkCheck check;
    QString facilityName;
    QString abha; ///< masked
    ClinicTime time;
    UtcTime now;
};

/// Clinic, identity, permission: in this order (users-and-journeys.md 5.2).
QList<GateWords> gateWords(const GateFacts &facts);

/// The one sentence of the page.
struct LinkHeadline
{
    Standing standing = Standing::Waiting;
    QString title;
    QString detail;
};
LinkHeadline linkHeadline(const clinic::LinkCheck &check);

}
