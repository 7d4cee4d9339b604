#pragma once
#include <modules/reception/visit/visit.h>

namespace forecourt::reception {

extern const Action<RegisterArrival, ArrivalRegistered> register_arrival;
extern const Action<AssignVisit, VisitAssigned> assign_consultant;
extern const Action<GreetVisitor, Nothing> greet_visitor;
extern const Action<AskForHelp, Nothing> ask_for_help;
extern const Action<IdentifyVisitor, VisitorIdentified> identify_visitor;
extern const Action<EndVisit, Nothing> end_visit;

}  // namespace forecourt::reception
