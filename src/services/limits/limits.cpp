#include <assets/assets.h>
#include <services/limits/api.h>
#include <services/limits/module.h>

namespace forecourt::limits {
namespace {

constexpr std::string_view kind = "limits";

// The table the program ships with.
std::string shipped_text(std::string_view table) {
    const auto* asset = assets::find("standards/" + std::string(table) + ".json");
    ensure(asset != nullptr);
    return std::string(asset->body);
}

/// What limits.changed tells.
struct Changed {
    std::string table;
    int number{};
    std::string reason;
    Instant valid_from;
};
FORECOURT_STRUCT(Changed, table, number, reason, valid_from)

}  // namespace

Standing standing_of(const Context& context, std::string_view table) {
    Standing standing{
        .number = 1,
        .past = versions::history(context.db(), context.store_id(), {kind, table}, context.now())};
    if (!standing.past.empty()) standing.number = standing.past.front().number;
    return standing;
}

std::string text_at(const Context& context, std::string_view table, Instant at) {
    const auto version = versions::in_force(context.db(), context.store_id(), {kind, table}, at);
    return version ? version->body : shipped_text(table);
}

std::string last_text(const Context& context, std::string_view table) {
    const auto version = versions::latest(context.db(), context.store_id(), {kind, table});
    return version ? version->body : shipped_text(table);
}

Result<LimitsSet> set_text(Tx& tx, std::string_view table, const std::string& text, const Change& change) {
    const versions::Key key{kind, table};
    versions::install(tx, key, shipped_text(table));
    const auto last = versions::latest(tx.db(), tx.store_id(), key);
    if (change.number != last->number) return limits_outdated;
    const auto set = versions::publish_text(
        tx, key, text,
        {.version = 0, .reason = change.reason, .valid_from = change.valid_from, .changes = 1});
    if (!set) return set.refused();
    const Changed changed{.table = std::string(table),
                          .number = set->number,
                          .reason = set->reason,
                          .valid_from = set->valid_from};
    tx.emit("limits.changed", {{"limits", set->id}}, changed);
    return LimitsSet{.number = set->number, .valid_from = set->valid_from};
}

std::vector<Refusal> refusals_with(std::vector<Refusal> own) {
    own.insert(own.end(), {limits_outdated, limits_unchanged, versions::start_date_past,
                           versions::starts_before_the_last_version});
    return own;
}

const Module limits_module{
    .name = "limits",
    .needs = {"access", "versions"},
    .actions = {},
    .views = {},
    .grants = {{limits_read, {Role::gm, Role::sales_manager, Role::care, Role::foreman, Role::admin}},
               {limits_write, {Role::gm}}},
    .events = {"limits.changed"},
    .handlers = {},
    .jobs = {},
};

}  // namespace forecourt::limits
