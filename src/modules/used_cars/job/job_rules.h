#pragma once
#include <modules/used_cars/job/job.h>
#include <services/ledger/api.h>

#include <span>

namespace forecourt::used_cars {

UsedStep step_of(ReconditioningStep step);

MaybeRefused check_plan(const UsedCarRow& car, const PlanJob& in);
MaybeRefused may_end_job(const UsedCarRow& car, const JobRow& job);
MaybeRefused check_finish(const UsedCarRow& car, const JobRow& job, const FinishJob& in);

/// How many jobs of a step are neither done nor dropped; without a step all of them.
std::int64_t open_jobs(std::span<const JobRow> jobs, std::optional<UsedStep> step = {});
/// Whether somebody has looked at the car as a whole.
bool is_inspected(std::span<const JobRow> jobs);
/// What the jobs that are still open should cost.
Money planned_of_open(std::span<const JobRow> jobs);

/// Reconditioning makes the car dearer: own work leaves the internal cost it was booked on, outside work is
/// owed to who did it. Sums to zero.
std::vector<ledger::Posting> postings_of_job(Money cost, ReconditionedBy done_by);

}  // namespace forecourt::used_cars
