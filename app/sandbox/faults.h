#pragma once

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>
#include <random>

namespace nadi::sandbox
{

/// What happens to one callback.
struct CallbackFate
{
    bool lost = false;
    int copies = 1;
    bool newIdPerCopy = false; ///< a repeat by content, not by REQUEST-ID
    bool oddTimestamp = false; ///< nanoseconds and no Z (1.5)
    bool badSignatureFirst = false;
    bool unknownKid = false; ///< keys rotate just before
    std::chrono::milliseconds extraDelay{};
};

/// What happens to one call.
struct CallFate
{
    enum class Kind { None, Answer, Say, DropBefore, DropAfter } kind = Kind::None;
    int status = 0;
    QString code; ///< Answer by the ABHA service: this documented code
    QByteArray contentType; ///< Say: exactly this, whatever was asked
    QByteArray body;
    QString shape; ///< the ABHA service's refusals come in this shape
    int successStatus = 0; ///< … and its successes with this status
    std::chrono::milliseconds extraDelay{};
};

/// Decides from a list of rules and one seeded generator: the same seed and the same order of requests give the same
/// faults. Rules as JSON (docs/sandbox.md):
/// {"seed":7,"rules":[{"at":"call"|"callback","match":"part of the
/// path","do":"…","chance":0.2,"times":1,"delayMs":500}]}
class Faults
{
public:
    Faults() = default;
    explicit Faults(const QJsonObject &plan);
    /// The standard mix for soak tests and training on bad days.
    static Faults mixed(quint64 seed);

    CallFate forCall(const QString &path);
    CallbackFate forCallback(const QString &path);

private:
    struct Rule
    {
        QString at;
        QString match;
        QString act;
        QJsonObject details; ///< the members that only some acts have
        double chance = 1;
        int passing = 0; ///< so many matches are let by before it begins
        int left = -1; ///< -1: for ever
        std::chrono::milliseconds delay{};
    };
    bool strikes(Rule &rule, QStringView at, const QString &path);

    QList<Rule> m_rules;
    std::mt19937_64 m_dice{0};
};

}
