#pragma once

#include "desktop.h"
#include "journeys/control.h"
#include "journeys/local_network.h"
#include "journeys/pilot.h"
#include "sealing/box_sealer.h"

#include <functional>
#include <memory>

namespace nadi::test
{

/// The system's clock, which a test may put forward.
class ShiftedClock final : public Clock
{
public:
    UtcTime now() const override { return m_system.now() + m_ahead; }
    std::chrono::milliseconds monotonic() const override { return m_system.monotonic() + m_ahead; }
    void advance(std::chrono::seconds by) { m_ahead += by; }

private:
    SystemClock m_system;
    std::chrono::milliseconds m_ahead{0};
};

/// The real window with the real ABHA desk against nadi-sandbox over HTTPS, and the phones of the sandbox's people.
/// Everything a person does is done by keyboard and read from the screen.
class IdentityDesk
{
public:
    /// `pictures` is a folder for PNGs, or empty.
    explicit IdentityDesk(QString pictures = {});
    ~IdentityDesk();
    [[nodiscard]] bool start();
    /// The clinic's facility listed, and the real nadi-bridge beside the window.
    [[nodiscard]] bool startBridge();
    /// The window goes and comes back on the same file, as after a crash; the sandbox goes on.
    [[nodiscard]] bool restart();

    ui::AppController &app() { return *m_desktop->app(); }
    ui::AbhaController &abha() { return *app().abha(); }
    Pilot &pilot() { return *m_pilot; }
    Control &control() { return *m_control; }
    storage::Store &store() { return m_desktop->store(); }
    LocalNetwork &network() { return m_network; }
    clinic::Work work(storage::Connection &db);
    /// The way to the ABHA service goes, with its session and client secret.
    void dropAbhaService() { m_desktop->use(desktop::AbhaLink()); }
    /// As where the registries are not set up.
    void dropRegistries() { m_desktop->use(std::unique_ptr<abdm::registry::LookupThread>()); }

    [[nodiscard]] bool openFile(const QString &name);
    [[nodiscard]] bool reach(const QString &stage);
    /// Ticks the consent and goes on.
    [[nodiscard]] bool agree();
    /// Types into what has the keyboard and presses F9.
    void enter(const QString &typed);
    /// Along the focus chain to what has this name; false when it is not on it.
    [[nodiscard]] bool tabTo(const QString &name);
    [[nodiscard]] bool pressByKeyboard(const QString &name);
    /// The newest code on the phone: KEY=VALUE of the control page, e.g. "person=savitri".
    QString code(const QString &key);
    /// Hears every code that was read so.
    std::function<void(const QString &)> onCode;
    /// A new person's creation up to the address: consent, Aadhaar, code.
    [[nodiscard]] bool createUpToAddress(const QString &person, const QString &aadhaar, const QString &mobile);
    /// From the front page: who it is, by one of the ways.
    [[nodiscard]] bool identify(const QString &way, const QString &typed);
    [[nodiscard]] bool giveCode(const QString &key);
    [[nodiscard]] bool attach();
    /// Both clocks, so that codes can be sent again.
    void waitSeconds(int seconds);
    void picture(const QString &name);
    /// As where nobody has looked the doctor up in HPR.
    [[nodiscard]] bool forgetCouncil(const DoctorId &doctor);
    Result<Patient> patientByNumber(const QString &abhaNumber);

private:
    [[nodiscard]] bool open();

    QString m_pictures;
    LocalNetwork m_network;
    ShiftedClock m_clock;
    SystemRandom m_random;
    RandomIdSource m_ids{m_random};
    std::unique_ptr<sealing::SealedBoxSealer> m_sealer;
    std::unique_ptr<desktop::Desktop> m_desktop;
    std::unique_ptr<Pilot> m_pilot;
    std::unique_ptr<Control> m_control;
};

}
