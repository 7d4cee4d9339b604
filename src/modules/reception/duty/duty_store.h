#pragma once
#include <modules/reception/duty/duty_rules.h>

namespace forecourt::reception {

std::optional<DutyRow> duty_today(const Context& context, Id<User> user);
std::vector<DutyRow> duties_today(const Context& context);
void insert_duty(Tx& tx, const DutyRow& duty);
void update_duty(Tx& tx, const DutyRow& duty);

std::vector<WorkToday> work_today(const Context& context);
/// The whole team and where each one stands.
std::vector<Consultant> load_consultants(const Context& context);
std::int64_t open_visits_of(const Context& context, Id<User> user);

}  // namespace forecourt::reception
