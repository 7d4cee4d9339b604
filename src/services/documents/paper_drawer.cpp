#include <services/documents/paper_drawer.h>
#include <services/documents/seal_key.h>
#include <services/files/api.h>

#include <chrono>

namespace forecourt::documents {

PaperDrawer::PaperDrawer(Settings settings) : settings_(std::move(settings)) {}

PaperDrawer::~PaperDrawer() {
    {
        const std::lock_guard guard(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void PaperDrawer::start() {
    thread_ = std::thread([this] { loop(); });
}

void PaperDrawer::notice(const std::vector<Event>& events) {
    bool ordered = false;
    for (const auto& event : events) {
        if (event.name != "documents.paper_ordered") continue;
        const std::lock_guard guard(mutex_);
        fresh_.push_back({event.store_id, {event.object("document")}});
        ordered = true;
    }
    if (ordered) wake_.notify_one();
}

void PaperDrawer::loop() {
    for (;;) {
        std::vector<OrderKey> fresh;
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, std::chrono::milliseconds(settings_.every.ms),
                           [&] { return stopping_ || !fresh_.empty(); });
            if (stopping_) return;
            fresh.swap(fresh_);
        }
        try {
            for (const auto& key : fresh) draw(key);
            if (fresh.empty()) draw_open(Which::due);
        } catch (const std::exception& error) {
            // The database is away; the orders are in it and wait.
            settings_.failed(error.what());
        }
    }
}

std::size_t PaperDrawer::draw_open(Which which) {
    const auto due_at = which == Which::due ? std::optional(settings_.clock()) : std::nullopt;
    std::vector<OrderKey> open;
    settings_.read([&](db::Connection& db) { open = open_orders(db, due_at); });
    std::size_t drawn = 0;
    for (const auto& key : open) drawn += draw(key) ? 1 : 0;
    return drawn;
}

bool PaperDrawer::draw(const OrderKey& key) {
    {
        const std::lock_guard guard(mutex_);
        if (stopping_) return false;
    }
    std::optional<OrderRow> order;
    settings_.read([&](db::Connection& db) { order = find_order(db, key.store_id, key.id); });
    if (!order) return false;
    DrawnPaper drawn;
    try {
        const auto* paper = settings_.kind_named(order->kind);
        if (paper == nullptr) throw BrokenInvariant("nobody draws " + order->kind);
        auto pdf = paper->draw_json(opened_facts(*order));
        if (order->sealed) pdf = sealed(pdf, order->title, settings_.clock());
        drawn = {.file_hash = {files::file_store().put(pdf)}, .bytes = static_cast<std::int64_t>(pdf.size())};
    } catch (const std::exception& error) {
        const std::string why = error.what();
        settings_.failed("paper " + std::to_string(key.id.value) + ": " + why);
        settings_.transaction(key.store_id, [&](Tx& tx) { note_failure(tx, *order, why); });
        return false;
    }
    bool archived = false;
    settings_.transaction(key.store_id, [&](Tx& tx) { archived = archive(tx, *order, drawn); });
    return archived;
}

}  // namespace forecourt::documents
