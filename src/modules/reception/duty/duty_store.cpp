#include <modules/reception/duty/duty_store.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/reception/duty/reception_duty.sql.h>
#include <modules/reception/rota/rota.h>
#include <modules/reception/visit/reception_visit.sql.h>
#include <services/access/api.h>

namespace forecourt::reception {

namespace statements = sql::reception_duty;

std::optional<DutyRow> duty_today(const Context& context, Id<User> user) {
    return db::first<DutyRow>(
        context.db(), statements::find_duty,
        {{"store_id", context.store_id()}, {"on_date", local_date(context.now())}, {"user_id", user}});
}

std::vector<DutyRow> duties_today(const Context& context) {
    return db::all<DutyRow>(context.db(), statements::duties_of_day,
                            {{"store_id", context.store_id()}, {"on_date", local_date(context.now())}});
}

void insert_duty(Tx& tx, const DutyRow& duty) {
    db::send(tx.db(), statements::insert_duty, db::Params::of(duty, {{"store_id", tx.store_id()}}));
}

void update_duty(Tx& tx, const DutyRow& duty) {
    db::execute_one(tx.db(), statements::update_duty, db::Params::of(duty, {{"store_id", tx.store_id()}}));
}

std::vector<WorkToday> work_today(const Context& context) {
    return db::all<WorkToday>(
        context.db(), sql::reception_visit::work_of_consultants,
        {{"store_id", context.store_id()}, {"since", local_instant(local_date(context.now()))}});
}

std::vector<Consultant> load_consultants(const Context& context) {
    const Date today = local_date(context.now());
    const auto shifts = shifts_between(context.db(), context.store_id(), today, today);
    std::vector<TeamMember> team;
    for (const auto& person : access::users_with_role(context.db(), context.store_id(), Role::sales)) {
        TeamMember member{.id = person.id, .name = person.name};
        for (const auto& shift : shifts) {
            if (shift.user_id != person.id) continue;
            member.off = shift.kind == ShiftKind::off;
            member.position = shift.position;
        }
        team.push_back(std::move(member));
    }
    return consultants_now(team, duties_today(context), work_today(context),
                           local_instant(local_date(context.now())));
}

std::int64_t open_visits_of(const Context& context, Id<User> user) {
    for (const auto& one : work_today(context)) {
        if (one.user_id == user) return one.open_visits;
    }
    return 0;
}

}  // namespace forecourt::reception
