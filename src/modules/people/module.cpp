#include <modules/people/module.h>

#include <modules/people/activity/counting.h>
#include <modules/people/board/board.h>
#include <modules/people/book/book_actions.h>
#include <modules/people/book/book_views.h>
#include <modules/people/commission/statement_actions.h>
#include <modules/people/commission/statement_paper.h>
#include <modules/people/commission/statement_views.h>
#include <modules/people/target/target_actions.h>
#include <modules/people/target/target_views.h>

namespace forecourt::people {
namespace {

using enum Role;

std::vector<EventHandler> counting_handlers() {
    std::vector<EventHandler> handlers;
    for (const auto event : counted_events()) handlers.push_back({event, count_event});
    return handlers;
}

}  // namespace

const Module people_module{
    .name = "people",
    .needs = {"log", "access", "numbering", "tasks", "documents", "customers", "vehicles", "reception",
              "leads", "showroom", "deals", "delivery", "complaints", "care", "financing"},
    .actions = {&set_opening_day, &set_team, &end_team, &set_target, &share_target, &save_formula_draft,
                &save_rules_draft, &publish_book, &drop_draft, &close_month, &confirm_statement,
                &dispute_line, &answer_dispute, &issue_statement},
    .views = {&team_board, &person_month, &case_list, &opening_days, &target_plan, &share_preview, &books,
              &book_trial, &statement_list, &statement_record},
    .grants = {{own_read, {sales, sales_manager, gm}},
               {team_read, {sales_manager, gm}},
               {target_write, {sales_manager, gm}},
               {rules_write, {gm, hr}},
               {month_close, {gm, hr}},
               {statement_see, {sales, sales_manager, gm, hr, finance}},
               {statement_all, {sales_manager, gm, hr, finance}},
               {dispute_answer, {sales_manager, gm}},
               {statement_issue, {hr, gm}}},
    .events = {"people.opening_day_set", "people.team_set", "people.team_ended", "people.target_set",
               "people.target_shared", "people.draft_saved", "people.book_published", "people.draft_dropped",
               "people.month_closed", "people.statement_shown", "people.statement_confirmed",
               "people.line_disputed", "people.dispute_accepted", "people.dispute_refused",
               "people.statement_issued"},
    .handlers = counting_handlers(),
    .jobs = {{"people.count_history", hours(1), count_history}},
    .papers = {&statement_of_commission}};

}  // namespace forecourt::people
