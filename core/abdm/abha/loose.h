#pragma once

// Private to abdm/abha.

#include "abdm/abha/values.h"

#include <QJsonArray>
#include <QJsonObject>

#include <initializer_list>

namespace nadi::abdm::abha
{

using Keys = std::initializer_list<const char16_t *>;

/// Reads members as the service really spells them: under several names, null, text for numbers and truth values
/// (abha-m1.md 3.1, 3.8). Whatever is not usable counts as absent.
class Loose
{
public:
    explicit Loose(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    /// The first that is text or number and not empty; at most 500 characters, no control characters.
    QString text(Keys keys) const;
    bool flag(Keys keys) const; ///< true or "true"
    Loose object(Keys keys) const;
    QJsonArray array(Keys keys) const;
    QStringList texts(Keys keys) const; ///< the texts of an array, null and others left out
    bool has(const char16_t *key) const { return m_object.contains(QStringView(key)); }

    /// Life of a token, else `usual`.
    std::chrono::seconds seconds(const char16_t *key, std::chrono::seconds usual) const;
    /// For tokens: one copy, in the Secret. Empty unless it can stand in a header.
    Secret secret(const char16_t *key) const;
    QByteArray base64(const char16_t *key) const; ///< as written, at most 200 KB

private:
    QJsonObject m_object;
};

std::optional<AbhaNumber> readNumber(const QString &text);
/// Answers leave the suffix out at times; `suffix` is that of this environment.
std::optional<AbhaAddress> readAddress(const QString &text, const QString &suffix);
Gender readGender(const QString &text);
AbhaStatus readStatus(const QString &text);
/// Three text parts, or one date in any spelling; unset when it is no date.
BirthDate readBirth(const Loose &person);
QString readName(const Loose &person);
/// JPEG or PNG by its first bytes, at most 100 KB; else nothing.
QByteArray readPhoto(const Loose &person);
Methods readMethods(const Loose &account);

/// PNG or JPEG signature.
bool isPng(QByteArrayView bytes);
bool isJpeg(QByteArrayView bytes);

}
