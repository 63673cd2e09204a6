#pragma once

#include "journeys/identity_desk.h"
#include "journeys/phone.h"

namespace nadi::test
{

/// Records that are typed, from the editor to the patient's phone, in the real window by keyboard over the real bridge
/// and the sandbox's network. Every step waits for what the person would wait for.
class TypedSteps
{
public:
    /// `desk` has started, with its bridge.
    explicit TypedSteps(IdentityDesk &desk);

    /// What is typed, and into which field: "Medicine, line 1".
    struct Typed
    {
        QString field;
        QString text;
    };
    /// Opens the file and an editor of this kind, types, and goes on to the page to confirm.
    [[nodiscard]] bool write(const QString &kind, const QList<Typed> &fields, const QString &picture);
    /// Confirms; returns when the record is visible in the app.
    [[nodiscard]] bool send(const QString &picture);
    /// From the page of a sent record: reads it, opens a corrected version, types into it and goes on.
    [[nodiscard]] bool correct(const QString &reason, const Typed &change, const QString &picture);
    /// Another hospital asks for these types and the patient says yes on the phone.
    [[nodiscard]] bool askAndAllow(const QStringList &hiTypes);
    /// The phone shows this many documents and none on its way.
    [[nodiscard]] bool arrives(int documents);
    /// The network was told this often of the person's contexts.
    [[nodiscard]] bool announced(int times);
    /// Whether the patient's own app takes by itself what it is told of.
    enum class App { FetchesItself, Waits };
    [[nodiscard]] bool setApp(App app);

    Phone &phone() { return m_phone; }

    /// For the walkthrough: a prescription and a report arrive, and the prescription is corrected. One printed line per
    /// step, a picture of each page; false as soon as one failed.
    bool run(const QString &pictures);

private:
    bool until(const std::function<bool()> &condition);
    bool type(const Typed &one);
    bool reachConfirm();

    IdentityDesk &m_desk;
    Phone m_phone;
};

/// A prescription and a laboratory report as somebody types them.
QList<TypedSteps::Typed> typedPrescription();
QList<TypedSteps::Typed> typedLabReport();

}
