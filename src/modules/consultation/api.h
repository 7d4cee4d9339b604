#pragma once

namespace forecourt::secrets {
class KeyRing;
}

namespace forecourt::consultation {

/// The store's keys, once at start, before any action runs.
void configure(const secrets::KeyRing& keys);

}  // namespace forecourt::consultation
