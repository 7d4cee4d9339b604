#pragma once
#include <program/application.h>

#include <chrono>
#include <string>

namespace forecourt::cluster {

/// Runs deploy/cluster/cluster; what it printed. Throws std::runtime_error when it failed.
std::string cluster(const std::string& command);

/// The number of the node that takes writes.
int leader();
/// Waits until every node is there and in step.
void wait_until_settled();

/// What one copy of the program stands on, for who opens it besides.
program::Place place_of_copy(int copy);

/// Proves who answers on the cluster's lines.
std::string authority_file();

/// The ways in, from within the front.
inline constexpr int front_port = 8080;
std::string address_of_copy(int copy);

}  // namespace forecourt::cluster
