#pragma once
#include <action/view.h>
#include <modules/leads/lead/lead.h>

/// Why leads were lost, and to which rival.
namespace forecourt::leads {

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
};
FORECOURT_STRUCT(LossReason, because, leads)

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
    std::vector<LossReason> reasons;
    std::vector<RivalRow> rivals;
};
FORECOURT_STRUCT(LossReport, from_date, to_date, lost, reasons, rivals)

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
/// The rivals of the last year, the most frequent first: so that one name is written in one way.
extern const View<Nothing, RivalNames> rival_names;

}  // namespace forecourt::leads
