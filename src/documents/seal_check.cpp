#include <documents/openssl.h>
#include <documents/seal.h>
#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <secrets/bytes.h>

#include <array>
#include <charconv>
#include <memory>

namespace forecourt::documents {
namespace {

/// The four numbers of "/ByteRange [ 0 a b c ]".
std::optional<std::array<std::size_t, 4>> byte_range(std::string_view pdf) {
    const std::size_t at = pdf.rfind("/ByteRange");
    const std::size_t open = at == std::string_view::npos ? at : pdf.find('[', at);
    if (open == std::string_view::npos) return std::nullopt;
    std::array<std::size_t, 4> range{};
    const char* next = pdf.data() + open + 1;
    const char* end = pdf.data() + pdf.size();
    for (std::size_t& number : range) {
        while (next < end && *next == ' ') ++next;
        const auto [rest, problem] = std::from_chars(next, end, number);
        if (problem != std::errc{}) return std::nullopt;
        next = rest;
    }
    return range;
}

/// DER says its own length; behind it the hex is filled up with zeros.
std::string without_filling(const std::string& der) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(der[i]); };
    if (der.size() < 4 || byte(0) != 0x30 || byte(1) < 0x81 || byte(1) > 0x84) return der;
    const std::size_t count = byte(1) & 0x0fU;
    std::size_t length = 0;
    for (std::size_t i = 0; i < count && 2 + i < der.size(); ++i) length = length << 8 | byte(2 + i);
    return der.substr(0, 2 + count + length);
}

/// Trusts the certificates the seal brings along, whatever their dates: who signed is for the reader to
/// judge. With them the check of CAdES runs, which binds the signature to the very certificate.
struct StoreFree {
    void operator()(X509_STORE* store) const { X509_STORE_free(store); }
};
std::unique_ptr<X509_STORE, StoreFree> own_certificates(CMS_ContentInfo* cms) {
    std::unique_ptr<X509_STORE, StoreFree> store(X509_STORE_new());
    X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME);
    X509_STORE_set_purpose(store.get(), X509_PURPOSE_ANY);
    STACK_OF(X509)* certificates = CMS_get1_certs(cms);
    for (int i = 0; certificates != nullptr && i < sk_X509_num(certificates); ++i)
        X509_STORE_add_cert(store.get(), sk_X509_value(certificates, i));
    sk_X509_pop_free(certificates, X509_free);
    return store;
}

SealCheck verify(const std::string& content, const std::string& signature) {
    const auto* der = reinterpret_cast<const unsigned char*>(signature.data());
    const CmsPointer cms(d2i_CMS_ContentInfo(nullptr, &der, static_cast<long>(signature.size())));
    const BioPointer input(BIO_new_mem_buf(content.data(), static_cast<int>(content.size())));
    SealCheck check{SealVerdict::changed, {}};
    if (cms && CMS_verify(cms.get(), nullptr, own_certificates(cms.get()).get(), input.get(), nullptr,
                          CMS_DETACHED | CMS_BINARY | CMS_CADES) == 1) {
        check.verdict = SealVerdict::intact;
        STACK_OF(X509)* signers = CMS_get0_signers(cms.get());
        if (signers != nullptr && sk_X509_num(signers) > 0)
            check.certificate_pem = pem_of(sk_X509_value(signers, 0));
        sk_X509_free(signers);
    }
    ERR_clear_error();
    return check;
}

}  // namespace

SealCheck check_seal(std::string_view pdf) {
    const auto range = byte_range(pdf);
    if (!range) return {SealVerdict::not_sealed, {}};
    const auto [begin, first, second, rest] = *range;
    // The two parts must be the whole file but for the signature between them.
    const bool whole = begin == 0 && first < second && second <= pdf.size() && rest == pdf.size() - second &&
                       pdf[first] == '<' && pdf[second - 1] == '>';
    if (!whole) return {SealVerdict::changed, {}};
    const auto signature = secrets::from_hex(pdf.substr(first + 1, second - first - 2));
    if (!signature) return {SealVerdict::changed, {}};
    return verify(std::string(pdf.substr(0, first)) + std::string(pdf.substr(second)),
                  without_filling(*signature));
}

}  // namespace forecourt::documents
