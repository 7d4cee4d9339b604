#include <db/send.h>
#include <modules/used_cars/car/used_car_store.h>
#include <modules/used_cars/job/job_actions.h>
#include <modules/used_cars/job/job_rules.h>
#include <modules/used_cars/job/used_cars_job.sql.h>

namespace forecourt::used_cars {
namespace {

namespace statements = sql::used_cars_job;

struct LoadedJob {
    JobRow job;
    UsedCarRow car;
};

Result<LoadedJob> load(Tx& tx, Id<ReconditioningJob> id, std::int64_t version) {
    auto job = db::first<JobRow>(tx.db(), statements::find_job, {{"store_id", tx.store_id()}, {"id", id}});
    if (!job) return reconditioning_job_not_found;
    job->version = version;
    const auto car = load_used_car(tx.db(), tx.store_id(), job->used_car_id);
    ensure(car.has_value());
    return LoadedJob{*job, *car};
}

void end(Tx& tx, JobRow& job, ReconditioningState state) {
    job.state = state;
    job.ended_at = tx.now();
    job.ended_by = tx.actor().name;
    db::execute_one(tx.db(), statements::end_job, db::Params::of(job, {{"store_id", tx.store_id()}}));
}

UsedCarChanged changed(const UsedCarRow& car) { return {car.id, car.step, car.version}; }

Result<JobPlanned> run_plan(Tx& tx, const PlanJob& in) {
    const auto car = load_used_car(tx.db(), tx.store_id(), in.used_car_id);
    if (!car) return used_car_not_found;
    if (auto no = check_plan(*car, in)) return *no;
    const JobRow job{.id = tx.new_id<ReconditioningJob>(),
                     .used_car_id = car->id,
                     .step = in.step,
                     .title = in.title.text,
                     .planned_cost = in.planned_cost,
                     .state = ReconditioningState::planned,
                     .planned_at = tx.now(),
                     .planned_by = tx.actor().name};
    db::send(tx.db(), statements::insert_job, db::Params::of(job, {{"store_id", tx.store_id()}}));
    emit_used_car(tx, "used_cars.job_planned", *car, job.title);
    return JobPlanned{job.id};
}

Result<UsedCarChanged> run_finish(Tx& tx, const FinishJob& in) {
    auto one = load(tx, in.job_id, in.version);
    if (!one) return one.refused();
    auto& [job, car] = *one;
    if (auto no = check_finish(car, job, in)) return *no;
    job.cost = in.cost;
    job.done_by = in.done_by;
    if (in.done_by == ReconditionedBy::supplier) job.supplier = trimmed(in.supplier.value_or(""));
    job.note = in.note.value_or("");
    end(tx, job, ReconditioningState::done);
    if (job.cost > Money{0}) {
        car.spent += job.cost;
        update_used_car(tx, car);
        vehicles::add_car_cost(tx, car.car_id, job.cost);
        ledger::post(tx, "used_cars.job_done", about_cost(car.id), postings_of_job(job.cost, in.done_by));
    }
    emit_used_car(tx, "used_cars.job_done", car, job.title);
    return changed(car);
}

Result<UsedCarChanged> run_drop(Tx& tx, const DropJob& in) {
    auto one = load(tx, in.job_id, in.version);
    if (!one) return one.refused();
    if (auto no = may_end_job(one->car, one->job)) return *no;
    one->job.note = in.reason.text;
    end(tx, one->job, ReconditioningState::dropped);
    emit_used_car(tx, "used_cars.job_dropped", one->car, one->job.title + "：" + in.reason.text);
    return changed(one->car);
}

}  // namespace

const Action<PlanJob, JobPlanned> plan_job{
    {.name = "used_cars.plan_job",
     .needs = reconditioning_write,
     .refuses = {used_car_not_found, used_car_is_sold, reconditioning_cost_wrong},
     .run = run_plan}};
const Action<FinishJob, UsedCarChanged> finish_job{
    {.name = "used_cars.finish_job",
     .needs = reconditioning_write,
     .refuses = {reconditioning_job_not_found, used_car_is_sold, reconditioning_job_is_over,
                 reconditioning_cost_wrong, supplier_missing},
     .run = run_finish}};
const Action<DropJob, UsedCarChanged> drop_job{
    {.name = "used_cars.drop_job",
     .needs = reconditioning_write,
     .refuses = {reconditioning_job_not_found, used_car_is_sold, reconditioning_job_is_over},
     .run = run_drop}};

}  // namespace forecourt::used_cars
