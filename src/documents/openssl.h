#pragma once
// Owners of OpenSSL's objects; only for the .cpp files of this folder.
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>

namespace forecourt::documents {

struct OpensslFree {
    void operator()(X509* object) const { X509_free(object); }
    void operator()(EVP_PKEY* object) const { EVP_PKEY_free(object); }
    void operator()(BIO* object) const { BIO_free_all(object); }
    void operator()(BIGNUM* object) const { BN_free(object); }
    void operator()(CMS_ContentInfo* object) const { CMS_ContentInfo_free(object); }
};
using X509Pointer = std::unique_ptr<X509, OpensslFree>;
using KeyPointer = std::unique_ptr<EVP_PKEY, OpensslFree>;
using BioPointer = std::unique_ptr<BIO, OpensslFree>;
using BignumPointer = std::unique_ptr<BIGNUM, OpensslFree>;
using CmsPointer = std::unique_ptr<CMS_ContentInfo, OpensslFree>;

/// Throw std::runtime_error when the text is not what it should be.
X509Pointer certificate_from_pem(const std::string& pem);
KeyPointer key_from_pem(const std::string& pem);
std::string pem_of(X509* certificate);
std::string pem_of(EVP_PKEY* key);
/// What OpenSSL has to say about the last failure.
std::string openssl_problem();

}  // namespace forecourt::documents
