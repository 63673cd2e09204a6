#include "common/settings.h"

namespace nadi
{

// Defaults and bounds: security-reliability.md section 8. A new setting is one line here and nothing else.
const QList<SettingSpec> &Settings::table()
{
    using enum SettingType;
    const auto key = [](const char *name) { return QString::fromLatin1(name); };
    static const QList<SettingSpec> specs{
        {key("app.mode"), Text, key("production"),
            key("sandbox shows the strip and allows test parts; production refuses them")},
        {key("app.language"), Text, QString(), key("language of the window; empty follows the system")},
        {key("app.theme"), Text, key("light"), key("light, dark or contrast")},
        {key("app.scalePercent"), Integer, 100, key("size of everything in the window, percent"), MayLog::Yes, 100,
            200},
        {key("app.reducedMotion"), Flag, false, key("no animation")},
        {key("database.backend"), Text, key("sqlite"), key("sqlite or postgres")},
        {key("database.location"), Text, QString(), key("SQLite file, or PostgreSQL connection options"), MayLog::No},
        {key("database.tenant"), Text, key("default"), key("tenant id of this installation")},
        {key("keys.file"), Text, QString(),
            key("key file with owner-only rights for services; empty uses the system's secret store")},
        {key("gateway.baseUrl"), Text, key("https://dev.abdm.gov.in"), key("ABDM gateway without a path")},
        {key("gateway.registryUrl"), Text, key("https://apihspsbx.abdm.gov.in/v4/int"), key("HFR bridge-linkage API")},
        {key("registry.facilitySearchUrl"), Text,
            key("https://apihspsbx.abdm.gov.in/v4/int/FacilityManagement/v1.5/facility/search"),
            key("HFR facility search; the older host is facilitysbx.abdm.gov.in")},
        {key("registry.professionalUrl"), Text,
            key("https://apihspsbx.abdm.gov.in/v4/int/apis/v1/doctors/fetch-professional-info"),
            key("HPR look-up by registration or HPR id; empty switches it off")},
        {key("gateway.cmId"), Text, key("sbx"), key("X-CM-ID: sbx or abdm")},
        {key("gateway.clientId"), Text, QString(), key("client id, which is the bridge id")},
        {key("gateway.clientSecretFile"), Text, QString(), key("file with the client secret, owner-only")},
        {key("gateway.caFile"), Text, QString(), key("PEM of additional trusted issuers; empty trusts the system's")},
        {key("gateway.jwksUrl"), Text, QString(),
            key("key set of the callback tokens; empty is <baseUrl>/api/hiecm/gateway/v3/certs")},
        {key("gateway.jwksWithToken"), Flag, true, key("send Authorization when fetching the key set")},
        {key("gateway.timeoutMs"), Duration, 15'000, key("total time of one call, ms"), MayLog::Yes, 100, 120'000},
        {key("callback.issuers"), TextList, QStringList(),
            key("accepted iss of callback tokens; empty does not check")},
        {key("callback.audiences"), TextList, QStringList{key("account")}, key("accepted aud; empty does not check")},
        {key("callback.clients"), TextList, QStringList(), key("accepted azp/clientId (S-C4); empty does not check")},
        {key("callback.identityMode"), Text, key("observe"), key("observe, warn or enforce the three lists (S-C4)")},
        {key("callback.allowRs512"), Flag, false, key("also accept RS512 callback tokens")},
        {key("bridge.listenAddress"), Text, key("127.0.0.1"), key("address the callback server listens on")},
        {key("bridge.listenPort"), Integer, 0, key("port of the callback server; 0 takes a free one"), MayLog::Yes, 0,
            65'535},
        {key("bridge.publicUrl"), Text, QString(),
            key("public base URL registered at the gateway; empty is https://localhost:<port>")},
        {key("bridge.certificateFile"), Text, QString(), key("PEM certificate chain of the callback server")},
        {key("bridge.certificateKeyFile"), Text, QString(), key("PEM key of the callback server, owner-only")},
        {key("bridge.doorbell"), Text, QString(),
            key("name of the local socket that wakes the bridge; empty derives it from the database")},
        {key("bridge.peerUrls"), TextList, QStringList(),
            key("push hosts allowed although private, for the sandbox only (S-N3)")},
        {key("bridge.pushPrivateHosts"), Flag, false, key("allow loopback push URLs; refused in production mode")},
        {key("bridge.maxConnections"), Integer, 200, key("open callback connections (S-C9)"), MayLog::Yes, 1, 10'000},
        {key("bridge.ratePerPath"), Integer, 50, key("callbacks per second of one path and facility (S-C12)"),
            MayLog::Yes, 1, 100'000},
        {key("bridge.leaseMs"), Duration, 30'000, key("outbox lease, ms (S-O5)"), MayLog::Yes, 100, 600'000},
        {key("bridge.retryScalePercent"), Integer, 100, key("scale of every retry delay; 1 in tests"), MayLog::Yes, 1,
            1'000},
        {key("share.tokenMs"), Duration, 1'800'000,
            key("life of a queue token of scan and share, ms (SHARE_PATIENT_PROFILE_701: 30 minutes)"), MayLog::Yes,
            60'000, 86'400'000},
        {key("share.qrBase"), Text, key("https://phrsbx.abdm.gov.in/share-profile"),
            key("what the facility QR begins with; production: https://phr.abdm.gov.in/share-profile")},
        {key("facility.pollMs"), Duration, 900'000,
            key("age of the bridge-services listing before it is read again, ms"), MayLog::Yes, 1'000, 86'400'000},
        {key("documents.workerPath"), Text, QString(), key("nadi-pages; empty is beside the program")},
        {key("documents.maxFileBytes"), Integer, 20LL * 1024 * 1024, key("largest file taken (S-F3)"), MayLog::Yes,
            1024, 500LL * 1024 * 1024},
        {key("documents.maxPages"), Integer, 50, key("pages of one document (S-F3)"), MayLog::Yes, 1, 500},
        {key("documents.workerSeconds"), Integer, 10, key("CPU seconds of one worker job (S-F1)"), MayLog::Yes, 1, 120},
        {key("fidelius.sendRawKey"), Flag, false,
            key("as HIP emit the raw public key instead of X.509 (fidelius.md section 2)")},
        {key("booking.holdMs"), Duration, 300'000, key("how long a slot is held, ms"), MayLog::Yes, 1'000, 3'600'000},
        {key("lock.idleMs"), Duration, 300'000, key("idle lock of the desk, ms"), MayLog::Yes, 120'000, 900'000},
    };
    return specs;
}

}
