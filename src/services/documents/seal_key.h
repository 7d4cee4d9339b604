#pragma once
#include <documents/seal.h>

namespace forecourt::documents {

/// The PDF with the seal of the store's key (configure_seal), in its name.
std::string sealed(std::string_view pdf, std::string_view reason, Instant at);

}  // namespace forecourt::documents
