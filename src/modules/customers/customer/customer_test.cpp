#include <gtest/gtest.h>
#include <modules/customers/consent/consent_rules.h>
#include <modules/customers/customer/customer_rules.h>

namespace forecourt::customers {
namespace {

std::string_view answer(const MaybeRefused& no) { return no ? no->name() : "yes"; }

TEST(Customer, leaves_a_name_or_a_phone) {
    NewCustomer nobody;
    nobody.name = "  ";
    EXPECT_EQ(answer(check_new_customer(nobody)), "customer_needs_name_or_phone");
    NewCustomer named;
    named.name = "王建国";
    EXPECT_EQ(answer(check_new_customer(named)), "yes");
    NewCustomer numbered;
    numbered.phone = Phone{"13800138000"};
    EXPECT_EQ(answer(check_new_customer(numbered)), "yes");
}

TEST(Customer, without_a_name_is_called_by_the_last_four) {
    EXPECT_EQ(name_or_tail(" 王建国 ", Phone{"13800138000"}), "王建国");
    EXPECT_EQ(name_or_tail("", Phone{"13800138000"}), "客户8000");
    EXPECT_EQ(name_or_tail("", std::nullopt), "");
}

TEST(Customer, is_merged_once_and_not_with_itself) {
    CustomerRow a, b, gone;
    a.id = {1};
    b.id = {2};
    gone.id = {3};
    gone.merged_into = Id<Customer>{1};
    EXPECT_EQ(answer(may_merge(a, b)), "yes");
    EXPECT_EQ(answer(may_merge(a, a)), "merge_with_itself");
    EXPECT_EQ(answer(may_merge(gone, b)), "customer_is_merged");
    EXPECT_EQ(answer(may_merge(b, gone)), "customer_is_merged");
    EXPECT_EQ(answer(may_change(gone)), "customer_is_merged");
    EXPECT_EQ(answer(may_change(a)), "yes");
}

TEST(Consent, is_withdrawn_once_and_only_by_the_customer_or_the_store) {
    ConsentRow consent;
    EXPECT_EQ(answer(may_withdraw(consent)), "yes");
    consent.withdrawn_at = Instant{1};
    EXPECT_EQ(answer(may_withdraw(consent)), "consent_withdrawn_already");
    Actor staff, own, other;
    own.customer_id = 5;
    other.customer_id = 6;
    EXPECT_TRUE(is_own_or_staff(staff, {5}));
    EXPECT_TRUE(is_own_or_staff(own, {5}));
    EXPECT_FALSE(is_own_or_staff(other, {5}));
}

}  // namespace
}  // namespace forecourt::customers
