#include <assets/assets.h>
#include <modules/leads/needs/needs.h>

namespace forecourt::leads {

const Questionnaire& needs_questionnaire() {
    static const Questionnaire questionnaire = [] {
        const auto* asset = assets::find("standards/questionnaires/needs.json");
        ensure(asset != nullptr);
        Questionnaire read;
        const auto errors = reflect::from_json(read, asset->body);
        ensure(errors.empty());
        return read;
    }();
    return questionnaire;
}

}  // namespace forecourt::leads
