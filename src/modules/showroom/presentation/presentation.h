#pragma once
#include <action/action.h>
#include <action/view.h>
#include <modules/customers/api.h>
#include <modules/leads/api.h>
#include <modules/vehicles/api.h>

namespace forecourt::showroom {

struct Presentation;

/// A walk around a car with a customer: what was shown, what was liked most.
struct RecordPresentation {
    Id<customers::Customer> customer_id;
    Id<vehicles::Model> model_id;
    std::vector<vehicles::GuidePoint> points;
    std::optional<vehicles::GuidePoint> liked;
    std::optional<std::string> note;
};
FORECOURT_STRUCT(RecordPresentation, customer_id, model_id, points, liked, note)

struct PresentationRecorded {
    Id<Presentation> id;
};
FORECOURT_STRUCT(PresentationRecorded, id)

inline constexpr Refusal presentation_shows_nothing{"presentation_shows_nothing", RefusalKind::unprocessable};
inline constexpr Refusal presentation_point_twice{"presentation_point_twice", RefusalKind::unprocessable};
/// What was liked must have been shown.
inline constexpr Refusal presentation_liked_not_shown{"presentation_liked_not_shown",
                                                      RefusalKind::unprocessable};

MaybeRefused check_presentation(const RecordPresentation& in);

/// A comparison the customer looks at again on the own phone, by a personal link that lasts two weeks.
struct ShareComparison {
    Id<customers::Customer> customer_id;
    std::vector<Id<vehicles::Model>> models;
    std::vector<Id<vehicles::Rival>> rivals;
};
FORECOURT_STRUCT(ShareComparison, customer_id, models, rivals)

struct ComparisonShared {
    std::string link;
};
FORECOURT_STRUCT(ComparisonShared, link)

struct PresentationsIn {
    Id<customers::Customer> customer_id;
};
FORECOURT_STRUCT(PresentationsIn, customer_id)

struct PresentationLine {
    Id<Presentation> id;
    Id<vehicles::Model> model_id;
    std::string model_name;
    std::string consultant_name;
    JsonText points;
    std::optional<vehicles::GuidePoint> liked;
    std::string note;
    Instant shown_at;
};
FORECOURT_STRUCT(PresentationLine, id, model_id, model_name, consultant_name, points, liked, note, shown_at)

struct Presentations {
    std::vector<PresentationLine> rows;
};
FORECOURT_STRUCT(Presentations, rows)

extern const Action<RecordPresentation, PresentationRecorded> record_presentation;
extern const Action<ShareComparison, ComparisonShared> share_comparison;
extern const View<PresentationsIn, Presentations> presentations;

}  // namespace forecourt::showroom
