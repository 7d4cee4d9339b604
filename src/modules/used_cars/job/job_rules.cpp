#include <modules/used_cars/job/job_rules.h>

#include <algorithm>

namespace forecourt::used_cars {

UsedStep step_of(ReconditioningStep step) {
    switch (step) {
        case ReconditioningStep::inspection:
            return UsedStep::inspection;
        case ReconditioningStep::mechanical:
            return UsedStep::mechanical;
        case ReconditioningStep::body_paint:
            return UsedStep::body_paint;
        case ReconditioningStep::cleaning:
            return UsedStep::cleaning;
        case ReconditioningStep::photos:
            return UsedStep::photos;
    }
    return UsedStep::inspection;
}

MaybeRefused check_plan(const UsedCarRow& car, const PlanJob& in) {
    if (car.sold_at) return used_car_is_sold;
    if (in.planned_cost < Money{0}) return reconditioning_cost_wrong;
    return std::nullopt;
}

MaybeRefused may_end_job(const UsedCarRow& car, const JobRow& job) {
    // What comes after the sale is no cost of the car any more.
    if (car.sold_at) return used_car_is_sold;
    if (job.state != ReconditioningState::planned) return reconditioning_job_is_over;
    return std::nullopt;
}

MaybeRefused check_finish(const UsedCarRow& car, const JobRow& job, const FinishJob& in) {
    if (auto no = may_end_job(car, job)) return no;
    if (in.cost < Money{0}) return reconditioning_cost_wrong;
    const bool from_outside = in.done_by == ReconditionedBy::supplier;
    if (from_outside && trimmed(in.supplier.value_or("")).empty()) return supplier_missing;
    return std::nullopt;
}

std::int64_t open_jobs(std::span<const JobRow> jobs, std::optional<UsedStep> step) {
    return std::count_if(jobs.begin(), jobs.end(), [&](const JobRow& job) {
        return job.state == ReconditioningState::planned && (!step || step_of(job.step) == *step);
    });
}

bool is_inspected(std::span<const JobRow> jobs) {
    return std::any_of(jobs.begin(), jobs.end(), [](const JobRow& job) {
        return job.state == ReconditioningState::done && job.step == ReconditioningStep::inspection;
    });
}

Money planned_of_open(std::span<const JobRow> jobs) {
    Money planned;
    for (const auto& job : jobs) {
        if (job.state == ReconditioningState::planned) planned += job.planned_cost;
    }
    return planned;
}

std::vector<ledger::Posting> postings_of_job(Money cost, ReconditionedBy done_by) {
    using ledger::Account;
    const Account owed =
        done_by == ReconditionedBy::supplier ? Account::supplier_payable : Account::internal_cost;
    return {{Account::vehicle_stock, cost}, {owed, -cost}};
}

}  // namespace forecourt::used_cars
