#pragma once
#include <demo/people.h>
#include <program/application.h>

#include <string>

namespace forecourt::testing {

/// An empty place of its own for one run: a folder, and on PostgreSQL a database beside the one that
/// FORECOURT_TEST_PG names.
program::Place make_place(bool postgresql, const std::string& name);

/// Two stores with the demo's people and the standards that ship.
struct TwoStores {
    demo::DemoStore first;
    demo::DemoStore second;
};
TwoStores open_two_stores(program::Application& application, Instant opening);

}  // namespace forecourt::testing
