#pragma once
#include <modules/reception/duty/duty.h>

namespace forecourt::reception {

extern const Action<StartDuty, DutyStarted> start_duty;
extern const Action<LeaveDesk, Nothing> leave_desk;
extern const Action<Nothing, Nothing> return_to_desk;
extern const Action<Nothing, Nothing> end_duty;

}  // namespace forecourt::reception
