#include "domain/clinic.h"

#include "domain/words.h"

#include <QTimeZone>

namespace nadi
{
namespace
{
using L = QLatin1String;
constexpr std::array linkWords{
    Word<FacilityLinkState>{FacilityLinkState::Unknown, L("unknown")},
    Word<FacilityLinkState>{FacilityLinkState::NotListed, L("not-listed")},
    Word<FacilityLinkState>{FacilityLinkState::ListedElsewhere, L("listed-elsewhere")},
    Word<FacilityLinkState>{FacilityLinkState::NoRegistryId, L("no-registry-id")},
    Word<FacilityLinkState>{FacilityLinkState::Registering, L("registering")},
    Word<FacilityLinkState>{FacilityLinkState::Listed, L("listed")},
};
constexpr std::array modeWords{
    Word<VisitMode>{VisitMode::InPerson, L("in-person")},
    Word<VisitMode>{VisitMode::Tele, L("tele")},
};
constexpr std::array teleWords{
    Word<TeleMode>{TeleMode::Video, L("video")},
    Word<TeleMode>{TeleMode::Audio, L("audio")},
    Word<TeleMode>{TeleMode::Text, L("text")},
};
constexpr std::array statusWords{
    Word<AppointmentStatus>{AppointmentStatus::Booked, L("booked")},
    Word<AppointmentStatus>{AppointmentStatus::Arrived, L("arrived")},
    Word<AppointmentStatus>{AppointmentStatus::WithDoctor, L("with-doctor")},
    Word<AppointmentStatus>{AppointmentStatus::Done, L("done")},
    Word<AppointmentStatus>{AppointmentStatus::NoShow, L("no-show")},
    Word<AppointmentStatus>{AppointmentStatus::Cancelled, L("cancelled")},
};
constexpr std::array roleWords{
    Word<Role>{Role::Clerk, L("clerk")},
    Word<Role>{Role::Doctor, L("doctor")},
    Word<Role>{Role::Manager, L("manager")},
    Word<Role>{Role::Administrator, L("administrator")},
    Word<Role>{Role::System, L("system")},
};
}

QDate clinicDay(const Facility &facility, UtcTime at)
{
    const QTimeZone zone(facility.timeZone.toLatin1());
    return at.toDateTime().toTimeZone(zone.isValid() ? zone : QTimeZone::utc()).date();
}

QString toWord(FacilityLinkState state)
{
    return wordOf(linkWords, state);
}
FacilityLinkState facilityLinkStateFromWord(QStringView word)
{
    return valueOf(linkWords, word, FacilityLinkState::Unknown);
}
QString toWord(VisitMode mode)
{
    return wordOf(modeWords, mode);
}
VisitMode visitModeFromWord(QStringView word)
{
    return valueOf(modeWords, word, VisitMode::InPerson);
}
QString toWord(TeleMode mode)
{
    return wordOf(teleWords, mode);
}
std::optional<TeleMode> teleModeFromWord(QStringView word)
{
    return valueOf(teleWords, word);
}
QString toWord(AppointmentStatus status)
{
    return wordOf(statusWords, status);
}
AppointmentStatus appointmentStatusFromWord(QStringView word)
{
    return valueOf(statusWords, word, AppointmentStatus::Booked);
}
QString toWord(Role role)
{
    return wordOf(roleWords, role);
}

}
