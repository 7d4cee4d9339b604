#pragma once
#include <backup/backup.h>
#include <backup/depot.h>
#include <core/time.h>

#include <optional>

namespace forecourt::backup {

struct PointInTime {
    Counted counted;
    std::string generation;
    Instant at;               // everything that was committed before it is there, nothing after it
    std::int64_t segments{};  // that were read
    std::int64_t commits{};   // that were put onto the base
};

/// Makes a new data folder out of what was shipped: the newest state, or the one at a moment, commit by
/// commit. Throws ShipmentBroken, secrets::SealedFileBroken or std::runtime_error when the moment lies before
/// the first base, or something that is needed is missing or was changed; nothing is left then.
PointInTime restore_shipped(const Depot& depot, const std::string& data_folder, std::string_view passphrase,
                            std::optional<Instant> at);

}  // namespace forecourt::backup
