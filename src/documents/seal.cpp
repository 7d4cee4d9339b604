#include <documents/openssl.h>
#include <documents/seal.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>
#include <secrets/bytes.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <cstdio>
#include <ctime>

namespace forecourt::documents {
namespace {

/// Room for the signature: 2.1 KB with one certificate, more with a chain.
constexpr std::size_t signature_room = 12'000;
constexpr std::string_view range_placeholder = "/ByteRange [ 0 1111111111 2222222222 3333333333 ]";

std::string pdf_date(Instant at) {
    const Date day = local_date(at);
    const YearMonthDay parts = parts_of(day);
    const auto second = static_cast<int>((at - local_instant(day)).ms / 1000);
    char text[40];
    std::snprintf(text, sizeof text, "D:%04d%02d%02d%02d%02d%02d+08'00'", parts.year, parts.month, parts.day,
                  second / 3600, second / 60 % 60, second % 60);
    return text;
}

QPDFObjectHandle signature_dictionary(const SealFacts& facts) {
    QPDFObjectHandle signature = QPDFObjectHandle::parse(
        "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
        "/ByteRange [ 0 1111111111 2222222222 3333333333 ] >>");
    signature.replaceKey("/Contents", QPDFObjectHandle::newString(std::string(signature_room, '\0')));
    signature.replaceKey("/M", QPDFObjectHandle::newString(pdf_date(facts.at)));
    signature.replaceKey("/Name", QPDFObjectHandle::newUnicodeString(facts.name));
    signature.replaceKey("/Reason", QPDFObjectHandle::newUnicodeString(facts.reason));
    if (!facts.location.empty())
        signature.replaceKey("/Location", QPDFObjectHandle::newUnicodeString(facts.location));
    return signature;
}

/// The PDF with an empty signature in it: an invisible field on the first page.
std::string with_signature_field(std::string_view pdf, const SealFacts& facts) {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("document", pdf.data(), pdf.size());
    const auto pages = QPDFPageDocumentHelper(document).getAllPages();
    if (pages.empty()) throw std::runtime_error("a document without pages cannot be sealed");
    if (document.getRoot().hasKey("/AcroForm")) throw std::runtime_error("the document is sealed already");
    QPDFObjectHandle page = pages.front().getObjectHandle();
    QPDFObjectHandle signature = document.makeIndirectObject(signature_dictionary(facts));
    QPDFObjectHandle field = document.makeIndirectObject(QPDFObjectHandle::parse(
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /F 132 /Rect [ 0 0 0 0 ] >>"));
    field.replaceKey("/V", signature);
    field.replaceKey("/P", page);
    if (!page.getKey("/Annots").isArray()) page.replaceKey("/Annots", QPDFObjectHandle::newArray());
    page.getKey("/Annots").appendItem(field);
    QPDFObjectHandle form = QPDFObjectHandle::parse("<< /SigFlags 3 /Fields [ ] >>");
    form.getKey("/Fields").appendItem(field);
    document.getRoot().replaceKey("/AcroForm", form);

    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_disable);  // the signature must stand in the file as it is
    writer.setDeterministicID(true);
    writer.setNewlineBeforeEndstream(false);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// Where the hex of the signature stands: from "<" to ">", both included.
struct Gap {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Gap find_gap(const std::string& pdf) {
    const std::string zeros(signature_room * 2, '0');
    const std::size_t at = pdf.find("<" + zeros + ">");
    if (at == std::string::npos) throw std::runtime_error("no room for the seal was found");
    return {at, at + zeros.size() + 2};
}

void write_range(std::string& pdf, const Gap& gap) {
    const std::size_t at = pdf.find(range_placeholder);
    if (at == std::string::npos) throw std::runtime_error("no byte range for the seal was found");
    std::string range = "/ByteRange [ 0 " + std::to_string(gap.begin) + " " + std::to_string(gap.end) + " " +
                        std::to_string(pdf.size() - gap.end) + " ]";
    range.resize(range_placeholder.size(), ' ');
    pdf.replace(at, range.size(), range);
}

std::string sign(const std::string& content, const SealKey& key) {
    const X509Pointer certificate = certificate_from_pem(key.certificate_pem);
    const KeyPointer private_key = key_from_pem(key.key_pem);
    const BioPointer input(BIO_new_mem_buf(content.data(), static_cast<int>(content.size())));
    constexpr unsigned flags = CMS_DETACHED | CMS_BINARY | CMS_CADES | CMS_NOSMIMECAP | CMS_PARTIAL;
    const CmsPointer cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags));
    if (!cms ||
        CMS_add1_signer(cms.get(), certificate.get(), private_key.get(), EVP_sha256(), flags) == nullptr ||
        CMS_final(cms.get(), input.get(), nullptr, flags) != 1)
        throw std::runtime_error("the seal's key and certificate cannot sign: " + openssl_problem());
    unsigned char* der = nullptr;
    const int length = i2d_CMS_ContentInfo(cms.get(), &der);
    if (length <= 0) throw std::runtime_error("the seal cannot be written");
    std::string bytes(reinterpret_cast<char*>(der), static_cast<std::size_t>(length));
    OPENSSL_free(der);
    return bytes;
}

void add_extension(X509* certificate, int kind, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    if (extension == nullptr) throw std::runtime_error("a certificate cannot be made: " + openssl_problem());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

}  // namespace

SealKey make_self_signed(const std::string& common_name, Instant at) {
    const KeyPointer key(EVP_RSA_gen(3072));
    const X509Pointer certificate(X509_new());
    if (!key || !certificate) throw std::runtime_error("a key cannot be made: " + openssl_problem());
    X509_set_version(certificate.get(), 2);
    const std::string serial = secrets::random_bytes(16);
    const BignumPointer number(BN_bin2bn(reinterpret_cast<const unsigned char*>(serial.data()), 15, nullptr));
    BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get()));
    const auto begin = static_cast<std::time_t>(at.ms / 1000);
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), begin - 86'400);  // clocks of readers may be behind
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), begin + std::time_t{3650} * 86'400);
    X509_NAME* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "C", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("CN"), -1, -1,
                               0);
    // X.520 allows 64 characters.
    std::string short_name = common_name.substr(0, 190);
    while (!short_name.empty() &&
           X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(short_name.data()),
                                      static_cast<int>(short_name.size()), -1, 0) != 1) {
        ERR_clear_error();
        short_name.pop_back();
    }
    X509_set_issuer_name(certificate.get(), name);
    X509_set_pubkey(certificate.get(), key.get());
    add_extension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
    add_extension(certificate.get(), NID_key_usage, "critical,digitalSignature,nonRepudiation");
    add_extension(certificate.get(), NID_subject_key_identifier, "hash");
    if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0)
        throw std::runtime_error("a certificate cannot be signed: " + openssl_problem());
    return {pem_of(certificate.get()), pem_of(key.get())};
}

std::string seal(std::string_view pdf, const SealKey& key, const SealFacts& facts) {
    std::string sealed;
    try {
        sealed = with_signature_field(pdf, facts);
    } catch (const QPDFExc& problem) {
        throw std::runtime_error(std::string("a PDF cannot be sealed: ") + problem.what());
    }
    const Gap gap = find_gap(sealed);
    write_range(sealed, gap);
    const std::string hex = secrets::to_hex(sign(sealed.substr(0, gap.begin) + sealed.substr(gap.end), key));
    if (hex.size() > signature_room * 2)
        throw std::runtime_error("the certificates are too large for the seal");
    sealed.replace(gap.begin + 1, hex.size(), hex);
    return sealed;
}

}  // namespace forecourt::documents
