#pragma once
#include <modules/leads/funnel/funnel.h>

namespace forecourt::leads {

/// A row of the funnel as it is stored; 0 for nobody and for no model.
struct StoredCase {
    Id<FunnelCase> id;
    std::optional<Id<reception::Visit>> visit_id;
    std::optional<Id<Lead>> lead_id;
    Instant came_at;
    FunnelChannel channel{};
    Id<User> consultant_id;
    Id<vehicles::Model> model_id;
    std::optional<Instant> kept_at;
    std::optional<Instant> drove_at;
    std::optional<Instant> quoted_at;
    std::optional<Instant> ordered_at;
};
FORECOURT_STRUCT(StoredCase, id, visit_id, lead_id, came_at, channel, consultant_id, model_id, kept_at,
                 drove_at, quoted_at, ordered_at)

}  // namespace forecourt::leads
