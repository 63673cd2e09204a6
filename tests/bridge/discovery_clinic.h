#pragma once

#include "abdm/endpoint.h"
#include "bridge/code_sender.h"
#include "bridge/own_events.h"
#include "flows/start.h"
#include "runner_clinic.h"
#include "storage/audit_trail.h"
#include "storage/discovery_repository.h"
#include "storage/identifier_repository.h"
#include "storage/patient_repository.h"

#include <QJsonArray>

#include <algorithm>

namespace nadi::test
{

inline constexpr auto discoverPath = "/api/v3/hip/patient/care-context/discover";
inline constexpr auto initPath = "/api/v3/hip/link/care-context/init";
inline constexpr auto confirmPath = "/api/v3/hip/link/care-context/confirm";
inline const QString transaction = QStringLiteral("26b76ec8-2f3f-4c49-9e0e-1e0f8d8a7b16");

/// Takes every message and shows it, as the patient's phone would.
class PhoneOfPatient final : public bridge::SmsProvider
{
public:
    void send(const bridge::SmsMessage &message, Taken taken) override
    {
        mobiles << message.mobile;
        texts << QString::fromLatin1(message.text.reveal());
        taken(refuses ? Done(fail(ErrorKind::Refused, QStringLiteral("SMS-REFUSED"))) : Done());
    }
    QString code() const { return texts.isEmpty() ? QString() : texts.last().left(6); }

    QStringList mobiles;
    QStringList texts;
    bool refuses = false;
};

/// A clinic with people whose own apps look for records: a runner, and what sends the codes.
class DiscoveryClinic : public RunnerClinic
{
public:
    using RunnerClinic::RunnerClinic;

    PatientId person(const QString &name, const QString &mobile, int year = 1990, Gender gender = Gender::Female,
        const QString &address = {}, UtcTime verified = {})
    {
        clinic::Work work{*db, clock, ids, {UserId(QStringLiteral("clerk-1")), Role::Clerk}};
        Patient patient;
        patient.name = name;
        patient.gender = gender;
        patient.birth.year = year;
        patient.mobile = mobile;
        if (!address.isEmpty())
            patient.abhaAddress = AbhaAddress::parse(address).value();
        patient.abhaVerifiedAt = verified;
        return clinic::registerPatient(work, patient, facility).value().id;
    }

    Record recordOf(const PatientId &patient)
    {
        clinic::Work work{*db, clock, ids, {UserId(QStringLiteral("clerk-1")), Role::Clerk}};
        clinic::DraftRequest request;
        request.patient = patient;
        request.facility = facility;
        request.doctor = DoctorId(QStringLiteral("d1"));
        request.issuedOn = clock.now().toDateTime().date();
        auto record = clinic::beginDraft(work, request).value();
        const QByteArray image = jpeg();
        RecordPage page;
        page.originalHash = crypto::sha256(image);
        page.mime = QStringLiteral("image/jpeg");
        page.width = page.height = 8;
        const clinic::AddedFile file{image, page.originalHash, page.mime, {page}, {image}};
        record = clinic::addFile(work, record.id, file, 50, clinic::Knowing::AddAnyway).value();
        return clinic::signRecord(work, record.id, record.version).value().record;
    }

    static QJsonObject asks(const QString &mobile = QStringLiteral("9000000001"),
        const QString &name = QStringLiteral("Asha Verma"), const QString &who = QStringLiteral("asha.verma1990@sbx"),
        const QString &in = transaction)
    {
        const QJsonArray vouched{
            QJsonObject{{QStringLiteral("type"), QStringLiteral("MOBILE")}, {QStringLiteral("value"), mobile}}};
        return {{QStringLiteral("transactionId"), in},
            {QStringLiteral("patient"),
                QJsonObject{{QStringLiteral("id"), who}, {QStringLiteral("verifiedIdentifiers"), vouched},
                    {QStringLiteral("name"), name}, {QStringLiteral("gender"), QStringLiteral("F")},
                    {QStringLiteral("yearOfBirth"), 1990}}}};
    }
    void discover(const QJsonObject &body = asks(), const QString &request = QStringLiteral("q-1"))
    {
        callback(discoverPath, body, request, facility);
        drain();
    }
    void choose(const QList<CareContextRef> &contexts, const QString &request = QStringLiteral("q-2"))
    {
        QJsonArray chosen;
        for (const auto &context : contexts)
            chosen << QJsonObject{{QStringLiteral("referenceNumber"), context.value()}};
        callback(initPath,
            {{QStringLiteral("transactionId"), transaction},
                {QStringLiteral("patient"), QJsonObject{{QStringLiteral("careContexts"), chosen}}}},
            request, facility);
        drain();
    }
    void type(const QString &code, const QString &request = QStringLiteral("q-3"))
    {
        callback(confirmPath,
            {{QStringLiteral("confirmation"),
                QJsonObject{{QStringLiteral("token"), code}, {QStringLiteral("linkRefNumber"), reference()}}}},
            request, facility);
        drain();
    }

    /// What the courier does with the order for a code, and the runner with its word.
    bool sendCode()
    {
        storage::Outbox outbox(*db);
        const auto leased = outbox.lease(clock.now(), clock.now() + std::chrono::seconds(30),
            {storage::OperationChoice::Take::Only, {abdm::operation::sendLinkCode.toString()}});
        if (!leased.value())
            return false;
        bridge::CodeSender sender(
            {*db, phone, random}, [this](const storage::OutboxMessage &order, const bridge::CodeOutcome &outcome) {
                auto event = bridge::linkCodeMessage(order, outcome.code, outcome.details);
                event.request = ids.next<RequestId>();
                event.receivedAt = clock.now();
                [[maybe_unused]] const auto put = storage::Inbox(*db).put(event);
            });
        sender.send(**leased);
        drain();
        return true;
    }
    /// The gateway takes every answer that waits.
    void answersAreTaken()
    {
        const auto waiting = storage::Outbox(*db).inState(storage::OutboxState::Pending, 100).value();
        for (const auto &call : waiting) {
            if (!call.operation.startsWith(QStringLiteral("user-link.on-")))
                continue;
            auto event = bridge::acceptedMessage(call, {});
            event.request = ids.next<RequestId>();
            event.receivedAt = clock.now();
            [[maybe_unused]] const auto put = storage::Inbox(*db).put(event);
        }
        drain();
    }

    static QString reference() { return flows::linkReferenceOf(TransactionId(transaction)); }
    QList<storage::OutboxMessage> answers(QStringView operation) const
    {
        QList<storage::OutboxMessage> out;
        for (const auto state : {storage::OutboxState::Pending, storage::OutboxState::Confirmed}) {
            const auto calls = storage::Outbox(*db).inState(state, 1'000).value();
            for (const auto &call : calls)
                if (call.operation == operation)
                    out << call;
        }
        std::ranges::sort(out, {}, &storage::OutboxMessage::sequence);
        return out;
    }
    QJsonObject body(QStringView operation) const
    {
        const auto all = answers(operation);
        return all.isEmpty() ? QJsonObject() : all.last().payload[u"body"].toObject();
    }
    DeliveryState deliveryOf(const Record &record) const
    {
        return storage::DeliveryRepository(*db).ofRecord(record.id).value().state;
    }

    PhoneOfPatient phone;
};

}
