#include "journeys/typed_steps.h"

#include <QElapsedTimer>
#include <QQuickItem>

#include <algorithm>
#include <cstdio>

namespace nadi::test
{
using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::seconds patience(60);
const QString address = QStringLiteral("asha.kulkarni@sbx");

}

QList<TypedSteps::Typed> typedPrescription()
{
    return {{u"Diagnosis, line 1"_s, u"Sandhigata vata, osteoarthritis of the knee"_s},
        {u"Medicine, line 1"_s, u"Yogaraja Guggulu"_s}, {u"Strength, line 1"_s, u"500 mg"_s},
        {u"Form, line 1"_s, u"tablet"_s}, {u"Dose, line 1"_s, u"2 tablets"_s}, {u"Times, line 1"_s, u"1-0-1"_s},
        {u"Anupana, line 1"_s, u"warm water"_s}, {u"Days, line 1"_s, u"15"_s},
        {u"Other advice, line 1"_s, u"Call if <pain> & swelling grow"_s}};
}

QList<TypedSteps::Typed> typedLabReport()
{
    return {{u"Name of the report, line 1"_s, u"Complete blood count"_s}, {u"Test, line 1"_s, u"Haemoglobin"_s},
        {u"Value, line 1"_s, u"9.8"_s}, {u"Unit, line 1"_s, u"g/dL"_s}, {u"Usual from, line 1"_s, u"12"_s},
        {u"Usual to, line 1"_s, u"15"_s}, {u"In words, line 1"_s, u"Mild anaemia"_s}};
}

TypedSteps::TypedSteps(IdentityDesk &desk)
    : m_desk(desk)
    , m_phone(desk.network().sandboxLine(), address)
{
}

bool TypedSteps::until(const std::function<bool()> &condition)
{
    return m_desk.pilot().waitUntil(condition, patience);
}

bool TypedSteps::type(const Typed &one)
{
    if (!m_desk.tabTo(one.field)) {
        std::fprintf(stderr, "not on the way of Tab: %s\n", qPrintable(one.field));
        return false;
    }
    m_desk.pilot().press(Qt::Key_A, Qt::ControlModifier);
    m_desk.pilot().type(one.text);
    return true;
}

bool TypedSteps::reachConfirm()
{
    m_desk.pilot().press(Qt::Key_F9);
    return until([this] {
        return m_desk.app().page() == u"confirm" && m_desk.app().confirmation()->loaded()
            && m_desk.app().confirmation()->lines()->count() > 0;
    });
}

bool TypedSteps::write(const QString &kind, const QList<Typed> &fields, const QString &picture)
{
    auto &app = m_desk.app();
    app.goHome();
    if (!m_desk.openFile(u"Asha Kulkarni"_s) || !until([&] { return app.patient()->loaded(); })
        || !app.writeRecord(kind) || !until([&] { return app.page() == u"write" && app.editor()->loaded(); }))
        return false;
    if (!std::ranges::all_of(fields, [this](const Typed &one) { return type(one); }))
        return false;
    m_desk.picture(picture + u"-1-typed"_s);
    if (!reachConfirm())
        return false;
    m_desk.picture(picture + u"-2-confirm"_s);
    return true;
}

bool TypedSteps::send(const QString &picture)
{
    m_desk.pilot().press(Qt::Key_F9);
    const auto &pilot = m_desk.pilot();
    const bool visible = until([&] {
        return m_desk.app().page() == u"success"
            && (pilot.sees(u"Visible in the ABHA app. "_s) || pilot.sees(u"Opened in the ABHA app. "_s));
    });
    m_desk.picture(picture + u"-3-sent"_s);
    if (!visible)
        std::fprintf(stderr, "on the screen:\n  %s\n", qPrintable(pilot.names().join(u"\n  "_s)));
    return visible;
}

bool TypedSteps::correct(const QString &reason, const Typed &change, const QString &picture)
{
    auto &pilot = m_desk.pilot();
    auto &app = m_desk.app();
    if (!pilot.click(u"Read or correct the record"_s, patience)
        || !until([&] { return app.page() == u"read" && app.reading()->loaded(); }))
        return false;
    m_desk.picture(picture + u"-1-read"_s);
    pilot.press(Qt::Key_F9);
    const auto asked = [&] {
        const auto *field = pilot.find(u"Reason"_s);
        return field && field->hasActiveFocus();
    };
    if (!until(asked))
        return false;
    pilot.type(reason);
    m_desk.picture(picture + u"-2-reason"_s);
    pilot.press(Qt::Key_Return);
    if (!until([&] { return app.page() == u"write" && app.editor()->loaded(); }) || !type(change))
        return false;
    m_desk.picture(picture + u"-3-correct"_s);
    if (!reachConfirm())
        return false;
    m_desk.picture(picture + u"-4-confirm"_s);
    return true;
}

bool TypedSteps::askAndAllow(const QStringList &hiTypes)
{
    auto &control = m_desk.control();
    if (!control.change(
            u"consent-request"_s, {{u"person"_s, address}, {u"hiTypes"_s, QJsonArray::fromStringList(hiTypes)}})
        || !m_phone.allow())
        return false;
    // The hospital asks for the data when the clinic has acknowledged the consent.
    QString consent;
    const bool acknowledged = until([&] {
        for (const auto &one : control.read(u"state"_s, address)[u"consents"].toArray())
            if (one[u"answer"].toString() == u"acknowledged")
                consent = one[u"id"].toString();
        return !consent.isEmpty();
    });
    return acknowledged && control.change(u"odd-request"_s, {{u"consent"_s, consent}});
}

bool TypedSteps::arrives(int documents)
{
    return until([&] {
        const auto items = m_phone.items();
        return items.size() == documents && std::ranges::none_of(items, [](const QJsonValue &item) {
            return item[u"state"].toString() == u"listed" || item[u"state"].toString() == u"unreadable";
        });
    });
}

bool TypedSteps::announced(int times)
{
    return until([&] {
        int said = 0;
        const auto effects = m_desk.control().read(u"effects"_s).toObject();
        for (auto effect = effects.begin(); effect != effects.end(); ++effect)
            if (effect.key().startsWith(u"context-notify:") && effect.key().contains(address))
                said += effect.value().toInt();
        return said >= times;
    });
}

bool TypedSteps::setApp(App app)
{
    return m_desk.control().change(
        u"person"_s, {{u"person"_s, address}, {u"autoConsent"_s, app == App::FetchesItself}});
}

bool TypedSteps::run(const QString &pictures)
{
    QElapsedTimer clock;
    clock.start();
    const auto say = [&clock](const char *name, bool done) {
        std::printf(
            "typed     %-34s %6lld ms%s\n", name, static_cast<long long>(clock.restart()), done ? "" : "  FAILED");
        std::fflush(stdout);
        return done;
    };
    const auto show = [&](const QString &name, const QString &kind) {
        m_phone.picture(pictures + u'/' + name + u".png"_s, m_phone.newest(kind));
    };
    if (!say("the app waits to be asked", setApp(App::Waits))
        || !say("lab report written", write(u"lab"_s, typedLabReport(), u"typed-lab"_s))
        || !say("lab report linked", send(u"typed-lab"_s))
        || !say("prescription written", write(u"prescription"_s, typedPrescription(), u"typed-prescription"_s))
        || !say("prescription linked", send(u"typed-prescription"_s))
        || !say("consent granted on the phone", askAndAllow({u"Prescription"_s, u"DiagnosticReport"_s}))
        || !say("both on the phone", arrives(2)))
        return false;
    m_phone.picture(pictures + u"/typed-phone-1-list.png"_s);
    show(u"typed-phone-2-prescription"_s, u"Prescription"_s);
    show(u"typed-phone-3-lab"_s, u"DiagnosticReport"_s);
    const Typed change{u"Days, line 1"_s, u"10"_s};
    if (!say("both announced", announced(2)) || !setApp(App::FetchesItself)
        || !say("corrected, with the reason", correct(u"Fewer days"_s, change, u"typed-correct"_s))
        || !say("new version announced", send(u"typed-correct"_s)) || !say("new version on the phone", arrives(3)))
        return false;
    m_phone.picture(pictures + u"/typed-phone-4-corrected.png"_s);
    show(u"typed-phone-5-new-version"_s, u"Prescription"_s);
    return true;
}

}
