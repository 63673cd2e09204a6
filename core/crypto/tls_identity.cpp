#include "crypto/tls_identity.h"

#include "crypto/openssl_handles.h"

#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace nadi::crypto
{
namespace
{
using IpAddress = std::unique_ptr<ASN1_OCTET_STRING, Releaser<ASN1_OCTET_STRING_free>>;

struct Validity
{
    UtcTime from;
    UtcTime to;
};

tl::unexpected<Error> failure(const char *what)
{
    return fail(ErrorKind::Internal, QStringLiteral("TLS-IDENTITY"), QLatin1String(what));
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const CertificateExtension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509 *certificate)
{
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        return false;
    bytes[0] &= 0x7f; // positive
    const BigNumber serial(BN_bin2bn(bytes, sizeof bytes, nullptr));
    return serial && BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate));
}

// Names, times, serial and key; extensions and signature follow.
Certificate draft(const char *commonName, EVP_PKEY *key, const Validity &validity)
{
    Certificate certificate(X509_new());
    if (!certificate || X509_set_version(certificate.get(), X509_VERSION_3) != 1 || !setSerial(certificate.get())
        || !ASN1_TIME_set(X509_getm_notBefore(certificate.get()), time_t(validity.from.ms() / 1000))
        || !ASN1_TIME_set(X509_getm_notAfter(certificate.get()), time_t(validity.to.ms() / 1000))
        || X509_set_pubkey(certificate.get(), key) != 1)
        return nullptr;
    const auto *text = reinterpret_cast<const unsigned char *>(commonName);
    auto *subject = X509_get_subject_name(certificate.get());
    if (X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text, -1, -1, 0) != 1)
        return nullptr;
    return certificate;
}

bool finish(X509 *certificate, X509 *issuer, EVP_PKEY *issuerKey)
{
    return X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1
        && addExtension(certificate, issuer, NID_subject_key_identifier, "hash")
        && addExtension(certificate, issuer, NID_authority_key_identifier, "keyid")
        && X509_sign(certificate, issuerKey, EVP_sha256()) > 0;
}

// Only letters, digits, dots and hyphens: the value goes through OpenSSL's little extension language.
bool isPlainDnsName(const QString &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'.' || c == u'-';
    });
}

bool isAddress(const QString &host)
{
    const IpAddress address(a2i_IPADDRESS(host.toLatin1().constData()));
    return address != nullptr;
}

QByteArray alternativeNames(const QStringList &hosts)
{
    QByteArrayList names;
    for (const auto &host : hosts) {
        if (isAddress(host))
            names << "IP:" + host.toLatin1();
        else if (isPlainDnsName(host))
            names << "DNS:" + host.toLatin1();
        else
            return {};
    }
    return names.join(',');
}

QByteArray taken(BIO *bio)
{
    char *data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

QByteArray pem(X509 *certificate)
{
    const MemoryBio bio(BIO_new(BIO_s_mem()));
    return bio && PEM_write_bio_X509(bio.get(), certificate) == 1 ? taken(bio.get()) : QByteArray();
}

QByteArray pem(EVP_PKEY *key)
{
    const MemoryBio bio(BIO_new(BIO_s_secmem()));
    return bio && PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1
        ? taken(bio.get())
        : QByteArray();
}
}

Result<PemIdentity> makeServerIdentity(const QStringList &hosts, UtcTime now, int days)
{
    const auto names = alternativeNames(hosts);
    if (names.isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("TLS-HOSTS"), QStringLiteral("DNS names or IP addresses"));
    using namespace std::chrono_literals;
    // An hour back, for clocks that are a little behind.
    const Validity validity{now - 1h, now + std::chrono::hours(24) * days};
    const EvpKey authorityKey(EVP_EC_gen("P-256")), key(EVP_EC_gen("P-256"));
    if (!authorityKey || !key)
        return failure("key");
    const auto authority = draft("Nadi throw-away authority", authorityKey.get(), validity);
    const auto server = draft("Nadi sandbox server", key.get(), validity);
    if (!authority || !server)
        return failure("certificate");
    auto *ca = authority.get();
    if (!addExtension(ca, ca, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        || !addExtension(ca, ca, NID_key_usage, "critical,keyCertSign,cRLSign") || !finish(ca, ca, authorityKey.get())
        || !addExtension(server.get(), ca, NID_basic_constraints, "critical,CA:FALSE")
        || !addExtension(server.get(), ca, NID_key_usage, "critical,digitalSignature")
        || !addExtension(server.get(), ca, NID_ext_key_usage, "serverAuth")
        || !addExtension(server.get(), ca, NID_subject_alt_name, names)
        || !finish(server.get(), ca, authorityKey.get()))
        return failure("extension or signature");
    PemIdentity identity{pem(server.get()), pem(key.get()), pem(ca)};
    if (identity.certificatePem.isEmpty() || identity.keyPem.isEmpty() || identity.issuerPem.isEmpty())
        return failure("PEM");
    return identity;
}

}
