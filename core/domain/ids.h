#pragma once

#include "common/id.h"

namespace nadi
{

using TenantId = Id<struct TenantTag>;
/// HFR id of one clinic, which is also its HIP id on the network ("IN0710000123"). Opaque: never compared by prefix.
using FacilityId = Id<struct FacilityTag>;
using UserId = Id<struct UserTag>;
using PatientId = Id<struct PatientTag>;
using IdentifierId = Id<struct IdentifierTag>;
using MergeId = Id<struct MergeTag>;
using DoctorId = Id<struct DoctorTag>;
using AppointmentId = Id<struct AppointmentTag>;
using HoldId = Id<struct HoldTag>;
using RecordId = Id<struct RecordTag>;
using PageId = Id<struct PageTag>;
/// Our reference of one linkable bundle of records, ASCII, no clinical content: "RX-2026-000117".
using CareContextRef = Id<struct CareContextTag>;
using FlowId = Id<struct FlowTag>;
/// The REQUEST-ID header of one HTTP attempt.
using RequestId = Id<struct RequestTag>;
using ConsentId = Id<struct ConsentTag>;
using TransactionId = Id<struct TransactionTag>;

}
