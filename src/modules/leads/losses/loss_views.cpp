#include <modules/leads/losses/losses.h>

#include <db/rows.h>
#include <modules/leads/funnel/funnel.h>
#include <modules/leads/lead/name_book.h>
#include <modules/leads/losses/leads_losses.sql.h>

namespace forecourt::leads {
namespace {

Result<LossReport> run_loss_report(Context& context, const LossReportIn& in) {
    const auto period = period_of(context.now(), in.from_date, in.to_date);
    if (!period) return period.refused();
    const auto params = db::Params::of(in, {{"store_id", context.store_id()},
                                            {"from_at", local_instant(period->from_date)},
                                            {"before", local_instant(period->to_date + 1)}});
    LossReport report{.from_date = period->from_date,
                      .to_date = period->to_date,
                      .lost = 0,
                      .reasons = db::all<LossReason>(context.db(), sql::leads_losses::by_reason, params),
                      .rivals = db::all<RivalRow>(context.db(), sql::leads_losses::by_rival, params)};
    for (const auto& reason : report.reasons) report.lost += reason.leads;
    NameBook names(context);
    for (auto& rival : report.rivals) rival.model_name = names.model(rival.model_id);
    return report;
}

Result<RivalNames> run_rival_names(Context& context, const Nothing&) {
    return RivalNames{
        db::all<RivalName>(context.db(), sql::leads_losses::rival_names,
                           {{"store_id", context.store_id()}, {"since", context.now() - days(365)}})};
}

}  // namespace

const View<LossReportIn, LossReport> loss_report{{.name = "leads.loss_report",
                                                  .needs = lead_read,
                                                  .refuses = {period_upside_down, period_too_long},
                                                  .run = run_loss_report}};

const View<Nothing, RivalNames> rival_names{
    {.name = "leads.rival_names", .needs = lead_read, .refuses = {}, .run = run_rival_names}};

}  // namespace forecourt::leads
