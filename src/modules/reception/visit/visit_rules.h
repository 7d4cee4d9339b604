#pragma once
#include <modules/reception/visit/visit.h>

namespace forecourt::reception {

/// Visitors for the workshop or with a complaint are not the sales team's.
bool needs_consultant(VisitPurpose purpose);
MaybeRefused check_arrival(const RegisterArrival& arrival);
MaybeRefused may_change(const VisitRow& visit);
/// Who is in the house came since. A visit of an earlier day that nobody ended still waits for its outcome.
Instant day_began(Instant now);
bool came_today(const VisitRow& visit, Instant now);
/// Somebody can go only to who is in the house.
MaybeRefused may_look_after(const VisitRow& visit, Instant now);
MaybeRefused may_greet(const VisitRow& visit, Instant now);
/// After the greeting a visitor looks around alone, until they ask for somebody, once.
MaybeRefused may_ask_for_help(const VisitRow& visit, Instant now);
/// An outcome that leaves something open says what comes next.
MaybeRefused check_end(const EndVisit& end);
bool needs_next_step(VisitOutcome outcome);

}  // namespace forecourt::reception
