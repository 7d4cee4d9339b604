#pragma once
#include <action/action.h>
#include <modules/used_cars/job/job.h>

namespace forecourt::used_cars {

extern const Action<PlanJob, JobPlanned> plan_job;
extern const Action<FinishJob, UsedCarChanged> finish_job;
extern const Action<DropJob, UsedCarChanged> drop_job;

}  // namespace forecourt::used_cars
