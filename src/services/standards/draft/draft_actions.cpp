#include <db/send.h>
#include <services/standards/draft/differences.h>
#include <services/standards/draft/draft.h>
#include <services/standards/draft/standards_draft.sql.h>
#include <services/standards/engine.h>
#include <services/standards/standards.sql.h>

namespace forecourt::standards {
namespace {

std::optional<VersionRow> latest_version(Tx& tx, const std::string& process) {
    return db::first<VersionRow>(tx.db(), sql::standards::latest_version,
                                 {{"store_id", tx.store_id()}, {"process", process}});
}

std::vector<Refusal> with_mistakes(std::vector<Refusal> refusals) {
    for (const auto& mistake : mistakes()) refusals.push_back(mistake);
    return refusals;
}

/// A draft begins as the last version that was published, whether it is in force yet or not.
Result<DraftAnswer> run_open_draft(Tx& tx, const OpenDraft& in) {
    const auto base = latest_version(tx, in.process.text);
    if (!base) return standard_not_found;
    if (find_draft(tx.db(), tx.store_id(), in.process.text)) return draft_is_open;
    const std::int64_t id = tx.new_number();
    db::send(tx.db(), sql::standards_draft::insert_draft,
             {{"store_id", tx.store_id()},
              {"process", base->process},
              {"id", id},
              {"base_number", base->number},
              {"body", base->body},
              {"now", tx.now()},
              {"by", tx.actor().name}});
    tx.emit(
        "standards.draft_opened", {{"standard", base->id}},
        DraftEvent{
            .process = base->process, .title = standard_of(base->body).title, .base_number = base->number});
    return DraftAnswer{.process = base->process, .version = 1, .changes = 0};
}

Result<DraftAnswer> run_change_draft(Tx& tx, const ChangeDraft& in) {
    const auto draft = find_draft(tx.db(), tx.store_id(), in.process.text);
    if (!draft) return draft_not_found;
    Standard standard = standard_of(draft->body);
    const Standard was = standard;
    standard.title = in.title;
    standard.ended_by = in.ended_by;
    standard.milestones = in.milestones;
    if (const auto no = may_hold(tx, standard)) return *no;
    const auto base = latest_version(tx, in.process.text);
    ensure(base.has_value());
    db::execute_one(tx.db(), sql::standards_draft::update_draft,
                    {{"store_id", tx.store_id()},
                     {"process", draft->process},
                     {"body", reflect::to_json(standard)},
                     {"now", tx.now()},
                     {"by", tx.actor().name},
                     {"version", in.version}});
    tx.emit(
        "standards.draft_changed", {{"standard", base->id}},
        DraftEvent{.process = draft->process, .title = standard.title, .base_number = draft->base_number});
    return DraftAnswer{.process = draft->process,
                       .version = in.version + 1,
                       .changes = static_cast<int>(differences(standard_of(base->body), standard).size())};
}

Result<Nothing> run_discard_draft(Tx& tx, const DraftAtVersion& in) {
    const auto draft = find_draft(tx.db(), tx.store_id(), in.process.text);
    if (!draft) return draft_not_found;
    const auto base = latest_version(tx, in.process.text);
    ensure(base.has_value());
    db::execute_one(tx.db(), sql::standards_draft::delete_draft,
                    {{"store_id", tx.store_id()}, {"process", draft->process}, {"version", in.version}});
    tx.emit("standards.draft_discarded", {{"standard", base->id}},
            DraftEvent{.process = draft->process,
                       .title = standard_of(draft->body).title,
                       .base_number = draft->base_number});
    return Nothing{};
}

/// A new version of a norm. Cases that run keep theirs.
Result<Published> run_publish(Tx& tx, const PublishDraft& in) {
    const auto draft = find_draft(tx.db(), tx.store_id(), in.process.text);
    if (!draft) return draft_not_found;
    const auto base = latest_version(tx, in.process.text);
    ensure(base.has_value());
    const Standard standard = standard_of(draft->body);
    const versions::LastVersion last{.number = base->number, .valid_from = base->valid_from};
    if (const auto no = versions::may_publish(draft->base_number, last,
                                              differences(standard_of(base->body), standard).size())) {
        return *no;
    }
    if (const auto no = may_hold(tx, standard)) return *no;
    const auto start = versions::decide_start(in.valid_from, tx.now(), last);
    if (!start) return start.refused();
    const Published published{.process = draft->process,
                              .title = standard.title,
                              .number = base->number + 1,
                              .reason = in.reason.text,
                              .valid_from = *start};
    const std::int64_t id = tx.new_number();
    db::send(tx.db(), sql::standards::insert_version,
             {{"id", id},
              {"store_id", tx.store_id()},
              {"process", draft->process},
              {"number", published.number},
              {"body", draft->body},
              {"reason", in.reason.text},
              {"valid_from", *start},
              {"published_at", tx.now()},
              {"published_by", tx.actor().name}});
    db::execute_one(tx.db(), sql::standards_draft::delete_draft,
                    {{"store_id", tx.store_id()}, {"process", draft->process}, {"version", in.version}});
    forget_versions();
    tx.emit("standards.version_published", {{"standard", id}}, published);
    return published;
}

}  // namespace

std::optional<DraftRow> find_draft(db::Connection& db, Id<Store> store, std::string_view process) {
    return db::first<DraftRow>(db, sql::standards_draft::find_draft,
                               {{"store_id", store}, {"process", process}});
}

const Action<OpenDraft, DraftAnswer> open_draft{{.name = "standards.open_draft",
                                                 .needs = standard_write,
                                                 .refuses = {standard_not_found, draft_is_open},
                                                 .run = run_open_draft}};
const Action<ChangeDraft, DraftAnswer> change_draft{{.name = "standards.change_draft",
                                                     .needs = standard_write,
                                                     .refuses = with_mistakes({draft_not_found}),
                                                     .run = run_change_draft}};
const Action<DraftAtVersion, Nothing> discard_draft{{.name = "standards.discard_draft",
                                                     .needs = standard_write,
                                                     .refuses = {draft_not_found},
                                                     .run = run_discard_draft}};
const Action<PublishDraft, Published> publish{
    {.name = "standards.publish",
     .needs = standard_write,
     .refuses = with_mistakes({draft_not_found, draft_changes_nothing, draft_is_outdated, start_date_past,
                               starts_before_the_last_version}),
     .run = run_publish}};

}  // namespace forecourt::standards
