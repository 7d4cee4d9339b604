#pragma once

namespace forecourt::program {

/// The command line: init, serve, verify, openapi. Returns the exit code; says on stderr what is wrong.
int run_command(int argc, char** argv);

}  // namespace forecourt::program
