#pragma once
#include <action/context.h>

#include <string>

namespace forecourt::program {

/// The store's whole log as OCEL 2.0 (JSON): every event with the records it is about, for process mining
/// tools. Attributes are the simple values of the event's data; nobody's telephone or identity number is
/// among them.
std::string export_ocel(Context& context);

}  // namespace forecourt::program
