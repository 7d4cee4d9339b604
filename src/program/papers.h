#pragma once
#include <program/application.h>
#include <services/documents/paper_drawer.h>

#include <memory>

namespace forecourt::program {

/// What draws the papers that this program's actions order, by this clock. Not started.
std::unique_ptr<documents::PaperDrawer> make_drawer(Application& application, std::function<Instant()> clock);

/// Draws every paper that waits and returns when all of them are archived: for programs that make their own
/// time (stories, the demo).
void draw_papers(Application& application, Instant now);

}  // namespace forecourt::program
