#include "bridge/push_address.h"

#include <array>

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostAddresses = 3;
constexpr int httpsPort = 443;

struct Range
{
    quint32 network;
    int bits;
};

// IANA special-purpose registry, everything that is not globally reachable.
constexpr std::array closed4{
    Range{0x00000000, 8}, // this network
    Range{0x0a000000, 8}, // private
    Range{0x64400000, 10}, // shared address space of carriers
    Range{0x7f000000, 8}, // loopback
    Range{0xa9fe0000, 16}, // link-local, cloud metadata
    Range{0xac100000, 12}, // private
    Range{0xc0000000, 24}, // protocol assignments
    Range{0xc0000200, 24}, // documentation
    Range{0xc0586300, 24}, // 6to4 relays
    Range{0xc0a80000, 16}, // private
    Range{0xc6120000, 15}, // benchmarks
    Range{0xc6336400, 24}, // documentation
    Range{0xcb007100, 24}, // documentation
    Range{0xe0000000, 4}, // multicast
    Range{0xf0000000, 4}, // reserved, broadcast
};

bool isPublic4(quint32 address)
{
    return std::none_of(closed4.begin(), closed4.end(),
        [&](const Range &range) { return (address >> (32 - range.bits)) == (range.network >> (32 - range.bits)); });
}

bool isPublic6(const Q_IPV6ADDR &a)
{
    // Only 2000::/3 is global unicast; inside it the tunnels and documentation hide other addresses.
    if ((a[0] & 0xe0) != 0x20)
        return false;
    const quint32 first = quint32(a[0]) << 24 | quint32(a[1]) << 16 | quint32(a[2]) << 8 | a[3];
    const bool sixToFour = (first >> 16) == 0x2002;
    const bool protocolAssignments = (first >> 9) == (0x20010000u >> 9); // 2001::/23 with Teredo and ORCHID
    const bool documentation = first == 0x20010db8u || (first >> 12) == 0x3fff0u;
    return !sixToFour && !protocolAssignments && !documentation;
}

QString peerOf(const QUrl &url)
{
    return url.host().toLower() + u':' + QString::number(url.port(httpsPort));
}

/// A host of digits, dots and x only is an IPv4 address in some spelling: decimal, octal, hexadecimal, short.
bool looksNumeric(const QString &host)
{
    const QString last = host.section(u'.', -1);
    bool number = false;
    last.toULongLong(&number, 0);
    return number || (!last.isEmpty() && std::all_of(last.begin(), last.end(), [](QChar c) { return c.isDigit(); }));
}

}

PushAddressRules PushAddressRules::fromSettings(const Settings &settings)
{
    PushAddressRules rules;
    if (settings.text(u"app.mode"_s) != u"sandbox")
        return rules;
    rules.allowLoopback = settings.flag(u"bridge.pushPrivateHosts"_s);
    for (const auto &peer : settings.list(u"bridge.peerUrls"_s))
        rules.allowedPeers << peerOf(QUrl(peer));
    return rules;
}

Result<QUrl> checkPushUrl(const QString &text, const PushAddressRules &rules)
{
    const auto no = [](const char *why) { return fail(ErrorKind::Refused, u"PUSH-URL"_s, QString::fromLatin1(why)); };
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return no("form");
    if (url.scheme() != u"https")
        return no("scheme");
    if (!url.userInfo().isEmpty() || text.contains(u'@'))
        return no("credentials");
    const bool listed = rules.allowedPeers.contains(peerOf(url));
    if (url.port(httpsPort) != httpsPort && !listed && !rules.allowLoopback)
        return no("port");
    // An address instead of a name has no certificate a requester could own; a loopback peer of the sandbox may be one.
    if (!listed && !rules.allowLoopback && (looksNumeric(url.host()) || url.host().contains(u':')))
        return no("host");
    return url;
}

bool isPublic(const QHostAddress &address)
{
    if (!address.scopeId().isEmpty())
        return false;
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return isPublic4(address.toIPv4Address());
    if (address.protocol() == QAbstractSocket::IPv6Protocol)
        return isPublic6(address.toIPv6Address());
    return false;
}

Result<QHostAddress> pinAddress(const QUrl &url, const QList<QHostAddress> &resolved, const PushAddressRules &rules)
{
    const auto no
        = [](const char *why) { return fail(ErrorKind::Refused, u"PUSH-ADDRESS"_s, QString::fromLatin1(why)); };
    if (resolved.isEmpty())
        return fail(ErrorKind::Unavailable, u"PUSH-ADDRESS"_s, u"unresolved"_s);
    if (resolved.size() > mostAddresses)
        return no("too many");
    const bool listed = rules.allowedPeers.contains(peerOf(url));
    for (const auto &address : resolved)
        if (!isPublic(address) && !listed && !(rules.allowLoopback && address.isLoopback()))
            return no("not public");
    // Some edges of Indian networks drop IPv6 (8.5 pitfall 21).
    for (const auto &address : resolved)
        if (address.protocol() == QAbstractSocket::IPv4Protocol)
            return address;
    return resolved.first();
}

}
