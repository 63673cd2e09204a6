#pragma once

#include "domain/abha_profile.h"
#include "identity/view.h"
#include "ui/session/row_model.h"
#include "ui/words/clinic_time.h"

#include <QImage>

namespace nadi::ui
{

/// One account of "several accounts: choose" (B08).
struct AccountRow
{
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString note MEMBER note)
    Q_PROPERTY(QImage photo MEMBER photo)

public:
    QString name;
    QString detail; ///< masked number and address, sex and age
    QString note; ///< "not active"; "in our files: KR-20418"
    QImage photo;

    bool operator==(const AccountRow &) const = default;
};

/// One line of the way through the conversation, for the Channel.
struct AbhaStep
{
    Q_GADGET
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(int standing MEMBER standing)

public:
    QString title;
    QString detail;
    QString time;
    int standing = 0;

    bool operator==(const AbhaStep &) const = default;
};

QList<AccountRow> accountRows(const identity::View &view, QDate today);
QList<AbhaStep> abhaSteps(const identity::View &view);
/// The stage's word for the page: "consent", "identify", …, "done", "ended".
QString stageWord(identity::Stage stage);
QString wayWord(identity::Way way);
identity::Way wayFromWord(const QString &word);

}
