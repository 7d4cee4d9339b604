#pragma once
#include <action/context.h>

/// What was promised to customers, and what it became.
namespace forecourt::insight {

struct Promise;

}  // namespace forecourt::insight
