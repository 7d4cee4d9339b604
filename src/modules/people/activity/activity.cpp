#include <modules/people/activity/activity.h>

#include <algorithm>

namespace forecourt::people {

bool is_money(Measure measure) {
    switch (measure) {
        case Measure::revenue:
        case Measure::accessories:
        case Measure::services:
        case Measure::insurance:
        case Measure::insurance_commission:
            return true;
        case Measure::visitors_greeted:
        case Measure::leads_opened:
        case Measure::contacts_made:
        case Measure::contacts_late:
        case Measure::leads_lost:
        case Measure::needs_asked:
        case Measure::test_drives:
        case Measure::quotes:
        case Measure::loans:
        case Measure::orders:
        case Measure::cars_delivered:
        case Measure::satisfaction_answers:
        case Measure::satisfaction_points:
        case Measure::complaints:
            return false;
    }
    return false;
}

const std::vector<Measure>& target_measures() {
    static const std::vector<Measure> measures{
        Measure::orders,       Measure::cars_delivered,       Measure::revenue,     Measure::accessories,
        Measure::insurance,    Measure::insurance_commission, Measure::services,    Measure::loans,
        Measure::leads_opened, Measure::contacts_made,        Measure::needs_asked, Measure::test_drives,
        Measure::quotes,       Measure::visitors_greeted};
    return measures;
}

bool may_be_target(Measure measure) {
    const auto& measures = target_measures();
    return std::find(measures.begin(), measures.end(), measure) != measures.end();
}

Date month_of(Date day) {
    auto parts = parts_of(day);
    parts.day = 1;
    return date_of(parts);
}

Days days_of_month(Date month) { return {.from = month_of(month), .until = add_months(month_of(month), 1)}; }

}  // namespace forecourt::people
