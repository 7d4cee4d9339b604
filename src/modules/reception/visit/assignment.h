#pragma once
#include <modules/reception/visit/visit.h>

namespace forecourt::reception {

/// Gives the visit to a consultant: stores it, says so, and shows it on the consultant's page at once.
void assign(Tx& tx, VisitRow& visit, const Choice& choice, const std::string& consultant_name);

/// A consultant has become free: the visitor who waits the longest, if any, is theirs.
void assign_to_freed(Tx& tx, Id<User> user);

/// What the rotation says for this visit now; nothing when nobody is free.
std::optional<Choice> choose_for(const Context& context, const VisitRow& visit,
                                 std::optional<Id<User>> asked_for);

}  // namespace forecourt::reception
