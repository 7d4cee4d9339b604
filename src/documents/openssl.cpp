#include <documents/openssl.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <stdexcept>

namespace forecourt::documents {
namespace {

BioPointer memory_of(const std::string& text) {
    return BioPointer(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string text_of(BIO* memory) {
    char* bytes = nullptr;
    const long length = BIO_get_mem_data(memory, &bytes);
    return {bytes, static_cast<std::size_t>(length)};
}

}  // namespace

X509Pointer certificate_from_pem(const std::string& pem) {
    X509Pointer certificate(PEM_read_bio_X509(memory_of(pem).get(), nullptr, nullptr, nullptr));
    if (!certificate) throw std::runtime_error("not a certificate: " + openssl_problem());
    return certificate;
}

KeyPointer key_from_pem(const std::string& pem) {
    // An empty pass phrase instead of a question at the terminal.
    KeyPointer key(PEM_read_bio_PrivateKey(memory_of(pem).get(), nullptr, nullptr, const_cast<char*>("")));
    if (!key) throw std::runtime_error("not a private key: " + openssl_problem());
    return key;
}

std::string pem_of(X509* certificate) {
    const BioPointer memory(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(memory.get(), certificate);
    return text_of(memory.get());
}

std::string pem_of(EVP_PKEY* key) {
    const BioPointer memory(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return text_of(memory.get());
}

std::string openssl_problem() {
    char text[200] = "no reason given";
    if (const unsigned long code = ERR_get_error(); code != 0) ERR_error_string_n(code, text, sizeof text);
    ERR_clear_error();
    return text;
}

}  // namespace forecourt::documents
