#include <program/papers.h>
#include <spdlog/spdlog.h>

#include <stdexcept>

namespace forecourt::program {

std::unique_ptr<documents::PaperDrawer> make_drawer(Application& application,
                                                    std::function<Instant()> clock) {
    return std::make_unique<documents::PaperDrawer>(documents::PaperDrawer::Settings{
        .kind_named =
            [&application](std::string_view kind) { return application.runner().modules().find_paper(kind); },
        .clock = clock,
        .read = [&application](const auto& work) { application.database().read(work); },
        .transaction =
            [&application, clock](Id<Store> store, const std::function<void(Tx&)>& work) {
                const auto answer = application.runner().run_work_and_wait(system_actor(store), clock(),
                                                                           [&](Tx& tx) -> MaybeRefused {
                                                                               work(tx);
                                                                               return std::nullopt;
                                                                           });
                if (answer.ending != Ending::done) throw std::runtime_error("the database did not take it");
            },
        .failed = [](const std::string& what) { spdlog::warn("drawing: {}", what); }});
}

void draw_papers(Application& application, Instant now) {
    make_drawer(application, [now] { return now; })->draw_open(documents::PaperDrawer::Which::all);
}

}  // namespace forecourt::program
