#include <db/send.h>
#include <modules/workshop/consent/consent.sql.h>
#include <modules/workshop/consent/consent_actions.h>
#include <modules/workshop/consent/consent_rules.h>
#include <modules/workshop/line/line_actions.h>
#include <modules/workshop/line/line_store.h>
#include <modules/workshop/order/order_rules.h>
#include <modules/workshop/order/order_store.h>
#include <services/access/api.h>
#include <services/files/api.h>
#include <services/tasks/api.h>

namespace forecourt::workshop {
namespace {

namespace q = sql::consent;

// A personal link for a question stays open for a week; by then the car is long gone or the question
// replaced.
constexpr Duration link_valid = days(7);

struct AskedSaid {
    std::string number;
    std::string plate;
    Money amount;
    std::int64_t lines{};
    Instant promised_at;
    std::string link;
};
FORECOURT_STRUCT(AskedSaid, number, plate, amount, lines, promised_at, link)

struct AnsweredSaid {
    std::string number;
    std::string plate;
    Money approved_amount;
    std::int64_t approved_lines{};
    std::int64_t declined_lines{};
    ConsentChannel channel{};
    std::string answered_by;
};
FORECOURT_STRUCT(AnsweredSaid, number, plate, approved_amount, approved_lines, declined_lines, channel,
                 answered_by)

std::optional<ConsentRow> open_consent(Tx& tx, Id<RepairOrder> order) {
    return db::first<ConsentRow>(tx.db(), q::open_consent_of_order,
                                 {{"store_id", tx.store_id()}, {"order_id", order}});
}

void save_consent(Tx& tx, const ConsentRow& consent) {
    db::execute_one(tx.db(), q::update_consent, db::Params::of(consent, {{"store_id", tx.store_id()}}));
}

void insert_consent(Tx& tx, const ConsentRow& consent, const std::vector<LineRow>& lines) {
    db::send(tx.db(), q::insert_consent, db::Params::of(consent, {{"store_id", tx.store_id()}}));
    for (auto line : lines) {
        db::send(tx.db(), q::insert_consent_line,
                 {{"store_id", tx.store_id()},
                  {"consent_id", consent.id},
                  {"line_id", line.id},
                  {"amount", line.amount}});
        line.state = LineState::asked;
        line.consent_id = consent.id;
        save_line(tx, line);
    }
}

void take_back(Tx& tx, ConsentRow& consent) {
    consent.state = ConsentState::withdrawn;
    save_consent(tx, consent);
    for (auto& line : lines_of_order(tx.db(), tx.store_id(), consent.order_id)) {
        if (line.state != LineState::asked) continue;
        line.state = LineState::planned;
        save_line(tx, line);
    }
}

std::string link_to(Tx& tx, const OrderRow& order) {
    return "/c/" + access::create_link(tx, "workshop.consent", order.customer_id.value,
                                       {"repair_order", order.id}, link_valid);
}

Result<ConsentRequested> run_request_consent(Tx& tx, const RequestConsent& in) {
    auto order = find_order_row(tx.db(), tx.store_id(), in.order_id);
    if (!order) return order_not_found;
    if (const auto no = may_change_plan(*order)) return *no;
    const auto lines = lines_to_ask(lines_of_order(tx.db(), tx.store_id(), order->id));
    if (lines.empty()) return nothing_to_ask;
    if (auto before = open_consent(tx, order->id)) {
        before->state = ConsentState::withdrawn;
        save_consent(tx, *before);
    }
    ConsentRow consent;
    consent.id = tx.new_id<Consent>();
    consent.order_id = order->id;
    consent.asked_at = tx.now();
    consent.asked_by = tx.actor().user_id;
    for (const auto& line : lines) consent.asked_amount += line.amount;
    consent.promised_at = order->promised_at;
    consent.version = 1;
    insert_consent(tx, consent, lines);
    order->version = in.version;
    refresh_order(tx, *order);
    AskedSaid said{.number = order->number,
                   .plate = plate_of(tx.db(), tx.store_id(), order->car_id),
                   .amount = consent.asked_amount,
                   .lines = static_cast<std::int64_t>(lines.size()),
                   .promised_at = order->promised_at,
                   .link = {}};
    // The token is for the customer alone: it goes into the message and the answer, never into the log.
    emit_for(tx, *order, "workshop.consent_requested", said);
    if (in.send_link.value_or(true)) {
        said.link = link_to(tx, *order);
        tell_customer(tx, *order, "workshop.consent_requested", reflect::to_json(said));
    }
    return ConsentRequested{consent.id, consent.asked_amount, said.lines, said.link, order->version};
}

Result<ConsentLinkMade> run_make_consent_link(Tx& tx, const MakeConsentLink& in) {
    const auto consent =
        db::first<ConsentRow>(tx.db(), q::find_consent, {{"store_id", tx.store_id()}, {"id", in.consent_id}});
    if (!consent) return consent_not_found;
    if (consent->state != ConsentState::open) return consent_is_over;
    const auto order = find_order_row(tx.db(), tx.store_id(), consent->order_id);
    const auto asked = db::all<AskedLine>(tx.db(), q::asked_lines,
                                          {{"store_id", tx.store_id()}, {"consent_id", consent->id}});
    emit_for(
        tx, *order, "workshop.consent_link_made",
        OrderSaid{order->number, plate_of(tx.db(), tx.store_id(), order->car_id), {}, consent->asked_amount});
    return ConsentLinkMade{link_to(tx, *order), consent->asked_amount,
                           static_cast<std::int64_t>(asked.size()), tx.now() + link_valid};
}

AnswerProof proof_of(const Tx& tx, const AnswerConsent& in) {
    const bool by_customer = tx.actor().is_customer();
    return {.by_customer = by_customer,
            .channel = by_customer ? ConsentChannel::link : in.channel.value_or(ConsentChannel::screen),
            .has_signature = in.signature.has_value(),
            .has_recording = in.recording.has_value()};
}

// Approved parts are laid aside at once; how many of them are not on the shelf.
Result<std::int64_t> carry_out(Tx& tx, const OrderRow& order, const std::string& note,
                               const std::vector<LineAnswer>& answers, Id<Consent> consent) {
    std::int64_t missing = 0;
    for (const auto& answer : answers) {
        auto line = find_line(tx.db(), tx.store_id(), answer.line_id);
        ensure(line && line->order_id == order.id && line->state == LineState::asked);
        line->state = answer.approved ? LineState::approved : LineState::declined;
        save_line(tx, *line);
        db::send(tx.db(), q::answer_consent_line,
                 {{"store_id", tx.store_id()},
                  {"consent_id", consent},
                  {"line_id", answer.line_id},
                  {"approved", answer.approved}});
        if (!answer.approved || line->kind != LineKind::part || line->customer_supplied) continue;
        const auto reserved = parts::reserve(tx, {.part_id = *line->part_id,
                                                  .quantity = line->quantity,
                                                  .line = {"order_line", line->id},
                                                  .order = {"repair_order", order.id},
                                                  .note = note});
        if (!reserved) return reserved.refused();
        if (reserved->missing > Quantity{0}) ++missing;
    }
    return missing;
}

void alert_advisor(Tx& tx, const OrderRow& order, const AnsweredSaid& said) {
    if (order.advisor_id == tx.actor().user_id) return;
    tasks::alert(tx,
                 {.title_key = "alert.workshop.consent_answered",
                  .params_json = reflect::to_json(said),
                  .user_id = order.advisor_id,
                  .role = {},
                  .link = order_link(order.id),
                  .about = {"repair_order", order.id},
                  .level = said.declined_lines > 0 ? tasks::AlertLevel::warning : tasks::AlertLevel::info});
}

MaybeRefused proofs_are_there(Tx& tx, const AnswerConsent& in) {
    std::vector<FileHash> files;
    if (in.signature) files.push_back(*in.signature);
    if (in.recording) files.push_back(*in.recording);
    return files_are_there(tx, files);
}

Result<ConsentAnswered> run_answer_consent(Tx& tx, const AnswerConsent& in) {
    auto consent =
        db::first<ConsentRow>(tx.db(), q::find_consent, {{"store_id", tx.store_id()}, {"id", in.consent_id}});
    if (!consent) return consent_not_found;
    auto order = find_order_for_actor(tx, consent->order_id);
    if (!order) return consent_not_found;
    const auto asked = db::all<AskedLine>(tx.db(), q::asked_lines,
                                          {{"store_id", tx.store_id()}, {"consent_id", consent->id}});
    const auto proof = proof_of(tx, in);
    if (const auto no = may_answer(*consent, asked, in.answers, proof)) return *no;
    if (const auto no = proofs_are_there(tx, in)) return *no;
    const auto sums = sums_of(asked, in.answers);
    consent->state = ConsentState::answered;
    consent->answered_at = tx.now();
    consent->channel = proof.channel;
    consent->answered_by =
        in.answered_by.value_or(customers::customer_name(tx.db(), tx.store_id(), order->customer_id));
    if (!proof.by_customer) consent->recorded_by = tx.actor().user_id;
    consent->signature = in.signature;
    consent->recording = in.recording;
    consent->approved_amount = sums.approved;
    save_consent(tx, *consent);
    const auto plate = plate_of(tx.db(), tx.store_id(), order->car_id);
    const auto missing = carry_out(tx, *order, order->number + " " + plate, in.answers, consent->id);
    if (!missing) return missing.refused();
    refresh_order(tx, *order);
    const AnsweredSaid said{order->number,       plate,         sums.approved,       sums.approved_lines,
                            sums.declined_lines, proof.channel, consent->answered_by};
    emit_for(tx, *order, "workshop.consent_answered", said);
    alert_advisor(tx, *order, said);
    return ConsentAnswered{sums.approved, sums.approved_lines, sums.declined_lines, *missing, order->state};
}

Result<Nothing> run_withdraw_consent(Tx& tx, const WithdrawConsent& in) {
    auto consent =
        db::first<ConsentRow>(tx.db(), q::find_consent, {{"store_id", tx.store_id()}, {"id", in.consent_id}});
    if (!consent) return consent_not_found;
    if (consent->state != ConsentState::open) return consent_is_over;
    auto order = find_order_row(tx.db(), tx.store_id(), consent->order_id);
    take_back(tx, *consent);
    refresh_order(tx, *order);
    emit_for(
        tx, *order, "workshop.consent_withdrawn",
        OrderSaid{order->number, plate_of(tx.db(), tx.store_id(), order->car_id), {}, consent->asked_amount});
    return Nothing{};
}

}  // namespace

void withdraw_open_consent(Tx& tx, Id<RepairOrder> order) {
    if (auto consent = open_consent(tx, order)) take_back(tx, *consent);
}

const Action<RequestConsent, ConsentRequested> request_consent{
    {.name = "workshop.request_consent",
     .needs = order_write,
     .refuses = {order_not_found, order_is_over, order_is_past_work, nothing_to_ask, changed_by_someone_else},
     .run = run_request_consent}};
const Action<MakeConsentLink, ConsentLinkMade> make_consent_link{
    {.name = "workshop.make_consent_link",
     .needs = order_write,
     .refuses = {consent_not_found, consent_is_over},
     .run = run_make_consent_link}};
const Action<AnswerConsent, ConsentAnswered> answer_consent{
    {.name = "workshop.answer_consent",
     .needs = consent_answer,
     .refuses = {consent_not_found, consent_is_over, consent_needs_the_customer, consent_needs_signature,
                 consent_needs_recording, consent_answer_missing, consent_answer_unknown,
                 files::file_not_found, parts::part_is_withdrawn},
     .run = run_answer_consent}};
const Action<WithdrawConsent, Nothing> withdraw_consent{{.name = "workshop.withdraw_consent",
                                                         .needs = order_write,
                                                         .refuses = {consent_not_found, consent_is_over},
                                                         .run = run_withdraw_consent}};

}  // namespace forecourt::workshop
