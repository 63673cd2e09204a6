#include "journeys/phone.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include <cstdio>
#include <memory>

namespace nadi::test
{
using namespace Qt::StringLiterals;

namespace
{
constexpr int patienceMs = 30'000;
}

Phone::Phone(const QJsonObject &readyLine, QString person)
    : m_page(readyLine[u"control"].toString() + u"/phone"_s)
    , m_person(std::move(person))
    , m_http(readyLine)
{
}

QJsonObject Phone::get(const QString &page, const QString &key, const QString &value)
{
    QUrl url = m_page;
    url.setPath(m_page.path() + page);
    url.setQuery({{key, value}});
    return QJsonDocument::fromJson(m_http.fetch(url)).object();
}

QJsonArray Phone::items()
{
    return get(u"/data"_s, u"person"_s, m_person)[u"items"].toArray();
}

QString Phone::newest(const QString &kind)
{
    const auto all = items();
    for (const auto &item : all) {
        const auto record = item[u"record"].toString();
        if (item[u"state"].toString() == u"open" && reading(record)[u"kind"].toString() == kind)
            return record;
    }
    return {};
}

QJsonObject Phone::reading(const QString &record)
{
    return get(u"/record/data"_s, u"record"_s, record);
}

QStringList Phone::lines(const QString &record)
{
    QStringList out;
    const auto sections = reading(record)[u"sections"].toArray();
    for (const auto &section : sections)
        out << section[u"lines"].toVariant().toStringList();
    return out;
}

bool Phone::allow()
{
    const auto requests = get(u"/consents/data"_s, u"person"_s, m_person)[u"requests"].toArray();
    QString asked;
    for (const auto &request : requests)
        if (request[u"status"].toString() == u"REQUESTED")
            asked = request[u"id"].toString();
    if (asked.isEmpty())
        return false;
    QUrl url = m_page;
    url.setPath(m_page.path() + u"/consent"_s);
    QNetworkRequest post(url);
    post.setRawHeader("X-Phone", "1");
    post.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QJsonObject body{{u"request"_s, asked}, {u"answer"_s, u"grant"_s}};
    const std::unique_ptr<QNetworkReply> reply(m_network.post(post, QJsonDocument(body).toJson()));
    return QTest::qWaitFor([&] { return reply->isFinished(); }, patienceMs) && reply->error() == QNetworkReply::NoError;
}

void Phone::picture(const QString &file, const QString &record) const
{
    const auto browser = QStandardPaths::findExecutable(u"chromium"_s);
    if (browser.isEmpty()) {
        std::printf("phone     no picture: there is no chromium here\n");
        return;
    }
    QUrl shown = m_page;
    if (record.isEmpty()) {
        shown.setQuery(QUrlQuery({{u"person"_s, m_person}}));
    } else {
        shown.setPath(m_page.path() + u"/record"_s);
        shown.setQuery(QUrlQuery({{u"record"_s, record}}));
    }
    const QTemporaryDir profile;
    QProcess process;
    process.start(browser,
        {u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--disable-background-networking"_s,
            u"--no-first-run"_s, u"--user-data-dir="_s + profile.path(), u"--window-size=420,860"_s,
            u"--virtual-time-budget=4000"_s, u"--screenshot="_s + file, shown.toString()});
    process.waitForFinished(patienceMs);
}

}
