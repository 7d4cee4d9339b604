#pragma once
#include <action/view.h>
#include <modules/leads/lead/lead.h>

/// Why leads were lost, and to which rival. A lead that came back was lost all the same; one that went into
/// another as its duplicate was not.
namespace forecourt::leads {

struct Loss;

void insert_loss(Tx& tx, const LeadRow& lost);
void revive_losses(Tx& tx, Id<Lead> lead);

struct LossReportIn {
    std::optional<Date> from_date;
    std::optional<Date> to_date;
    std::optional<Id<User>> consultant_id;
    std::optional<Id<vehicles::Model>> model_id;
};
FORECOURT_STRUCT(LossReportIn, from_date, to_date, consultant_id, model_id)

struct LossReason {
    LostBecause because{};
    std::int64_t leads{};
    std::int64_t revived{};  // of these, came back later
};
FORECOURT_STRUCT(LossReason, because, leads, revived)

/// A rival against one of our models.
struct RivalRow {
    std::string competitor_model;
    std::optional<Id<vehicles::Model>> model_id;
    std::string model_name;
    std::int64_t leads{};
    std::int64_t for_price{};  // of these, because of the price
};
FORECOURT_STRUCT(RivalRow, competitor_model, model_id, model_name, leads, for_price)

struct LossReport {
    Date from_date;
    Date to_date;
    std::int64_t lost{};
    std::int64_t revived{};
    std::vector<LossReason> reasons;
    std::vector<RivalRow> rivals;
};
FORECOURT_STRUCT(LossReport, from_date, to_date, lost, revived, reasons, rivals)

/// The losses behind a figure of the report.
struct LossListIn {
    std::optional<std::int64_t> limit;
    std::optional<std::string> after;
    std::optional<std::string> sort;
    std::optional<Date> from_date;
    std::optional<Date> to_date;
    std::optional<Id<User>> consultant_id;
    std::optional<Id<vehicles::Model>> model_id;
    std::optional<LostBecause> lost_because;
    std::optional<std::string> competitor_model;
};
FORECOURT_STRUCT(LossListIn, limit, after, sort, from_date, to_date, consultant_id, model_id, lost_because,
                 competitor_model)

struct LossListRow {
    Id<Loss> id;
    Id<Lead> lead_id;
    std::string number;
    Id<customers::Customer> customer_id;
    std::string customer_name;
    Instant lost_at;
    LostBecause lost_because{};
    std::string competitor_model;
    std::string lost_words;
    std::string model_name;
    std::string consultant_name;
    std::optional<Instant> revived_at;
    LeadState state{};  // of the lead now
};
FORECOURT_STRUCT(LossListRow, id, lead_id, number, customer_id, customer_name, lost_at, lost_because,
                 competitor_model, lost_words, model_name, consultant_name, revived_at, state)

struct RivalName {
    std::string competitor_model;
    std::int64_t leads{};
};
FORECOURT_STRUCT(RivalName, competitor_model, leads)
struct RivalNames {
    std::vector<RivalName> rows;
};
FORECOURT_STRUCT(RivalNames, rows)

extern const View<LossReportIn, LossReport> loss_report;
extern const View<LossListIn, Page<LossListRow>> loss_list;
/// The rivals of the last year, the most frequent first: so that one name is written in one way.
extern const View<Nothing, RivalNames> rival_names;

}  // namespace forecourt::leads
