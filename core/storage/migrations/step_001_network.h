#pragma once

#include <array>

// The first schema, second half: conversations with the network, consent, and the audit trail.

namespace nadi::storage
{

inline constexpr std::array network001{
    uR"(CREATE TABLE flow (
        tenant     TEXT NOT NULL,
        id         TEXT NOT NULL,
        kind       TEXT NOT NULL,
        key        TEXT NOT NULL,
        facility   TEXT NOT NULL,
        patient    TEXT NOT NULL,
        finished   INTEGER NOT NULL,
        wake_at    {int} NOT NULL,
        version    {int} NOT NULL,
        created_at {int} NOT NULL,
        updated_at {int} NOT NULL,
        sealed     {blob} NOT NULL,
        PRIMARY KEY (tenant, id),
        UNIQUE (tenant, kind, key)))",
    u"CREATE INDEX flow_to_wake ON flow (tenant, wake_at) WHERE finished = 0 AND wake_at > 0",
    u"CREATE INDEX flow_unfinished ON flow (tenant, kind, facility) WHERE finished = 0",

    uR"(CREATE TABLE inbox (
        sequence    {serial},
        tenant      TEXT NOT NULL,
        source      TEXT NOT NULL,
        route       TEXT NOT NULL,
        request     TEXT NOT NULL,
        facility    TEXT NOT NULL,
        flow        TEXT NOT NULL,
        received_at {int} NOT NULL,
        finished_at {int} NOT NULL,
        state       TEXT NOT NULL,
        attempts    INTEGER NOT NULL,
        error_code  TEXT NOT NULL,
        sealed      {blob} NOT NULL,
        UNIQUE (tenant, route, request)))",
    u"CREATE INDEX inbox_by_state ON inbox (tenant, state, sequence)",

    uR"(CREATE TABLE outbox (
        sequence     {serial},
        tenant       TEXT NOT NULL,
        business_key TEXT NOT NULL,
        flow         TEXT NOT NULL,
        facility     TEXT NOT NULL,
        order_key    TEXT NOT NULL,
        operation    TEXT NOT NULL,
        state        TEXT NOT NULL,
        due_at       {int} NOT NULL,
        deadline     {int} NOT NULL,
        attempts     INTEGER NOT NULL,
        fence        {int} NOT NULL,
        lease_until  {int} NOT NULL,
        first_error  TEXT NOT NULL,
        last_error   TEXT NOT NULL,
        created_at   {int} NOT NULL,
        updated_at   {int} NOT NULL,
        sealed       {blob} NOT NULL,
        UNIQUE (tenant, business_key)))",
    u"CREATE INDEX outbox_by_state ON outbox (tenant, state, due_at)",
    // Messages that still hold their order key back.
    u"CREATE INDEX outbox_open ON outbox (tenant, order_key, sequence)"
    u" WHERE state IN ('pending', 'leased', 'unknown', 'accepted', 'shelved')",

    uR"(CREATE TABLE outbox_attempt (
        tenant     TEXT NOT NULL,
        request    TEXT NOT NULL,
        message    {int} NOT NULL REFERENCES outbox (sequence),
        fence      {int} NOT NULL,
        started_at {int} NOT NULL,
        ended_at   {int} NOT NULL,
        code       TEXT NOT NULL,
        PRIMARY KEY (tenant, request)))",
    u"CREATE INDEX outbox_attempt_of ON outbox_attempt (message, fence)",

    // sealed and raw are emptied when the consent ends; the stub stays for audit (S-N5).
    uR"(CREATE TABLE consent (
        tenant     TEXT NOT NULL,
        id         TEXT NOT NULL,
        facility   TEXT NOT NULL,
        status     TEXT NOT NULL,
        created_at {int} NOT NULL,
        updated_at {int} NOT NULL,
        ended_at   {int} NOT NULL,
        sealed     {blob} NOT NULL,
        raw        {blob} NOT NULL,
        PRIMARY KEY (tenant, id)))",

    uR"(CREATE TABLE consent_served (
        tenant      TEXT NOT NULL,
        consent     TEXT NOT NULL,
        transaction_id TEXT NOT NULL,
        at          {int} NOT NULL,
        PRIMARY KEY (tenant, consent, transaction_id)))",

    uR"(CREATE TABLE link_token (
        tenant        TEXT NOT NULL,
        facility      TEXT NOT NULL,
        address_index {blob} NOT NULL,
        issued_at     {int} NOT NULL,
        expires_at    {int} NOT NULL,
        obtained_by   TEXT NOT NULL,
        dropped_at    {int} NOT NULL,
        drop_reason   TEXT NOT NULL,
        sealed        {blob} NOT NULL,
        PRIMARY KEY (tenant, facility, address_index)))",

    uR"(CREATE TABLE journey (
        tenant     TEXT NOT NULL,
        desk       TEXT NOT NULL,
        user_id    TEXT NOT NULL,
        step       TEXT NOT NULL,
        updated_at {int} NOT NULL,
        sealed     {blob} NOT NULL,
        PRIMARY KEY (tenant, desk, user_id)))",

    // The end of each chain. Its row is also the lock that puts concurrent events in one order.
    uR"(CREATE TABLE audit_head (
        tenant   TEXT NOT NULL,
        sequence {int} NOT NULL,
        hash     {blob} NOT NULL,
        PRIMARY KEY (tenant)))",

    uR"(CREATE TABLE audit_event (
        tenant   TEXT NOT NULL,
        sequence {int} NOT NULL,
        at       {int} NOT NULL,
        user_id  TEXT NOT NULL,
        role     TEXT NOT NULL,
        action   TEXT NOT NULL,
        subject  TEXT NOT NULL,
        patient  TEXT NOT NULL,
        facility TEXT NOT NULL,
        result   TEXT NOT NULL,
        sealed   {blob} NOT NULL,
        hash     {blob} NOT NULL,
        PRIMARY KEY (tenant, sequence)))",
    u"CREATE INDEX audit_event_of_patient ON audit_event (tenant, patient, sequence)",
};

}
