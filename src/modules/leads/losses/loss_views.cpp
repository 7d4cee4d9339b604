#include <modules/leads/losses/losses.h>

#include <db/rows.h>
#include <modules/leads/funnel/funnel.h>
#include <modules/leads/lead/name_book.h>
#include <modules/leads/losses/leads_losses.sql.h>

namespace forecourt::leads {
namespace {

struct StoredLoss {
    Id<Loss> id;
    Id<Lead> lead_id;
    std::string number;
    Id<customers::Customer> customer_id;
    Instant lost_at;
    LostBecause lost_because{};
    std::string competitor_model;
    std::string lost_words;
    std::optional<Id<vehicles::Model>> model_id;
    Id<User> consultant_id;
    std::optional<Instant> revived_at;
    LeadState state{};
};
FORECOURT_STRUCT(StoredLoss, id, lead_id, number, customer_id, lost_at, lost_because, competitor_model,
                 lost_words, model_id, consultant_id, revived_at, state)

Result<LossReport> run_loss_report(Context& context, const LossReportIn& in) {
    const auto period = period_of(context.now(), in.from_date, in.to_date);
    if (!period) return period.refused();
    const auto params = db::Params::of(in, {{"store_id", context.store_id()},
                                            {"from_at", local_instant(period->from_date)},
                                            {"before", local_instant(period->to_date + 1)}});
    LossReport report{.from_date = period->from_date,
                      .to_date = period->to_date,
                      .lost = 0,
                      .revived = 0,
                      .reasons = db::all<LossReason>(context.db(), sql::leads_losses::by_reason, params),
                      .rivals = db::all<RivalRow>(context.db(), sql::leads_losses::by_rival, params)};
    for (const auto& reason : report.reasons) {
        report.lost += reason.leads;
        report.revived += reason.revived;
    }
    NameBook names(context);
    for (auto& rival : report.rivals) rival.model_name = names.model(rival.model_id);
    return report;
}

Result<Page<LossListRow>> run_loss_list(Context& context, const LossListIn& in) {
    const auto period = period_of(context.now(), in.from_date, in.to_date);
    if (!period) return period.refused();
    const auto stored = list_page<StoredLoss>(
        context, sql::leads_losses::list_losses, in, "-lost_at",
        {{"from_at", local_instant(period->from_date)}, {"before", local_instant(period->to_date + 1)}});
    if (!stored) return stored.refused();
    Page<LossListRow> page{.rows = {}, .next = stored->next};
    NameBook names(context);
    const customers::CustomerNames customers(context, stored->rows);
    for (const auto& row : stored->rows) {
        page.rows.push_back({.id = row.id,
                             .lead_id = row.lead_id,
                             .number = row.number,
                             .customer_id = row.customer_id,
                             .customer_name = customers.of(row.customer_id),
                             .lost_at = row.lost_at,
                             .lost_because = row.lost_because,
                             .competitor_model = row.competitor_model,
                             .lost_words = row.lost_words,
                             .model_name = names.model(row.model_id),
                             .consultant_name = names.person(row.consultant_id),
                             .revived_at = row.revived_at,
                             .state = row.state});
    }
    return page;
}

Result<RivalNames> run_rival_names(Context& context, const Nothing&) {
    return RivalNames{
        db::all<RivalName>(context.db(), sql::leads_losses::rival_names,
                           {{"store_id", context.store_id()}, {"since", context.now() - days(365)}})};
}

}  // namespace

void insert_loss(Tx& tx, const LeadRow& lost) {
    ensure(lost.closed_at && lost.lost_because);
    tx.db().execute(sql::leads_losses::insert_loss, {{"id", tx.new_id<Loss>()},
                                                     {"store_id", tx.store_id()},
                                                     {"lead_id", lost.id},
                                                     {"lost_at", *lost.closed_at},
                                                     {"lost_because", *lost.lost_because},
                                                     {"competitor_model", lost.competitor_model},
                                                     {"lost_words", lost.lost_words},
                                                     {"model_id", lost.model_id},
                                                     {"consultant_id", lost.consultant_id}});
}

void revive_losses(Tx& tx, Id<Lead> lead) {
    tx.db().execute(sql::leads_losses::revive_losses,
                    {{"store_id", tx.store_id()}, {"lead_id", lead}, {"now", tx.now()}});
}

const View<LossReportIn, LossReport> loss_report{{.name = "leads.loss_report",
                                                  .needs = lead_read,
                                                  .refuses = {period_upside_down, period_too_long},
                                                  .run = run_loss_report}};

const View<LossListIn, Page<LossListRow>> loss_list{
    {.name = "leads.loss_list",
     .needs = lead_read,
     .refuses = {period_upside_down, period_too_long, cursor_not_understood, sort_not_offered},
     .run = run_loss_list}};

const View<Nothing, RivalNames> rival_names{
    {.name = "leads.rival_names", .needs = lead_read, .refuses = {}, .run = run_rival_names}};

}  // namespace forecourt::leads
