#pragma once

#include "journeys/control.h"

#include <QJsonArray>

namespace nadi::test
{

/// The phone of one of nadi-sandbox's people, as its page shows and does things: no ticket of the control side.
class Phone
{
public:
    /// `readyLine` is what nadi-sandbox printed when it began.
    Phone(const QJsonObject &readyLine, QString person);

    /// What arrived, newest first: {title, from, state, replaces, record}.
    QJsonArray items();
    /// The record of this HI type that no other one takes the place of.
    QString newest(const QString &kind);
    /// One record to read: {title, sections: [{title, lines}], files, replaces, replacedDate, …}.
    QJsonObject reading(const QString &record);
    /// Everything its sections say, one line each.
    QStringList lines(const QString &record);
    /// Says yes to the newest request for records. False when nobody asked.
    [[nodiscard]] bool allow();

    /// A PNG of the phone, or of one record on it, as a browser shows it; only where there is one.
    void picture(const QString &file, const QString &record = {}) const;

private:
    QJsonObject get(const QString &page, const QString &key, const QString &value);

    QUrl m_page;
    QString m_person;
    Control m_http;
    QNetworkAccessManager m_network;
};

}
