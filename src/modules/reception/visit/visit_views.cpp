#include <modules/reception/visit/visit_views.h>

#include <modules/reception/duty/duty_actions.h>
#include <modules/reception/duty/duty_store.h>
#include <modules/reception/visit/reception_visit.sql.h>
#include <modules/reception/visit/visit_actions.h>
#include <modules/reception/visit/visit_rules.h>
#include <modules/reception/visit/visit_store.h>
#include <services/access/api.h>

namespace forecourt::reception {
namespace {

std::vector<AllowedAction> allowed_for(const Context& context, const VisitRow& visit) {
    std::vector<AllowedAction> list;
    // Of who came on another day nobody asks why they can not be greeted.
    if (came_today(visit, context.now())) {
        allow(list, context, greet_visitor, may_greet(visit, context.now()));
        allow(list, context, ask_for_help, may_ask_for_help(visit, context.now()));
        allow(list, context, assign_consultant, may_look_after(visit, context.now()));
    }
    allow(list, context, identify_visitor, may_change(visit));
    allow(list, context, end_visit, may_change(visit));
    return list;
}

std::vector<VisitorHere> visitors(Context& context, const db::Sql& sql, const db::Params& params) {
    auto visitors = db::all<VisitorHere>(context.db(), sql, params);
    for (auto& visitor : visitors) {
        VisitRow visit;
        visit.state = visitor.state;
        visit.arrived_at = visitor.arrived_at;
        visit.greeted_at = visitor.greeted_at;
        visit.help_asked_at = visitor.help_asked_at;
        visitor.allowed_actions = allowed_for(context, visit);
    }
    return visitors;
}

Result<ShowroomNow> run_showroom_now(Context& context, const Nothing&) {
    constexpr std::int64_t most_not_ended = 20;
    db::Params of_today{{"store_id", context.store_id()}, {"since", day_began(context.now())}};
    ShowroomNow showroom{.now = context.now(),
                         .visitors = visitors(context, sql::reception_visit::visits_in_the_house, of_today),
                         .not_ended = visitors(context, sql::reception_visit::visits_not_ended,
                                               of_today.add({"limit", most_not_ended})),
                         .consultants = load_consultants(context),
                         .next_consultant_id = {}};
    if (const auto next = choose_consultant(showroom.consultants, {}))
        showroom.next_consultant_id = next->user_id;
    return showroom;
}

Result<Page<VisitListRow>> run_visit_list(Context& context, const VisitListIn& in) {
    return list_page<VisitListRow>(context, sql::reception_visit::list_visits, in, "-arrived_at");
}

Result<VisitRecord> run_visit_record(Context& context, const VisitRecordIn& in) {
    const auto visit = load_visit(context.db(), context.store_id(), in.visit_id);
    if (!visit) return visit_not_found;
    VisitRecord record{.visit = *visit,
                       .consultant_name = {},
                       .phone_masked = {},
                       .allowed_actions = allowed_for(context, *visit)};
    if (visit->consultant_id) {
        record.consultant_name = access::user_name(context.db(), context.store_id(), *visit->consultant_id);
    }
    if (visit->customer_id) {
        const auto customer = customers::find_customer(context.db(), context.store_id(), *visit->customer_id);
        if (customer) record.phone_masked = customer->phone_masked;
    }
    return record;
}

Result<MyDuty> run_my_duty(Context& context, const Nothing&) {
    const auto user = context.actor().user_id;
    const auto duty = duty_today(context, user);
    const auto open_visits = open_visits_of(context, user);
    MyDuty mine;
    if (duty && !duty->ended_at) {
        mine.started = true;
        mine.started_at = duty->started_at;
        mine.faults = duty->faults;
        mine.away_since = duty->away_since;
        mine.away_reason = duty->away_reason.value_or("");
    }
    allow(mine.allowed_actions, context, start_duty, may_start_duty(duty));
    allow(mine.allowed_actions, context, leave_desk, may_leave_desk(duty, open_visits));
    allow(mine.allowed_actions, context, return_to_desk, may_return(duty));
    allow(mine.allowed_actions, context, end_duty, may_end_duty(duty, open_visits));
    return mine;
}

}  // namespace

const View<Nothing, ShowroomNow> showroom_now{
    {.name = "reception.showroom_now", .needs = visit_read, .refuses = {}, .run = run_showroom_now}};

const View<VisitListIn, Page<VisitListRow>> visit_list{{.name = "reception.visit_list",
                                                        .needs = visit_read,
                                                        .refuses = {cursor_not_understood, sort_not_offered},
                                                        .run = run_visit_list}};

const View<VisitRecordIn, VisitRecord> visit_record{{.name = "reception.visit_record",
                                                     .needs = visit_read,
                                                     .refuses = {visit_not_found},
                                                     .run = run_visit_record}};

const View<Nothing, MyDuty> my_duty{
    {.name = "reception.my_duty", .needs = duty_write, .refuses = {}, .run = run_my_duty}};

}  // namespace forecourt::reception
