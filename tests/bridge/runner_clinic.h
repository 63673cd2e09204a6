#pragma once

#include "bridge/flow_runner.h"
#include "clinic/desk.h"
#include "clinic/prescription.h"
#include "clinic/work.h"
#include "crypto/digest.h"
#include "storage/consent_repository.h"
#include "storage/delivery_repository.h"
#include "storage/facility_repository.h"
#include "storage/flow_repository.h"
#include "storage/outbox.h"
#include "support/faulty_sealer.h"
#include "support/manual_clock.h"
#include "support/seeded_random.h"

#include <QJsonDocument>
#include <QTemporaryDir>

namespace nadi::test
{

/// A clinic with one listed facility, one patient and one signed record, and a runner on it; no network, no threads.
class RunnerClinic
{
public:
    explicit RunnerClinic(storage::Durability durability = storage::Durability::Relaxed)
        : config{storage::Backend::Sqlite, m_dir.filePath(QStringLiteral("clinic.db")), TenantId(QStringLiteral("t1")),
              durability}
        , db(storage::Connection::open(config, sealer).value())
    {
        Facility clinic{facility, QStringLiteral("Kumbha Road Clinic"), QStringLiteral("Kumbha Road"), facility.value(),
            QStringLiteral("Pune"), QStringLiteral("Asia/Kolkata")};
        Doctor iravati;
        iravati.id = DoctorId(QStringLiteral("d1"));
        iravati.name = QStringLiteral("Dr Iravati Joshi");
        iravati.registrationNumber = QStringLiteral("MCIM-I-45821");
        storage::FacilityRepository facilities(*db);
        [[maybe_unused]] auto saved = facilities.save(clinic);
        saved = facilities.save(iravati);
        saved = facilities.saveLink({facility, FacilityLinkState::Listed, clock.now(), {}});
        network.heard(std::chrono::milliseconds::zero());
        makeRunner();
    }

    Patient registered(QStringView address = u"asha.k@sbx")
    {
        clinic::Work work{*db, clock, ids, {UserId(QStringLiteral("clerk-1")), Role::Clerk}};
        Patient patient;
        patient.name = QStringLiteral("Asha Kulkarni");
        patient.gender = Gender::Female;
        patient.birth.year = 1980;
        patient.abhaAddress = AbhaAddress::parse(address).value();
        patient.abhaVerifiedAt = clock.now();
        return clinic::registerPatient(work, patient, facility).value();
    }
    clinic::Signed signedRecord(QStringView address = u"asha.k@sbx") { return signedRecordOf(registered(address)); }
    clinic::Signed signedRecordOf(const Patient &patient)
    {
        clinic::Work work{*db, clock, ids, {UserId(QStringLiteral("clerk-1")), Role::Clerk}};
        clinic::DraftRequest request;
        request.patient = patient.id;
        request.facility = facility;
        request.doctor = DoctorId(QStringLiteral("d1"));
        request.issuedOn = clock.now().toDateTime().date();
        auto record = clinic::beginDraft(work, request).value();
        const QByteArray image = jpeg();
        RecordPage page;
        page.originalHash = crypto::sha256(image);
        page.mime = QStringLiteral("image/jpeg");
        page.width = 8;
        page.height = 8;
        const clinic::AddedFile file{image, page.originalHash, page.mime, {page}, {image}};
        record = clinic::addFile(work, record.id, file, 50, clinic::Knowing::AddAnyway).value();
        return clinic::signRecord(work, record.id, record.version).value();
    }

    /// 8 × 8 grey, as small as a JPEG gets.
    static QByteArray jpeg()
    {
        return QByteArray::fromBase64("/9j/4AAQSkZJRgABAQEASABIAAD/"
                                      "2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5"
                                      "PTgyPC4zNDL/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACP/"
                                      "EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==");
    }

    void makeRunner()
    {
        runner = std::make_unique<bridge::FlowRunner>(*db,
            bridge::FlowRunner::Parts{clock, steady, network, ids, random, counters,
                [this](storage::Topic topic) {
                    ++rings;
                    rung.insert(topic);
                },
                [this](const FlowId &, std::optional<std::chrono::milliseconds> delay) { lastWake = delay; },
                {QStringLiteral("SBXID_1"), QStringLiteral("https://bridge.test")}});
    }
    /// Works until the inbox is empty; the count of messages.
    int drain()
    {
        int count = 0;
        while (runner->workOnce().value_or(false))
            ++count;
        return count;
    }

    /// Works on the next message while the first, second, … sealing fails, each time with a fresh runner (otherwise the
    /// third failure would shelve it), until it goes through. `look` sees what every failure left. How many there were;
    /// -1 when it never went through.
    template <class Look>
    int failAtEveryWrite(Look look)
    {
        for (int failures = 0; failures < 200; ++failures) {
            makeRunner();
            sealer.failAt = failures + 1;
            sealer.failures = 0;
            const auto worked = runner->workOnce();
            sealer.failAt = 0;
            if (sealer.failures == 0)
                return worked.value_or(false) ? failures : -1;
            look();
        }
        return -1;
    }

    /// Leases the next call and writes its attempt row, as the courier does before the bytes leave.
    storage::OutboxMessage attempt(const RequestId &request)
    {
        storage::Outbox outbox(*db);
        const auto leased = outbox.lease(clock.now(), clock.now() + std::chrono::seconds(30)).value().value();
        [[maybe_unused]] const auto begun = outbox.beginAttempt(leased, request, clock.now());
        return leased;
    }
    void callback(const char *path, const QJsonObject &body, const QString &request, const FacilityId &to)
    {
        storage::InboxMessage message;
        message.source = QStringLiteral("gateway");
        message.route = QString::fromLatin1(path);
        message.request = RequestId(request);
        message.facility = to;
        message.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        message.receivedAt = clock.now();
        [[maybe_unused]] const auto put = storage::Inbox(*db).put(message);
    }
    static QJsonObject repliesTo(const RequestId &request) { return {{QStringLiteral("requestId"), request.value()}}; }
    QJsonObject tokenBody(const RequestId &request) const
    {
        const auto part = [](const QJsonObject &object) {
            return QJsonDocument(object)
                .toJson(QJsonDocument::Compact)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        };
        const QByteArray token = part({{QStringLiteral("alg"), QStringLiteral("RS512")}}) + '.'
            + part({{QStringLiteral("exp"), (clock.now() + std::chrono::hours(24 * 180)).ms() / 1000},
                {QStringLiteral("hipId"), facility.value()}, {QStringLiteral("sub"), QStringLiteral("asha.k@sbx")}})
            + ".AAAA";
        return {{QStringLiteral("abhaAddress"), QStringLiteral("asha.k@sbx")},
            {QStringLiteral("linkToken"), QString::fromLatin1(token)},
            {QStringLiteral("response"), repliesTo(request)}};
    }
    qsizetype inboxCount(storage::InboxState state) const
    {
        return storage::Inbox(*db).inState(state, 1'000).value().size();
    }

    const FacilityId facility{QStringLiteral("IN0710000123")};
    ManualClock clock;
    bridge::SteadyClock steady{clock};
    bridge::NetworkClock network{clock};
    SeededRandom random{7};
    RandomIdSource ids{random};
    bridge::Counters counters;
    FaultySealer sealer;

private:
    QTemporaryDir m_dir;

public:
    storage::DatabaseConfig config;
    std::unique_ptr<storage::Connection> db;
    std::unique_ptr<bridge::FlowRunner> runner;
    std::optional<std::chrono::milliseconds> lastWake;
    int rings = 0;
    QSet<storage::Topic> rung;
};

}
