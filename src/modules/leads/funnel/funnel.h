#pragma once
#include <action/view.h>
#include <modules/leads/lead/lead.h>

/// From the door, or the telephone, to the order: how many came, were kept, drove, were quoted, bought.
namespace forecourt::leads {

struct FunnelCase;

enum class FunnelChannel { walk_in, invited, appointment, phone_call, web, referral, event, service };
FORECOURT_ENUM(FunnelChannel, walk_in, invited, appointment, phone_call, web, referral, event, service)

enum class FunnelBy { consultant, model, channel, day };
FORECOURT_ENUM(FunnelBy, consultant, model, channel, day)

/// The steps after somebody came.
enum class FunnelStep { kept, drove, quoted, ordered };

FunnelChannel channel_of(LeadSource source);

/// Where a lead enters: into the arrival it began with, else as a way in of its own. A lead that came again
/// does not count twice.
void funnel_lead_opened(Tx& tx, const LeadRow& lead);
/// An open lead's customer came again: this arrival is known, and the lead keeps its own row.
void funnel_came_again(Tx& tx, Id<reception::Visit> visit);
/// The first time counts.
void funnel_step(Tx& tx, Id<Lead> lead, FunnelStep step);
/// The order is off.
void funnel_order_off(Tx& tx, Id<Lead> lead);
/// Consultant and model as the lead has them now.
void funnel_sync(Tx& tx, const LeadRow& lead);
/// What the other lead had reached, the kept one has; the way in is counted once.
void funnel_merge(Tx& tx, Id<Lead> into, Id<Lead> from);

MaybeRefused on_arrival(Tx& tx, const Event& event);
MaybeRefused on_visit_assigned(Tx& tx, const Event& event);
MaybeRefused on_visit_ended(Tx& tx, const Event& event);
MaybeRefused on_test_drive_finished(Tx& tx, const Event& event);
MaybeRefused on_quote_started(Tx& tx, const Event& event);
MaybeRefused on_contract_cancelled(Tx& tx, const Event& event);

/// A year at most, so that a page never waits for the whole of time.
inline constexpr Refusal period_too_long{"period_too_long", RefusalKind::unprocessable};
inline constexpr Refusal period_upside_down{"period_upside_down", RefusalKind::unprocessable};

struct Period {
    Date from_date;
    Date to_date;  // the last day is in it
};
/// The period asked for; without one the thirty days up to today.
Result<Period> period_of(Instant now, const std::optional<Date>& from, const std::optional<Date>& to);

struct FunnelIn {
    std::optional<Date> from_date;
    std::optional<Date> to_date;
    FunnelBy by{};
    std::optional<Id<User>> consultant_id;
    std::optional<Id<vehicles::Model>> model_id;
    std::optional<FunnelChannel> channel;
};
FORECOURT_STRUCT(FunnelIn, from_date, to_date, by, consultant_id, model_id, channel)

struct FunnelBar {
    std::string key;    // of the group: an id, a channel, a day; 0 for nobody and no model
    std::string label;  // the person's or model's name, else empty
    std::int64_t came{};
    std::int64_t kept{};
    std::int64_t drove{};
    std::int64_t quoted{};
    std::int64_t ordered{};
};
FORECOURT_STRUCT(FunnelBar, key, label, came, kept, drove, quoted, ordered)

struct Funnel {
    Date from_date;
    Date to_date;
    FunnelBar total;
    std::vector<FunnelBar> bars;
};
FORECOURT_STRUCT(Funnel, from_date, to_date, total, bars)

/// The cases behind a bar. The four steps: true for those who reached it, false for those who did not.
struct FunnelCasesIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<Date> from_date;
    std::optional<Date> to_date;
    std::optional<Id<User>> consultant_id;
    std::optional<Id<vehicles::Model>> model_id;
    std::optional<FunnelChannel> channel;
    std::optional<bool> kept;
    std::optional<bool> drove;
    std::optional<bool> quoted;
    std::optional<bool> ordered;
};
FORECOURT_STRUCT(FunnelCasesIn, limit, after, sort, from_date, to_date, consultant_id, model_id, channel,
                 kept, drove, quoted, ordered)

struct FunnelCaseRow {
    Id<FunnelCase> id;
    std::optional<Id<reception::Visit>> visit_id;
    std::optional<Id<Lead>> lead_id;
    std::string name;
    Instant came_at;
    FunnelChannel channel{};
    std::string consultant_name;
    std::string model_name;
    std::optional<Instant> kept_at;
    std::optional<Instant> drove_at;
    std::optional<Instant> quoted_at;
    std::optional<Instant> ordered_at;
};
FORECOURT_STRUCT(FunnelCaseRow, id, visit_id, lead_id, name, came_at, channel, consultant_name, model_name,
                 kept_at, drove_at, quoted_at, ordered_at)

extern const View<FunnelIn, Funnel> funnel;
extern const View<FunnelCasesIn, Page<FunnelCaseRow>> funnel_cases;

}  // namespace forecourt::leads
