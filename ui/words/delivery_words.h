#pragma once

#include "domain/delivery.h"
#include "domain/hi_type.h"
#include "ui/theme/standing.h"
#include "ui/words/clinic_time.h"
#include "ui/words/error_words.h"

#include <QList>

namespace nadi::ui
{

/// A delivery in one chip.
struct DeliveryChip
{
    Standing standing = Standing::NotStarted;
    QString text;
};
DeliveryChip chipOf(const Delivery &delivery);

/// One stage of the channel.
struct DeliveryStage
{
    QString title;
    QString detail;
    QString time;
    Standing standing = Standing::NotStarted;

    bool operator==(const DeliveryStage &) const = default;
};
/// The channel: filled only where a fact has a time, whatever the state says. Accepted is not linked, linked is not
/// opened.
QList<DeliveryStage> stagesOf(const Delivery &delivery, const ClinicTime &time, UtcTime now);

/// The one sentence of the success page.
struct DeliveryHeadline
{
    Standing standing = Standing::Waiting;
    QString title;
    QString detail;
};
DeliveryHeadline headlineOf(const Delivery &delivery);

/// A person has to look at who the patient is: name, sex, birth year or the ABHA's proof.
bool needsComparison(const Delivery &delivery);

QString recordWord(HiType type);

}
