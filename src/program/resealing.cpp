#include <program/resealing.h>

#include <modules/consultation/question/question_store.h>
#include <modules/customers/customer/customer_store.h>
#include <secrets/keys.h>
#include <services/access/second_factor.h>
#include <services/documents/paper_order.h>
#include <services/messages/message.h>

#include <spdlog/spdlog.h>

#include <chrono>
#include <cstdio>

namespace forecourt::program {
namespace {

using Reseal = std::int64_t (*)(Tx&, std::int64_t limit);
constexpr Reseal every_kind[] = {customers::reseal_customers, consultation::reseal_questions,
                                 messages::reseal_messages, documents::reseal_orders, access::reseal_factors};
constexpr std::int64_t at_once = 20;
// The writer is free for people in between.
constexpr auto rest = std::chrono::milliseconds(20);

// So many values were sealed anew; 0: there are no more. Throws when it could not be done now.
std::int64_t reseal_some(Application& application) {
    for (const auto store : stores_of(application)) {
        std::int64_t count = 0;
        const auto answer = application.runner().run_work_and_wait(system_actor(store), system_clock(),
                                                                   [&count](Tx& tx) -> MaybeRefused {
                                                                       count = 0;
                                                                       for (const auto reseal : every_kind) {
                                                                           if (count == 0)
                                                                               count = reseal(tx, at_once);
                                                                       }
                                                                       return std::nullopt;
                                                                   });
        if (answer.ending != Ending::done) throw std::runtime_error("the values can not be sealed anew now");
        if (count > 0) return count;
    }
    return 0;
}

}  // namespace

Resealing::Resealing(Application& application) : application_(application), thread_([this] { loop(); }) {}

Resealing::~Resealing() {
    stopping_ = true;
    thread_.join();
}

void Resealing::loop() {
    if (!application_.keys().old()) return;
    std::int64_t all = 0;
    while (!stopping_) {
        std::this_thread::sleep_for(rest);
        if (!application_.turn().is_ours()) continue;
        try {
            const auto count = reseal_some(application_);
            all += count;
            if (count > 0) continue;
            return spdlog::info("keys: {} values are sealed anew; forecourt rotate-key --finish may be run",
                                all);
        } catch (const std::exception& error) {
            // The database is away, or it is full.
            spdlog::warn("keys: {}", error.what());
            for (int i = 0; i < 50 && !stopping_; ++i) std::this_thread::sleep_for(rest);
        }
    }
}

int rotate_key(const Place& place, const RotationSettings& settings) {
    if (!settings.finishes) {
        secrets::add_master_key(place.data_folder);
        std::printf("There is a new key. Start the program anew: it then seals everything with it.\n");
        return 0;
    }
    std::string kept;
    {
        Application application(place);
        if (!application.keys().old()) {
            std::fprintf(stderr, "forecourt: there is one key; forecourt rotate-key makes another\n");
            return 1;
        }
        // What the running program has left, if it was not given the time.
        while (reseal_some(application) > 0) {
        }
        kept = secrets::drop_old_master_key(place.data_folder);
    }
    std::printf(
        "The old key is not needed any more. Start the program anew; the keys as they were lie in %s\n",
        kept.c_str());
    return 0;
}

}  // namespace forecourt::program
