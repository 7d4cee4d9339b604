#include <modules/reception/rota/rota.h>

#include <db/rows.h>
#include <db/send.h>
#include <modules/reception/rota/reception_rota.sql.h>
#include <modules/vehicles/api.h>
#include <services/access/api.h>
#include <services/tasks/api.h>

#include <algorithm>
#include <set>

namespace forecourt::reception {

namespace statements = sql::reception_rota;

bool is_monday(Date date) { return (date.days + 3) % 7 == 0; }

MaybeRefused check_plan(const PlanDay& plan, Date today, const std::vector<Id<User>>& team) {
    if (plan.on_date < today) return day_is_past;
    std::set<Id<User>> planned;
    for (const auto& shift : plan.shifts) {
        if (std::find(team.begin(), team.end(), shift.user_id) == team.end()) return not_of_the_sales_team;
        if (!planned.insert(shift.user_id).second) return planned_twice;
    }
    return std::nullopt;
}

std::vector<ShiftRow> shifts_between(db::Connection& db, Id<Store> store, Date from, Date to) {
    return db::all<ShiftRow>(db, statements::shifts_between,
                             {{"store_id", store}, {"from_date", from}, {"to_date", to}});
}

namespace {

struct Knowledge {
    Id<User> user_id;
    std::string series;
};
FORECOURT_STRUCT(Knowledge, user_id, series)

struct DayEvent {
    Date on_date;
};
FORECOURT_STRUCT(DayEvent, on_date)

struct KnowledgeEvent {
    std::string name;
    std::string series;
};
FORECOURT_STRUCT(KnowledgeEvent, name, series)

struct EtiquetteEvent {
    std::string name;
    std::int64_t faults{};
    std::string note;
};
FORECOURT_STRUCT(EtiquetteEvent, name, faults, note)

std::vector<Id<User>> team_of(const Context& context) {
    std::vector<Id<User>> team;
    for (const auto& person : access::users_with_role(context.db(), context.store_id(), Role::sales)) {
        team.push_back(person.id);
    }
    return team;
}

std::vector<std::string> series_on_offer(const Context& context) {
    std::set<std::string> series;
    for (const auto& model : vehicles::models_on_offer(context.db(), context.store_id()))
        series.insert(model.series);
    return {series.begin(), series.end()};
}

std::vector<RotaPerson> people_of(const Context& context) {
    const auto knowledge =
        db::all<Knowledge>(context.db(), statements::knowledge, {{"store_id", context.store_id()}});
    std::vector<RotaPerson> people;
    for (const auto& person : access::users_with_role(context.db(), context.store_id(), Role::sales)) {
        RotaPerson one{.user_id = person.id, .name = person.name, .series = {}};
        for (const auto& known : knowledge) {
            if (known.user_id == person.id) one.series.push_back(known.series);
        }
        people.push_back(std::move(one));
    }
    return people;
}

void store_day(Tx& tx, Date on_date, const std::vector<PlannedShift>& shifts) {
    db::send(tx.db(), statements::clear_day, {{"store_id", tx.store_id()}, {"on_date", on_date}});
    std::int64_t position = 0;
    for (const auto& shift : shifts) {
        db::send(tx.db(), statements::insert_shift,
                 {{"id", tx.new_number()},
                  {"store_id", tx.store_id()},
                  {"on_date", on_date},
                  {"user_id", shift.user_id},
                  {"kind", shift.kind},
                  {"position", ++position}});
    }
}

Result<Nothing> run_plan_day(Tx& tx, const PlanDay& in) {
    if (auto no = check_plan(in, local_date(tx.now()), team_of(tx))) return *no;
    store_day(tx, in.on_date, in.shifts);
    tx.emit("reception.day_planned", {{"user", tx.actor().user_id}}, DayEvent{in.on_date});
    return Nothing{};
}

Result<WeekCopied> run_copy_week(Tx& tx, const CopyWeek& in) {
    if (!is_monday(in.from_monday) || !is_monday(in.to_monday)) return not_a_monday;
    if (in.to_monday + 6 < local_date(tx.now())) return day_is_past;
    const auto shifts = shifts_between(tx.db(), tx.store_id(), in.from_monday, in.from_monday + 6);
    if (shifts.empty()) return week_not_planned;
    const auto team = team_of(tx);
    WeekCopied done;
    for (int day = 0; day < 7; ++day) {
        if (in.to_monday + day < local_date(tx.now())) continue;
        std::vector<PlannedShift> planned;
        for (const auto& shift : shifts) {
            const bool still_here = std::find(team.begin(), team.end(), shift.user_id) != team.end();
            if (shift.on_date == in.from_monday + day && still_here) {
                planned.push_back({.user_id = shift.user_id, .kind = shift.kind});
            }
        }
        store_day(tx, in.to_monday + day, planned);
        done.shifts += static_cast<std::int64_t>(planned.size());
    }
    tx.emit("reception.week_planned", {{"user", tx.actor().user_id}}, DayEvent{in.to_monday});
    return done;
}

Result<Nothing> run_set_knowledge(Tx& tx, const SetKnowledge& in) {
    const auto team = team_of(tx);
    if (std::find(team.begin(), team.end(), in.user_id) == team.end()) return not_of_the_sales_team;
    const auto offered = series_on_offer(tx);
    std::string told;
    db::send(tx.db(), statements::clear_knowledge, {{"store_id", tx.store_id()}, {"user_id", in.user_id}});
    for (const auto& series : in.series) {
        if (std::find(offered.begin(), offered.end(), series) == offered.end()) return series_unknown;
        db::send(tx.db(), statements::insert_knowledge,
                 {{"store_id", tx.store_id()}, {"series", series}, {"user_id", in.user_id}});
        told += (told.empty() ? "" : "、") + series;
    }
    tx.emit("reception.knowledge_set", {{"user", in.user_id}},
            KnowledgeEvent{access::user_name(tx.db(), tx.store_id(), in.user_id), told});
    return Nothing{};
}

Result<EtiquetteChecked> run_check_etiquette(Tx& tx, const CheckEtiquette& in) {
    const auto team = team_of(tx);
    if (std::find(team.begin(), team.end(), in.user_id) == team.end()) return not_of_the_sales_team;
    const auto id = tx.new_id<EtiquetteCheck>();
    const auto checked = checklists::fill(tx, "etiquette", {"etiquette_check", id}, in.answers);
    if (!checked) return checked.refused();
    const std::string note(trimmed(in.note.value_or("")));
    db::send(tx.db(), statements::insert_check,
             {{"id", id},
              {"store_id", tx.store_id()},
              {"user_id", in.user_id},
              {"on_date", local_date(tx.now())},
              {"checked_at", tx.now()},
              {"checked_by", std::string_view(tx.actor().name)},
              {"checklist_id", checked->id},
              {"faults", static_cast<std::int64_t>(checked->faults)},
              {"note", std::string_view(note)}});
    const EtiquetteEvent data{access::user_name(tx.db(), tx.store_id(), in.user_id), checked->faults, note};
    tx.emit("reception.etiquette_checked", {{"etiquette_check", id}, {"user", in.user_id}}, data);
    if (checked->faults > 0) {
        tasks::alert(tx, {.title_key = "alert.etiquette_faults",
                          .params_json = reflect::to_json(data),
                          .user_id = in.user_id,
                          .role = {},
                          .link = "/reception/appearance",
                          .about = {"etiquette_check", id},
                          .level = tasks::AlertLevel::info});
    }
    return EtiquetteChecked{.id = id, .faults = checked->faults};
}

Result<Rota> run_rota(Context& context, const RotaIn& in) {
    const Date today = local_date(context.now());
    const Date monday = in.monday.value_or(today + -((today.days + 3) % 7));
    if (!is_monday(monday)) return not_a_monday;
    Rota answer{.monday = monday,
                .people = people_of(context),
                .shifts = shifts_between(context.db(), context.store_id(), monday, monday + 6),
                .series_offered = series_on_offer(context),
                .allowed_actions = {}};
    allow(answer.allowed_actions, context, plan_day, std::nullopt);
    allow(answer.allowed_actions, context, set_knowledge, std::nullopt);
    return answer;
}

Result<Appearance> run_appearance(Context& context, const AppearanceIn& in) {
    const Date to = in.to_date.value_or(local_date(context.now()));
    const Date from = std::max(in.from_date.value_or(to + -13), to + -92);
    const auto params =
        db::Params::of(in, {{"store_id", context.store_id()}, {"from_date", from}, {"to_date", to}});
    Appearance answer{.from_date = from,
                      .to_date = to,
                      .people = people_of(context),
                      .shifts = shifts_between(context.db(), context.store_id(), from, to),
                      .rows = db::all<AppearanceRow>(context.db(), statements::self_checks, params)};
    for (auto& check : db::all<AppearanceRow>(context.db(), statements::checks, params)) {
        answer.rows.push_back(std::move(check));
    }
    std::stable_sort(
        answer.rows.begin(), answer.rows.end(),
        [](const AppearanceRow& a, const AppearanceRow& b) { return a.checked_at > b.checked_at; });
    for (auto& row : answer.rows) row.name = access::user_name(context.db(), context.store_id(), row.user_id);
    return answer;
}

}  // namespace

std::vector<Id<User>> who_knows(db::Connection& db, Id<Store> store, const std::string& series) {
    std::vector<Id<User>> people;
    const auto knowing = db::all<Knowledge>(db, statements::who_knows,
                                            {{"store_id", store}, {"series", std::string_view(series)}});
    for (const auto& one : knowing) people.push_back(one.user_id);
    return people;
}

const Action<PlanDay, Nothing> plan_day{{.name = "reception.plan_day",
                                         .needs = rota_write,
                                         .refuses = {day_is_past, planned_twice, not_of_the_sales_team},
                                         .run = run_plan_day}};

const Action<CopyWeek, WeekCopied> copy_week{{.name = "reception.copy_week",
                                              .needs = rota_write,
                                              .refuses = {not_a_monday, day_is_past, week_not_planned},
                                              .run = run_copy_week}};

const Action<SetKnowledge, Nothing> set_knowledge{{.name = "reception.set_knowledge",
                                                   .needs = rota_write,
                                                   .refuses = {not_of_the_sales_team, series_unknown},
                                                   .run = run_set_knowledge}};

const Action<CheckEtiquette, EtiquetteChecked> check_etiquette{
    {.name = "reception.check_etiquette",
     .needs = rota_write,
     .refuses = {not_of_the_sales_team, checklists::checklist_unknown, checklists::checklist_incomplete,
                 checklists::checklist_photo_missing, checklists::checklist_measure_missing,
                 checklists::checklist_measure_beyond_limits},
     .run = run_check_etiquette}};

const View<RotaIn, Rota> rota{
    {.name = "reception.rota", .needs = visit_read, .refuses = {not_a_monday}, .run = run_rota}};

const View<AppearanceIn, Appearance> appearance{
    {.name = "reception.appearance", .needs = visit_read, .refuses = {}, .run = run_appearance}};

}  // namespace forecourt::reception
