#pragma once

#include <array>

// The first schema. No column knows NULL: '' and 0 mean "none", so that both databases compare alike.
// Personal data is in `sealed` and `bytes` only; columns that end in _index are keyed hashes (docs/storage.md).

namespace nadi::storage
{

inline constexpr std::array tables001{
    u"CREATE TABLE schema_version (version INTEGER NOT NULL)",
    u"INSERT INTO schema_version (version) VALUES (0)",

    uR"(CREATE TABLE meta (
        tenant TEXT NOT NULL,
        name   TEXT NOT NULL,
        value  TEXT NOT NULL,
        PRIMARY KEY (tenant, name)))",

    uR"(CREATE TABLE counter (
        tenant TEXT NOT NULL,
        name   TEXT NOT NULL,
        value  {int} NOT NULL,
        PRIMARY KEY (tenant, name)))",

    uR"(CREATE TABLE facility (
        tenant      TEXT NOT NULL,
        id          TEXT NOT NULL,
        registry_id TEXT NOT NULL,
        sealed      {blob} NOT NULL,
        PRIMARY KEY (tenant, id)))",

    uR"(CREATE TABLE facility_link (
        tenant      TEXT NOT NULL,
        facility    TEXT NOT NULL,
        state       TEXT NOT NULL,
        checked_at  {int} NOT NULL,
        detail_code TEXT NOT NULL,
        PRIMARY KEY (tenant, facility)))",

    uR"(CREATE TABLE doctor (
        tenant TEXT NOT NULL,
        id     TEXT NOT NULL,
        sealed {blob} NOT NULL,
        PRIMARY KEY (tenant, id)))",

    // Minutes count from midnight of the facility's local day.
    uR"(CREATE TABLE schedule_block (
        tenant       TEXT NOT NULL,
        facility     TEXT NOT NULL,
        doctor       TEXT NOT NULL,
        weekday      INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
        from_minute  INTEGER NOT NULL,
        to_minute    INTEGER NOT NULL,
        slot_minutes INTEGER NOT NULL CHECK (slot_minutes > 0),
        in_person    INTEGER NOT NULL,
        tele         INTEGER NOT NULL))",
    u"CREATE INDEX schedule_block_of ON schedule_block (tenant, facility, doctor)",

    // mark: grows with every change of any patient of the tenant; a search index asks for what is above its own.
    uR"(CREATE TABLE patient (
        tenant             TEXT NOT NULL,
        id                 TEXT NOT NULL,
        mobile_index       {blob} NOT NULL,
        abha_number_index  {blob} NOT NULL,
        abha_address_index {blob} NOT NULL,
        abha_verified_at   {int} NOT NULL,
        created_at         {int} NOT NULL,
        mark               {int} NOT NULL,
        version            {int} NOT NULL,
        sealed             {blob} NOT NULL,
        PRIMARY KEY (tenant, id)))",
    u"CREATE INDEX patient_by_mobile ON patient (tenant, mobile_index)",
    u"CREATE INDEX patient_by_abha_number ON patient (tenant, abha_number_index)",
    u"CREATE INDEX patient_by_abha_address ON patient (tenant, abha_address_index)",
    u"CREATE UNIQUE INDEX patient_by_mark ON patient (tenant, mark)",

    uR"(CREATE TABLE patient_local (
        tenant       TEXT NOT NULL,
        facility     TEXT NOT NULL,
        patient      TEXT NOT NULL,
        number_index {blob} NOT NULL,
        sealed       {blob} NOT NULL,
        PRIMARY KEY (tenant, patient, facility),
        UNIQUE (tenant, facility, number_index),
        FOREIGN KEY (tenant, patient) REFERENCES patient (tenant, id)))",

    // Who has a slot: a hold (hold, expires_at) or an appointment. The primary key is what makes a slot bookable once.
    uR"(CREATE TABLE slot_claim (
        tenant      TEXT NOT NULL,
        doctor      TEXT NOT NULL,
        start_at    {int} NOT NULL,
        end_at      {int} NOT NULL,
        facility    TEXT NOT NULL,
        hold        TEXT NOT NULL,
        expires_at  {int} NOT NULL,
        appointment TEXT NOT NULL,
        PRIMARY KEY (tenant, doctor, start_at)))",
    u"CREATE INDEX slot_claim_by_hold ON slot_claim (tenant, hold)",
    u"CREATE INDEX slot_claim_by_appointment ON slot_claim (tenant, appointment)",

    uR"(CREATE TABLE appointment (
        tenant   TEXT NOT NULL,
        id       TEXT NOT NULL,
        facility TEXT NOT NULL,
        doctor   TEXT NOT NULL,
        patient  TEXT NOT NULL,
        start_at {int} NOT NULL,
        end_at   {int} NOT NULL,
        mode     TEXT NOT NULL,
        status   TEXT NOT NULL,
        source   TEXT NOT NULL,
        token    INTEGER NOT NULL,
        version  {int} NOT NULL,
        sealed   {blob} NOT NULL,
        PRIMARY KEY (tenant, id)))",
    u"CREATE INDEX appointment_of_day ON appointment (tenant, facility, start_at)",
    u"CREATE INDEX appointment_of_patient ON appointment (tenant, patient, start_at)",

    uR"(CREATE TABLE record (
        tenant       TEXT NOT NULL,
        id           TEXT NOT NULL,
        facility     TEXT NOT NULL,
        patient      TEXT NOT NULL,
        doctor       TEXT NOT NULL,
        appointment  TEXT NOT NULL,
        state        TEXT NOT NULL,
        care_context TEXT NOT NULL,
        created_at   {int} NOT NULL,
        signed_at    {int} NOT NULL,
        version      {int} NOT NULL,
        sealed       {blob} NOT NULL,
        PRIMARY KEY (tenant, id)))",
    u"CREATE INDEX record_of_patient ON record (tenant, patient, created_at)",
    u"CREATE INDEX record_by_state ON record (tenant, facility, state, created_at)",
    u"CREATE UNIQUE INDEX record_by_care_context ON record (tenant, facility, care_context) WHERE care_context <> ''",

    uR"(CREATE TABLE record_page (
        tenant         TEXT NOT NULL,
        record         TEXT NOT NULL,
        id             TEXT NOT NULL,
        position       INTEGER NOT NULL,
        original_index {blob} NOT NULL,
        sealed         {blob} NOT NULL,
        PRIMARY KEY (tenant, record, id),
        FOREIGN KEY (tenant, record) REFERENCES record (tenant, id)))",

    uR"(CREATE TABLE record_original (
        tenant         TEXT NOT NULL,
        record         TEXT NOT NULL,
        original_index {blob} NOT NULL,
        patient        TEXT NOT NULL,
        added_at       {int} NOT NULL,
        sealed         {blob} NOT NULL,
        PRIMARY KEY (tenant, record, original_index),
        FOREIGN KEY (tenant, record) REFERENCES record (tenant, id)))",
    u"CREATE INDEX record_original_seen ON record_original (tenant, original_index, added_at)",

    // A sealed page image or original, cut into parts: a row of 20 MB would be sent to PostgreSQL as one 40 MB literal.
    uR"(CREATE TABLE blob_part (
        tenant TEXT NOT NULL,
        blob   TEXT NOT NULL,
        part   INTEGER NOT NULL,
        bytes  {blob} NOT NULL,
        PRIMARY KEY (tenant, blob, part)))",

    uR"(CREATE TABLE delivery (
        tenant       TEXT NOT NULL,
        record       TEXT NOT NULL,
        flow         TEXT NOT NULL,
        patient      TEXT NOT NULL,
        facility     TEXT NOT NULL,
        state        TEXT NOT NULL,
        reason       TEXT NOT NULL,
        support_code TEXT NOT NULL,
        attempt      INTEGER NOT NULL,
        confirmed_at {int} NOT NULL,
        accepted_at  {int} NOT NULL,
        linked_at    {int} NOT NULL,
        opened_at    {int} NOT NULL,
        next_try_at  {int} NOT NULL,
        updated_at   {int} NOT NULL,
        PRIMARY KEY (tenant, record)))",
    u"CREATE INDEX delivery_by_flow ON delivery (tenant, flow)",
    u"CREATE INDEX delivery_of_patient ON delivery (tenant, patient, confirmed_at)",
    u"CREATE INDEX delivery_by_state ON delivery (tenant, facility, state)",
    u"CREATE INDEX delivery_by_update ON delivery (tenant, facility, updated_at)",
    u"CREATE UNIQUE INDEX delivery_by_support_code ON delivery (tenant, support_code) WHERE support_code <> ''",

    uR"(CREATE TABLE timeline (
        sequence {serial},
        tenant   TEXT NOT NULL,
        flow     TEXT NOT NULL,
        at       {int} NOT NULL,
        actor    TEXT NOT NULL,
        what     TEXT NOT NULL,
        code     TEXT NOT NULL,
        request  TEXT NOT NULL,
        attempt  INTEGER NOT NULL))",
    u"CREATE INDEX timeline_of_flow ON timeline (tenant, flow, sequence)",
};

}
