#include <db/send.h>
#include <modules/showroom/licence/licence_actions.h>
#include <modules/showroom/presentation/presentation.h>
#include <modules/showroom/presentation/showroom_presentation.sql.h>
#include <services/access/api.h>

#include <algorithm>

namespace forecourt::showroom {
namespace {

namespace statements = sql::showroom_presentation;

struct PresentationEvent {
    std::string model_name;
    std::int64_t points{};
    std::optional<vehicles::GuidePoint> liked;
};
FORECOURT_STRUCT(PresentationEvent, model_name, points, liked)

struct StoredPresentation {
    Id<Presentation> id;
    Id<vehicles::Model> model_id;
    Id<User> consultant_id;
    JsonText points;
    std::optional<vehicles::GuidePoint> liked;
    std::string note;
    Instant shown_at;
};
FORECOURT_STRUCT(StoredPresentation, id, model_id, consultant_id, points, liked, note, shown_at)

Result<PresentationRecorded> run_record_presentation(Tx& tx, const RecordPresentation& in) {
    const auto customer = customers::find_customer(tx.db(), tx.store_id(), in.customer_id);
    if (!customer) return customers::customer_not_found;
    const auto model = vehicles::find_model(tx.db(), tx.store_id(), in.model_id);
    if (!model) return vehicles::model_not_found;
    if (auto no = check_presentation(in)) return *no;
    const auto lead = leads::lead_of_customer(tx.db(), tx.store_id(), customer->id);
    const auto id = tx.new_id<Presentation>();
    db::Params params{{"id", id},
                      {"store_id", tx.store_id()},
                      {"customer_id", customer->id},
                      {"model_id", model->id},
                      {"consultant_id", tx.actor().user_id},
                      {"points", JsonText{reflect::to_json(in.points)}},
                      {"liked", in.liked},
                      {"note", in.note.value_or("")},
                      {"shown_at", tx.now()}};
    params.add({"lead_id", lead ? std::optional(lead->id) : std::nullopt});
    db::send(tx.db(), statements::insert_presentation, params);
    tx.emit("showroom.car_presented",
            {{"presentation", id},
             {"customer", customer->id},
             {"model", model->id},
             {"lead", lead ? lead->id : Id<leads::Lead>{}}},
            PresentationEvent{model->name, static_cast<std::int64_t>(in.points.size()), in.liked});
    return PresentationRecorded{id};
}

struct ComparisonEvent {
    std::string model_names;
    std::int64_t cars{};
};
FORECOURT_STRUCT(ComparisonEvent, model_names, cars)

Result<ComparisonShared> run_share_comparison(Tx& tx, const ShareComparison& in) {
    const auto customer = customers::find_customer(tx.db(), tx.store_id(), in.customer_id);
    if (!customer) return customers::customer_not_found;
    const auto wide = in.models.size() + in.rivals.size();
    if (wide < 1 || wide > 4) return vehicles::comparison_too_wide;
    ComparisonEvent event{.model_names = {}, .cars = static_cast<std::int64_t>(wide)};
    std::string query;
    for (const auto id : in.models) {
        const auto model = vehicles::find_model(tx.db(), tx.store_id(), id);
        if (!model) return vehicles::model_not_found;
        event.model_names += (event.model_names.empty() ? "" : "、") + model->name;
        query += (query.empty() ? "?models=" : "&models=") + std::to_string(id.value);
    }
    for (const auto id : in.rivals)
        query += (query.empty() ? "?rivals=" : "&rivals=") + std::to_string(id.value);
    tx.emit("showroom.comparison_shared", {{"customer", customer->id}}, event);
    // The token is for the customer alone: it goes into the answer, never into the log.
    return ComparisonShared{"/c/" +
                            access::create_link(tx, "showroom.comparison", customer->id.value,
                                                {"customer", customer->id}, days(14)) +
                            "/compare" + query};
}

Result<Presentations> run_presentations(Context& context, const PresentationsIn& in) {
    Presentations shown;
    for (const auto& row :
         db::all<StoredPresentation>(context.db(), statements::presentations_of_customer,
                                     {{"store_id", context.store_id()}, {"customer_id", in.customer_id}})) {
        const auto model = vehicles::find_model(context.db(), context.store_id(), row.model_id);
        shown.rows.push_back(
            {.id = row.id,
             .model_id = row.model_id,
             .model_name = model ? model->name : "",
             .consultant_name = access::user_name(context.db(), context.store_id(), row.consultant_id),
             .points = row.points,
             .liked = row.liked,
             .note = row.note,
             .shown_at = row.shown_at});
    }
    return shown;
}

}  // namespace

MaybeRefused check_presentation(const RecordPresentation& in) {
    if (in.points.empty()) return presentation_shows_nothing;
    auto points = in.points;
    std::sort(points.begin(), points.end());
    if (std::adjacent_find(points.begin(), points.end()) != points.end()) return presentation_point_twice;
    if (in.liked && !std::binary_search(points.begin(), points.end(), *in.liked))
        return presentation_liked_not_shown;
    return std::nullopt;
}

const Action<RecordPresentation, PresentationRecorded> record_presentation{
    {.name = "showroom.record_presentation",
     .needs = test_drive_write,
     .refuses = {customers::customer_not_found, vehicles::model_not_found, presentation_shows_nothing,
                 presentation_point_twice, presentation_liked_not_shown},
     .run = run_record_presentation}};
const Action<ShareComparison, ComparisonShared> share_comparison{
    {.name = "showroom.share_comparison",
     .needs = test_drive_write,
     .refuses = {customers::customer_not_found, vehicles::model_not_found, vehicles::comparison_too_wide},
     .run = run_share_comparison}};
const View<PresentationsIn, Presentations> presentations{
    {.name = "showroom.presentations", .needs = test_drive_write, .refuses = {}, .run = run_presentations}};

}  // namespace forecourt::showroom
