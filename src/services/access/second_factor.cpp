#include <services/access/second_factor.h>

#include <db/send.h>
#include <secrets/sealing.h>
#include <secrets/totp.h>
#include <services/access/recovery_codes.h>
#include <services/access/second_factor.sql.h>
#include <services/access/staff.h>

namespace forecourt::access {
namespace {

namespace statements = sql::second_factor;

struct FactorRow {
    Id<User> user_id;
    std::string seed_sealed;
    Instant begun_at;
    std::optional<Instant> confirmed_at;
    std::int64_t last_step{};
};
FORECOURT_STRUCT(FactorRow, user_id, seed_sealed, begun_at, confirmed_at, last_step)

struct SealedSeed {
    Id<User> user_id;
    std::string sealed;
};
FORECOURT_STRUCT(SealedSeed, user_id, sealed)

struct ResetEvent {
    std::string login;
    std::string reason;
};
FORECOURT_STRUCT(ResetEvent, login, reason)

struct RecoveryEvent {
    std::int64_t left{};
};
FORECOURT_STRUCT(RecoveryEvent, left)

std::optional<secrets::KeyRing>& keys() {
    static std::optional<secrets::KeyRing> ring;
    return ring;
}

secrets::SealedPlace place_of(Id<User> user) {
    return {.table = "access_second_factor", .column = "seed_sealed", .row_id = user.value};
}

std::string seed_of(const FactorRow& factor) {
    ensure(keys());
    auto seed = secrets::open_field(*keys(), place_of(factor.user_id), factor.seed_sealed);
    ensure(seed.has_value());
    return *seed;
}

std::optional<FactorRow> load(db::Connection& db, Id<User> user) {
    return db::first<FactorRow>(db, statements::find_factor, {{"user_id", user}});
}

MaybeRefused may_begin(const std::optional<FactorRow>& factor) {
    if (factor && factor->confirmed_at) return second_factor_is_on;
    return std::nullopt;
}

MaybeRefused may_confirm(const std::optional<FactorRow>& factor) {
    if (!factor) return second_factor_not_begun;
    return may_begin(factor);
}

Result<Nothing> run_begin(Tx& tx, const Nothing&) {
    const auto user = tx.actor().user_id;
    if (auto no = may_begin(load(tx.db(), user))) return *no;
    ensure(keys());
    const auto sealed = secrets::seal_field(*keys(), place_of(user), secrets::new_totp_seed());
    db::send(tx.db(), statements::begin_factor,
             {{"user_id", user}, {"seed_sealed", sealed}, {"now", tx.now()}});
    return Nothing{};
}

Result<Nothing> run_confirm(Tx& tx, const ConfirmSecondFactor& in) {
    const auto user = tx.actor().user_id;
    const auto factor = load(tx.db(), user);
    if (auto no = may_confirm(factor)) return *no;
    const auto step = secrets::totp_step(seed_of(*factor), in.code.text, tx.now());
    if (!step) return code_does_not_fit;
    db::send(tx.db(), statements::confirm_factor, {{"user_id", user}, {"step", *step}, {"now", tx.now()}});
    tx.emit("access.second_factor_on", {{"user", user}});
    return Nothing{};
}

Result<Nothing> run_reset(Tx& tx, const ResetSecondFactor& in) {
    if (in.user_id == tx.actor().user_id) return own_second_factor;
    bool works_here = false;
    for (const auto& stores : roles_of(tx.db(), in.user_id))
        works_here = works_here || stores.store_id == tx.store_id();
    if (!works_here || !drop_second_factor(tx, in.user_id)) return person_has_no_second_factor;
    const auto user = find_user(tx.db(), in.user_id);
    tx.emit("access.second_factor_reset", {{"user", in.user_id}},
            ResetEvent{user ? user->login : "", in.reason.text});
    return Nothing{};
}

Result<MySecondFactor> run_my_factor(Context& context, const Nothing&) {
    const auto factor = load(context.db(), context.actor().user_id);
    MySecondFactor mine;
    if (factor) mine.since = factor->confirmed_at;
    mine.on = mine.since.has_value();
    mine.recovery_codes_left = count_recovery_codes(context.db(), context.actor().user_id).unused;
    if (factor && !mine.on) {
        const auto seed = seed_of(*factor);
        const auto user = find_user(context.db(), context.actor().user_id);
        mine.seed = secrets::to_base32(seed);
        mine.address = secrets::totp_address(seed, store_facts(context.db(), context.store_id()).name,
                                             user ? user->login : "");
    }
    allow(mine.allowed_actions, context, begin_second_factor, may_begin(factor));
    allow(mine.allowed_actions, context, confirm_second_factor, may_confirm(factor));
    return mine;
}

Result<SecondFactors> run_factors(Context& context, const Nothing&) {
    SecondFactors all{.rows = db::all<SecondFactorRow>(context.db(), statements::factors_of_store,
                                                       {{"store_id", context.store_id()}}),
                      .allowed_actions = {}};
    allow(all.allowed_actions, context, reset_second_factor, std::nullopt);
    return all;
}

}  // namespace

void configure_second_factor(const secrets::KeyRing& ring) { keys() = ring; }

const secrets::KeyRing& sign_in_keys() {
    ensure(keys().has_value());
    return *keys();
}

bool has_second_factor(db::Connection& db, Id<User> user) {
    const auto factor = load(db, user);
    return factor && factor->confirmed_at;
}

bool take_code(Tx& tx, Id<User> user, std::string_view code) {
    const auto factor = load(tx.db(), user);
    if (!factor || !factor->confirmed_at) return false;
    const auto step = secrets::totp_step(seed_of(*factor), code, tx.now(), factor->last_step);
    if (step) return tx.db().execute(statements::use_factor, {{"user_id", user}, {"step", *step}}) == 1;
    if (!take_recovery_code(tx, user, code)) return false;
    tx.emit("access.recovery_code_used", {{"user", user}},
            RecoveryEvent{count_recovery_codes(tx.db(), user).unused});
    return true;
}

std::int64_t reseal_factors(Tx& tx, std::int64_t limit) {
    const auto rows = db::all<SealedSeed>(tx.db(), statements::factors_of_old_key,
                                          {{"head", secrets::newest_head(sign_in_keys())}, {"limit", limit}});
    for (const auto& row : rows) {
        const auto sealed = secrets::seal_anew(sign_in_keys(), place_of(row.user_id), row.sealed);
        db::send(tx.db(), statements::reseal_factor, {{"user_id", row.user_id}, {"sealed", sealed}});
    }
    return static_cast<std::int64_t>(rows.size());
}

bool drop_second_factor(Tx& tx, Id<User> user) {
    if (tx.db().execute(statements::drop_factor, {{"user_id", user}}) == 0) return false;
    drop_recovery_codes(tx, user);
    end_sessions_but(tx, user);
    return true;
}

const Action<Nothing, Nothing> begin_second_factor{{.name = "access.begin_second_factor",
                                                    .needs = own_account,
                                                    .refuses = {second_factor_is_on},
                                                    .run = run_begin}};
const Action<ConfirmSecondFactor, Nothing> confirm_second_factor{
    {.name = "access.confirm_second_factor",
     .needs = own_account,
     .refuses = {second_factor_not_begun, second_factor_is_on, code_does_not_fit},
     .run = run_confirm}};
const Action<ResetSecondFactor, Nothing> reset_second_factor{
    {.name = "access.reset_second_factor",
     .needs = second_factor_reset,
     .refuses = {own_second_factor, person_has_no_second_factor},
     .run = run_reset}};
const View<Nothing, MySecondFactor> my_second_factor{
    {.name = "access.my_second_factor", .needs = own_account, .refuses = {}, .run = run_my_factor}};
const View<Nothing, SecondFactors> second_factors{
    {.name = "access.second_factors", .needs = second_factor_reset, .refuses = {}, .run = run_factors}};

}  // namespace forecourt::access
