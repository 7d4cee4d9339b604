#pragma once
#include <testing/test_database.h>

#include <gtest/gtest.h>

namespace forecourt::testing {

/// A test that runs on every engine there is:
///
///     class DealsTest : public testing::EngineTest {};
///     FORECOURT_ON_EVERY_ENGINE(DealsTest);
///     TEST_P(DealsTest, a_quote_can_be_found_again) { test.action(...); }
class EngineTest : public ::testing::TestWithParam<db::Engine> {
  protected:
    TestDatabase test{GetParam()};
};

inline std::string engine_name(const ::testing::TestParamInfo<db::Engine>& info) {
    return info.param == db::Engine::sqlite ? "sqlite" : "postgresql";
}

/// The literal name of a refusal, or "" when the answer is not one: for EXPECT_EQ.
template <class T>
std::string refusal_of(const Result<T>& result) {
    return result ? std::string() : std::string(result.refused().name());
}

}  // namespace forecourt::testing

#define FORECOURT_ON_EVERY_ENGINE(Fixture)                                                    \
    INSTANTIATE_TEST_SUITE_P(, Fixture, ::testing::ValuesIn(::forecourt::testing::engines()), \
                             ::forecourt::testing::engine_name)
