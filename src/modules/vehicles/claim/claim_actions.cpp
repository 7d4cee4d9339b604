#include <db/send.h>
#include <modules/vehicles/car/car_rules.h>
#include <modules/vehicles/car/car_store.h>
#include <modules/vehicles/claim/claim_actions.h>
#include <modules/vehicles/claim/vehicles_claim.sql.h>
#include <services/files/api.h>
#include <services/numbering/api.h>
#include <services/tasks/api.h>

namespace forecourt::vehicles {
namespace {

namespace statements = sql::vehicles_claim;

struct ClaimEvent {
    std::string number;
    std::string car_title;
    std::string damage;
};
FORECOURT_STRUCT(ClaimEvent, number, car_title, damage)

struct ClaimStepEvent {
    std::string number;
    std::string carrier;
    Money amount;
    std::string words;
};
FORECOURT_STRUCT(ClaimStepEvent, number, carrier, amount, words)

std::string link_of(Id<Claim> id) { return "/stock/claims/" + std::to_string(id.value); }

Result<ClaimRow> load(Tx& tx, Id<Claim> id, std::int64_t version) {
    auto claim =
        db::first<ClaimRow>(tx.db(), statements::find_claim, {{"store_id", tx.store_id()}, {"id", id}});
    if (!claim) return claim_not_found;
    claim->version = version;
    return *claim;
}

void store(Tx& tx, const ClaimRow& claim) {
    db::execute_one(tx.db(), statements::update_claim, db::Params::of(claim, {{"store_id", tx.store_id()}}));
}

Result<ClaimOpened> run_report_damage(Tx& tx, const ReportDamage& in) {
    const auto car = load_car(tx.db(), tx.store_id(), in.car_id);
    if (!car) return car_not_found;
    if (auto no = may_move(*car)) return *no;
    if (in.photos.empty()) return arrival_damage_needs_photo;
    for (const auto& photo : in.photos) {
        if (!files::file_exists(tx.db(), tx.store_id(), photo)) return files::file_not_found;
    }
    return open_claim(tx, *car, in.damage.text, in.photos);
}

Result<Nothing> run_send_claim(Tx& tx, const SendClaim& in) {
    auto claim = load(tx, in.claim_id, in.version);
    if (!claim) return claim.refused();
    if (auto no = may_send_claim(*claim)) return *no;
    if (auto no = check_claimed(in.claimed)) return *no;
    claim->state = DamageClaimState::claimed;
    claim->carrier = in.carrier.text;
    claim->claimed = in.claimed;
    claim->claimed_at = tx.now();
    store(tx, *claim);
    // The carrier has a week; then somebody asks.
    tasks::close_tasks(tx, {"claim", claim->id}, "task.vehicles.claim_damage");
    tasks::add_task(
        tx, {.title_key = "task.vehicles.ask_carrier",
             .params_json = reflect::to_json(ClaimEvent{claim->number, claim->car_title, claim->damage}),
             .role = Role::sales_manager,
             .due_at = tx.now() + days(7),
             .about = {"claim", claim->id},
             .link = link_of(claim->id)});
    tx.emit("vehicles.claim_sent", {{"claim", claim->id}, {"car", claim->car_id}},
            ClaimStepEvent{claim->number, claim->carrier, claim->claimed, ""});
    return Nothing{};
}

Result<Nothing> run_answer_claim(Tx& tx, const AnswerClaim& in) {
    auto claim = load(tx, in.claim_id, in.version);
    if (!claim) return claim.refused();
    if (auto no = may_answer_claim(*claim)) return *no;
    if (auto no = check_accepted(*claim, in.accepted)) return *no;
    claim->state = in.accepted > Money{0} ? DamageClaimState::accepted : DamageClaimState::refused;
    claim->accepted = in.accepted;
    claim->answer = in.answer.text;
    claim->answered_at = tx.now();
    store(tx, *claim);
    tasks::close_tasks(tx, {"claim", claim->id}, "task.vehicles.ask_carrier");
    tx.emit("vehicles.claim_answered", {{"claim", claim->id}, {"car", claim->car_id}},
            ClaimStepEvent{claim->number, claim->carrier, in.accepted, in.answer.text});
    return Nothing{};
}

Result<Nothing> run_close_claim(Tx& tx, const CloseClaim& in) {
    auto claim = load(tx, in.claim_id, in.version);
    if (!claim) return claim.refused();
    if (auto no = may_close_claim(*claim)) return *no;
    if (auto no = check_received(*claim, in.received)) return *no;
    claim->state = DamageClaimState::closed;
    claim->received = in.received;
    claim->repair = in.repair.text;
    claim->closed_at = tx.now();
    store(tx, *claim);
    tasks::close_every_task(tx, {"claim", claim->id});
    tx.emit("vehicles.claim_closed", {{"claim", claim->id}, {"car", claim->car_id}},
            ClaimStepEvent{claim->number, claim->carrier, in.received, in.repair.text});
    return Nothing{};
}

Result<Page<ClaimListRow>> run_claim_list(Context& context, const ClaimListIn& in) {
    return list_page<ClaimListRow>(context, statements::list_claims, in, "-found_at");
}

Result<ClaimRecord> run_claim_record(Context& context, const ClaimIn& in) {
    const auto claim = db::first<ClaimRow>(context.db(), statements::find_claim,
                                           {{"store_id", context.store_id()}, {"id", in.claim_id}});
    if (!claim) return claim_not_found;
    ClaimRecord record{.claim = *claim, .allowed_actions = {}};
    allow(record.allowed_actions, context, send_claim, may_send_claim(*claim));
    allow(record.allowed_actions, context, answer_claim, may_answer_claim(*claim));
    allow(record.allowed_actions, context, close_claim, may_close_claim(*claim));
    return record;
}

}  // namespace

ClaimOpened open_claim(Tx& tx, const CarRow& car, const std::string& damage,
                       const std::vector<FileHash>& photos) {
    const ClaimRow claim{.id = tx.new_id<Claim>(),
                         .number = numbering::next_number(tx, "TC"),
                         .car_id = car.id,
                         .car_title = car.model_name + " " + vin_tail(car.vin),
                         .damage = damage,
                         .photos = {reflect::to_json(photos)},
                         .state = DamageClaimState::found,
                         .carrier = {},
                         .answer = {},
                         .repair = {},
                         .found_at = tx.now(),
                         .found_by = tx.actor().name};
    db::send(tx.db(), statements::insert_claim, db::Params::of(claim, {{"store_id", tx.store_id()}}));
    const ClaimEvent event{claim.number, claim.car_title, claim.damage};
    tasks::add_task(tx, {.title_key = "task.vehicles.claim_damage",
                         .params_json = reflect::to_json(event),
                         .role = Role::sales_manager,
                         .due_at = tx.now() + hours(24),
                         .about = {"claim", claim.id},
                         .link = link_of(claim.id)});
    tx.emit("vehicles.damage_found", {{"claim", claim.id}, {"car", car.id}}, event);
    return {claim.id, claim.number};
}

std::vector<ClaimRow> claims_of_car(db::Connection& db, Id<Store> store, Id<Car> car) {
    return db::all<ClaimRow>(db, statements::claims_of_car, {{"store_id", store}, {"car_id", car}});
}

const Action<ReportDamage, ClaimOpened> report_damage{
    {.name = "vehicles.report_damage",
     .needs = stock_write,
     .refuses = {car_not_found, car_not_in_house, car_has_left, arrival_damage_needs_photo,
                 files::file_not_found},
     .run = run_report_damage}};

const Action<SendClaim, Nothing> send_claim{
    {.name = "vehicles.send_claim",
     .needs = stock_write,
     .refuses = {claim_not_found, claim_was_sent, claim_is_closed, claim_amount_not_positive},
     .run = run_send_claim}};

const Action<AnswerClaim, Nothing> answer_claim{
    {.name = "vehicles.answer_claim",
     .needs = stock_write,
     .refuses = {claim_not_found, claim_was_not_sent, claim_is_closed, claim_amount_not_positive,
                 claim_amount_too_high},
     .run = run_answer_claim}};

const Action<CloseClaim, Nothing> close_claim{
    {.name = "vehicles.close_claim",
     .needs = stock_write,
     .refuses = {claim_not_found, claim_is_not_answered, claim_is_closed, claim_amount_not_positive,
                 claim_amount_too_high},
     .run = run_close_claim}};

const View<ClaimListIn, Page<ClaimListRow>> claim_list{{.name = "vehicles.claim_list",
                                                        .needs = stock_read,
                                                        .refuses = {cursor_not_understood, sort_not_offered},
                                                        .run = run_claim_list}};
const View<ClaimIn, ClaimRecord> claim_record{{.name = "vehicles.claim_record",
                                               .needs = stock_read,
                                               .refuses = {claim_not_found},
                                               .run = run_claim_record}};

}  // namespace forecourt::vehicles
