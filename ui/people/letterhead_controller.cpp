#include "letterhead_controller.h"

namespace nadi::ui
{
namespace
{

QString entry(const QVariantMap &entries, const char *field)
{
    return entries.value(QString::fromLatin1(field)).toString().simplified();
}

QStringList addressOf(const QVariantMap &entries)
{
    QStringList lines{entry(entries, "address"), entry(entries, "address2")};
    lines.removeAll(QString());
    return lines;
}

}

QVariantMap LetterheadController::entries() const
{
    const auto &[facility, doctor] = m_seen;
    return {{QStringLiteral("address"), facility.address.value(0)},
        {QStringLiteral("address2"), facility.address.mid(1).join(QStringLiteral(", "))},
        {QStringLiteral("city"), facility.city}, {QStringLiteral("pinCode"), facility.pinCode},
        {QStringLiteral("phone"), facility.phone}, {QStringLiteral("email"), facility.email},
        {QStringLiteral("doctorName"), doctor.name}, {QStringLiteral("qualification"), doctor.qualification},
        {QStringLiteral("registration"), doctor.registrationNumber}, {QStringLiteral("council"), doctor.council},
        {QStringLiteral("doctorPhone"), doctor.phone}, {QStringLiteral("doctorEmail"), doctor.email}};
}

void LetterheadController::open(const DoctorId &doctor, const QString &field)
{
    clearProblem();
    m_seen = {};
    m_field = field;
    Q_EMIT changed();
    askFor([facility = services().facility.id, doctor](
               clinic::Work &work) { return clinic::letterhead(work, facility, doctor); },
        [this](const clinic::Letterhead &stored) {
            m_seen = stored;
            Q_EMIT changed();
        });
}

void LetterheadController::save(const QVariantMap &entries)
{
    if (busy() || !loaded())
        return;
    clearProblem();
    auto wanted = m_seen;
    wanted.facility.address = addressOf(entries);
    wanted.facility.city = entry(entries, "city");
    wanted.facility.pinCode = entry(entries, "pinCode");
    wanted.facility.phone = entry(entries, "phone");
    wanted.facility.email = entry(entries, "email");
    wanted.doctor.qualification = entry(entries, "qualification");
    wanted.doctor.registrationNumber = entry(entries, "registration");
    wanted.doctor.council = entry(entries, "council");
    wanted.doctor.phone = entry(entries, "doctorPhone");
    wanted.doctor.email = entry(entries, "doctorEmail");
    askFor([seen = m_seen, wanted](clinic::Work &work) { return clinic::saveLetterhead(work, seen, wanted); },
        [this](const clinic::Letterhead &stored) {
            m_seen = stored;
            services().facility = stored.facility;
            Q_EMIT changed();
            Q_EMIT saved();
        });
}

}
