#include <assets/assets.h>
#include <gtest/gtest.h>
#include <modules/vehicles/model/model_rules.h>

namespace forecourt::vehicles {
namespace {

struct DemoCatalogue {
    std::vector<AddModel> models;
};
FORECOURT_STRUCT(DemoCatalogue, models)

TEST(Model, the_demo_catalogue_can_be_offered) {
    const auto* asset = assets::find("demo/catalogue.json");
    ASSERT_NE(asset, nullptr);
    DemoCatalogue catalogue;
    const auto errors = reflect::from_json(catalogue, asset->body);
    ASSERT_TRUE(errors.empty()) << errors.front().path << " " << errors.front().code;
    EXPECT_GE(catalogue.models.size(), 12U);
    for (const auto& model : catalogue.models) {
        EXPECT_EQ(check_model(model, 2026), std::nullopt) << model.code.text;
        EXPECT_TRUE(reflect::json_member(model.specs->text, "body")) << model.code.text;
        EXPECT_TRUE(reflect::json_member(model.specs->text, "power_kw")) << model.code.text;
    }
}

}  // namespace
}  // namespace forecourt::vehicles
