#include <modules/customers/consent/consent.h>
#include <modules/customers/customer/customer_actions.h>
#include <modules/customers/customer/customer_views.h>
#include <modules/customers/import/import_actions.h>
#include <modules/customers/import/import_views.h>
#include <services/files/api.h>
#include <testing/engine_test.h>

#include <chrono>

namespace forecourt::customers {
namespace {

using testing::refusal_of;

class CustomersTest : public testing::EngineTest {
  protected:
    Id<Customer> registered(const std::string& name, const std::string& phone) {
        const auto done = test.action(register_action, {.name = name, .phone = Phone{phone}});
        ensure(done.ok());
        return done->id;
    }
    CustomerRecord record(Id<Customer> id) {
        const auto record = test.view(customer_record, {.customer_id = id});
        ensure(record.ok());
        return *record;
    }
};
FORECOURT_ON_EVERY_ENGINE(CustomersTest);

TEST_P(CustomersTest, the_same_phone_is_the_same_customer) {
    const auto first = test.action(register_action, {.name = "王芳", .phone = Phone{"13800138000"}});
    ASSERT_TRUE(first);
    EXPECT_FALSE(first->was_known);
    const auto again = test.action(register_action, {.name = "王女士", .phone = Phone{"13800138000"}});
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->was_known);
    EXPECT_EQ(again->id, first->id);
    EXPECT_EQ(refusal_of(test.action(register_action, {})), "customer_needs_name_or_phone");
}

// security 57
TEST_P(CustomersTest, numbers_are_sealed_masked_and_shown_with_a_reason) {
    const auto id = registered("王芳", "13800138000");
    const auto sealed =
        db::text(test.db(), {"test.sealed", "select phone_sealed from customers_customer where id = :id"},
                 {{"id", id}});
    ASSERT_TRUE(sealed);
    EXPECT_EQ(sealed->find("138"), std::string::npos);
    EXPECT_EQ(record(id).customer.phone_masked, "138****8000");
    const auto shown = test.action(reveal_phone, {.customer_id = id, .reason = {"预约交车时间"}});
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->number, "13800138000");
    ASSERT_NE(test.last_event("customers.phone_revealed"), nullptr);
    EXPECT_EQ(test.last_event("customers.phone_revealed")->data.find("13800138000"), std::string::npos);
    EXPECT_EQ(refusal_of(test.action(reveal_identity_number, {.customer_id = id, .reason = {"合同"}})),
              "no_number_to_reveal");
    EXPECT_EQ(refusal_of(test.action(reveal_phone, {.customer_id = {1}, .reason = {"x"}})),
              "customer_not_found");
}

TEST_P(CustomersTest, are_found_by_name_pinyin_phone_and_plate) {
    const auto id = registered("欧阳建国", "13912345678");
    ASSERT_TRUE(
        test.action(add_car, {.customer_id = id, .vin = {"LATPAB071W1005301"}, .plate = Plate{"京A12345"}}));
    for (const char* q : {"建国", "oyjg", "5678", "13912345678", "京A12345", "005301"}) {
        const auto page = test.view(customer_list, {.q = q});
        ASSERT_TRUE(page);
        ASSERT_EQ(page->rows.size(), 1U) << q;
        EXPECT_EQ(page->rows[0].id, id);
        EXPECT_EQ(page->rows[0].cars, "京A12345 ");
    }
    const auto page = test.view(customer_list, {.q = "李"});
    ASSERT_TRUE(page);
    EXPECT_TRUE(page->rows.empty());
}

TEST_P(CustomersTest, are_listed_page_by_page_in_every_order) {
    for (int i = 0; i < 5; ++i) {
        registered("客" + std::to_string(i), "1380013800" + std::to_string(i));
        test.now = test.now + seconds(1);
    }
    for (const char* sort : {"created_at", "-created_at", "name_sort"}) {
        std::vector<Id<Customer>> met;
        std::optional<std::string> after;
        do {
            const auto page = test.view(customer_list, {.limit = 2, .after = after, .sort = sort});
            ASSERT_TRUE(page) << sort;
            for (const auto& row : page->rows) met.push_back(row.id);
            after = page->next;
        } while (after);
        EXPECT_EQ(met.size(), 5U) << sort;
        EXPECT_EQ(std::set<Id<Customer>>(met.begin(), met.end()).size(), 5U) << sort;
    }
}

TEST_P(CustomersTest, their_names_are_read_together) {
    std::vector<Id<Customer>> ids;
    for (int i = 0; i < 60; ++i) {
        const auto number = std::to_string(100 + i);
        ids.push_back(registered("客" + number, "13800138" + number));
    }
    ASSERT_TRUE(test.action(merge, {.from_id = ids[1], .into_id = ids[2], .reason = {"同一人登记两次"}}));
    auto asked = ids;
    asked.push_back(ids[0]);  // a customer with two leads stands in the list twice
    asked.push_back({999'999'999});
    const CustomerNames names(test.db(), test.store(), asked);
    EXPECT_EQ(names.of(ids[0]), "客100");
    EXPECT_EQ(names.of(ids[1]), "客102") << "by the name of whom they were merged into";
    EXPECT_EQ(names.of(ids[59]), "客159");
    EXPECT_EQ(names.of({999'999'999}), "");
    EXPECT_EQ(CustomerNames(test.db(), {2}, ids).of(ids[0]), "") << "in another store";
    EXPECT_EQ(CustomerNames(test.db(), test.store(), {}).of(ids[0]), "");
}

// security 57
TEST_P(CustomersTest, keep_their_numbers_to_themselves) {
    const auto wang = registered("王芳", "13800138000");
    const auto li = registered("李强", "13900139000");
    EXPECT_EQ(refusal_of(test.action(update_action,
                                     {.customer_id = li, .phone = Phone{"13800138000"}, .version = 1})),
              "phone_belongs_to_another");
    const IdentityNumber number{"11010519491231002X"};
    ASSERT_TRUE(test.action(update_action, {.customer_id = wang, .identity_number = number, .version = 1}));
    EXPECT_EQ(
        refusal_of(test.action(update_action, {.customer_id = li, .identity_number = number, .version = 1})),
        "identity_belongs_to_another");
    EXPECT_EQ(refusal_of(test.action(register_action, {.name = "王二", .identity_number = number})),
              "identity_belongs_to_another");
    EXPECT_EQ(record(wang).customer.identity_masked, "1101**********002X");
    EXPECT_THROW(static_cast<void>(test.action(
                     update_action, {.customer_id = wang, .name = FilledText{"王"}, .version = 1})),
                 db::StaleRow);
    EXPECT_EQ(refusal_of(test.action(update_action, {.customer_id = {1}, .version = 1})),
              "customer_not_found");
}

TEST_P(CustomersTest, merged_records_answer_as_one) {
    const auto wang = registered("王芳", "13800138000");
    const auto again = test.action(register_action, {.name = "王芳"});
    ASSERT_TRUE(again);
    EXPECT_EQ(record(wang).possible_duplicates.size(), 1U);
    ASSERT_TRUE(test.action(add_car, {.customer_id = wang, .vin = {"LATPAB071W1005301"}}));
    ASSERT_TRUE(test.action(give_consent, {.customer_id = wang,
                                           .purpose = ConsentPurpose::contact_by_phone,
                                           .text_version = {"2026-1"},
                                           .channel = ConsentChannel::on_screen}));
    EXPECT_EQ(refusal_of(test.action(merge, {.from_id = wang, .into_id = wang, .reason = {"x"}})),
              "merge_with_itself");
    ASSERT_TRUE(test.action(merge, {.from_id = wang, .into_id = again->id, .reason = {"同一人登记两次"}}));
    const auto one = record(again->id);
    EXPECT_EQ(one.customer.phone_masked, "138****8000");
    EXPECT_EQ(one.cars.size(), 1U);
    EXPECT_EQ(one.consents.size(), 1U);
    EXPECT_TRUE(one.possible_duplicates.empty());
    EXPECT_EQ(find_customer(test.db(), test.store(), wang)->id, again->id);
    EXPECT_EQ(find_by_phone(test.db(), test.store(), {"13800138000"}), again->id);
    EXPECT_EQ(refusal_of(test.action(merge, {.from_id = wang, .into_id = again->id, .reason = {"x"}})),
              "customer_is_merged");
    EXPECT_EQ(refusal_of(test.action(update_action, {.customer_id = wang, .version = 2})),
              "customer_is_merged");
    EXPECT_EQ(refusal_of(test.action(add_car, {.customer_id = wang, .vin = {"LATPAB071W1005301"}})),
              "customer_is_merged");
}

TEST_P(CustomersTest, a_car_belongs_to_one_customer) {
    const auto wang = registered("王芳", "13800138000");
    const auto li = registered("李强", "13900139000");
    const AddCustomerCar car{.customer_id = wang, .vin = {"LATPAB071W1005301"}, .plate = Plate{"京A12345"}};
    const auto added = test.action(add_car, car);
    ASSERT_TRUE(added);
    EXPECT_EQ(test.action(add_car, car)->car_id, added->car_id);
    EXPECT_EQ(refusal_of(test.action(add_car, {.customer_id = li, .vin = {"LATPAB071W1005301"}})),
              "car_belongs_to_another");
    EXPECT_EQ(refusal_of(test.action(
                  add_car, {.customer_id = li, .vin = {"1HGCM82633A004352"}, .plate = Plate{"京A12345"}})),
              "plate_taken");
    EXPECT_EQ(
        refusal_of(test.action(
            add_car, {.customer_id = li, .vin = {"1HGCM82633A004352"}, .model_id = Id<vehicles::Model>{1}})),
        "model_not_found");
}

TEST_P(CustomersTest, consent_is_given_and_withdrawn_also_by_the_customer) {
    const auto wang = registered("王芳", "13800138000");
    const GiveConsent give{.customer_id = wang,
                           .purpose = ConsentPurpose::give_to_insurer,
                           .text_version = {"2026-1"},
                           .channel = ConsentChannel::on_paper};
    const auto given = test.action(give_consent, give);
    ASSERT_TRUE(given);
    EXPECT_EQ(refusal_of(test.action(give_consent, give)), "consent_given_already");
    test.act_as_customer(wang.value + 1);
    EXPECT_EQ(refusal_of(test.action(withdraw_consent, {.consent_id = given->id})), "consent_not_found");
    EXPECT_EQ(refusal_of(test.action(give_consent, give)), "customer_not_found");
    EXPECT_EQ(refusal_of(test.view(customer_record, {.customer_id = wang})), "not_allowed");
    test.act_as_customer(wang.value);
    ASSERT_TRUE(test.action(withdraw_consent, {.consent_id = given->id}));
    EXPECT_EQ(refusal_of(test.action(withdraw_consent, {.consent_id = given->id})),
              "consent_withdrawn_already");
    const auto own = test.view(my_record, {});
    ASSERT_TRUE(own);
    EXPECT_EQ(own->name, "王芳");
    ASSERT_EQ(own->consents.size(), 1U);
    EXPECT_TRUE(own->consents[0].withdrawn_at);
}

// security 56
TEST_P(CustomersTest, of_another_store_do_not_exist) {
    const auto wang = registered("王芳", "13800138000");
    test.act_as({9}, {Role::gm}, {2});
    EXPECT_EQ(refusal_of(test.view(customer_record, {.customer_id = wang})), "customer_not_found");
    EXPECT_EQ(refusal_of(test.action(update_action, {.customer_id = wang, .version = 1})),
              "customer_not_found");
    EXPECT_TRUE(test.view(customer_list, {})->rows.empty());
    EXPECT_TRUE(test.view(customer_list, {.q = "王芳"})->rows.empty());
    EXPECT_FALSE(test.action(register_action, {.name = "王芳", .phone = Phone{"13800138000"}})->was_known);
}

class CustomerImportTest : public testing::EngineTest {
  protected:
    FileHash uploaded(const std::string& csv) {
        const auto hash = test.run([&](Tx& tx) { return files::store_upload(tx, "text/csv", csv); });
        ensure(hash.ok());
        return *hash;
    }
};
FORECOURT_ON_EVERY_ENGINE(CustomerImportTest);

TEST_P(CustomerImportTest, is_looked_at_taken_in_and_taken_back) {
    ASSERT_TRUE(test.action(register_action, {.name = "老客户", .phone = Phone{"13700137000"}}));
    const auto file = uploaded(
        "\xEF\xBB\xBF姓名,手机,性别,车牌,VIN,车型,里程\n"
        "王芳,13800138000,女,京A12345,LATPAB071W1005301,星驰 A5,12000\n"
        "李强,1390013900,男,,,,\n"
        "老客户,13700137000,男,,1HGCM82633A004352,雅阁,80000\n");
    const auto checked = test.action(import_dry_run, {.file = file, .file_name = "客户.csv"});
    ASSERT_TRUE(checked) << refusal_of(checked);
    EXPECT_EQ(checked->rows, 3);
    EXPECT_EQ(checked->bad_rows, 1);
    EXPECT_EQ(checked->new_customers, 1);
    EXPECT_EQ(checked->known_customers, 1);
    EXPECT_EQ(checked->cars, 2);
    ASSERT_EQ(checked->errors.size(), 1U);
    EXPECT_EQ(checked->errors[0].row_number, 3);
    EXPECT_EQ(checked->errors[0].column_name, "手机");
    EXPECT_EQ(checked->errors[0].code, "phone_number_wrong");
    EXPECT_TRUE(test.view(customer_list, {.q = "王芳"})->rows.empty());

    const auto id = checked->import_id;
    EXPECT_EQ(refusal_of(test.action(import_commit, {.import_id = id})), "import_has_errors");
    EXPECT_EQ(refusal_of(test.action(import_undo, {.import_id = id})), "import_not_committed");
    const auto done = test.action(import_commit, {.import_id = id, .skip_bad_rows = true});
    ASSERT_TRUE(done) << refusal_of(done);
    EXPECT_EQ(done->new_customers, 1);
    EXPECT_EQ(done->known_customers, 1);
    EXPECT_EQ(done->cars, 2);
    EXPECT_EQ(done->skipped_rows, 1);
    EXPECT_EQ(refusal_of(test.action(import_commit, {.import_id = id})), "import_not_waiting");
    EXPECT_EQ(test.view(customer_list, {.q = "京A12345"})->rows.size(), 1U);
    EXPECT_EQ(test.view(import_record, {.import_id = id})->errors.size(), 1U);

    const auto undone = test.action(import_undo, {.import_id = id});
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->removed_customers, 1);
    EXPECT_EQ(undone->removed_cars, 2);
    EXPECT_EQ(undone->kept_customers, 0);
    EXPECT_TRUE(test.view(customer_list, {.q = "京A12345"})->rows.empty());
    EXPECT_EQ(test.view(customer_list, {.q = "老客户"})->rows.size(), 1U);
    EXPECT_EQ(refusal_of(test.action(import_undo, {.import_id = id})), "import_not_committed");
    // The corrected file can come in again.
    const auto again = test.action(import_dry_run, {.file = file, .file_name = "客户.csv"});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->new_customers, 1);
    EXPECT_TRUE(test.action(import_commit, {.import_id = again->import_id, .skip_bad_rows = true}));
}

TEST_P(CustomerImportTest, keeps_what_somebody_has_worked_with) {
    const auto file = uploaded("姓名,手机\n王芳,13800138000\n李强,13900139000\n");
    const auto checked = test.action(import_dry_run, {.file = file});
    ASSERT_TRUE(checked);
    ASSERT_TRUE(test.action(import_commit, {.import_id = checked->import_id}));
    const auto wang = find_by_phone(test.db(), test.store(), {"13800138000"});
    ASSERT_TRUE(wang);
    ASSERT_TRUE(test.action(update_action, {.customer_id = *wang, .gender = Gender::female, .version = 1}));
    const auto undone = test.action(import_undo, {.import_id = checked->import_id});
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->removed_customers, 1);
    EXPECT_EQ(undone->kept_customers, 1);
    EXPECT_TRUE(find_by_phone(test.db(), test.store(), {"13800138000"}));
    EXPECT_FALSE(find_by_phone(test.db(), test.store(), {"13900139000"}));
}

TEST_P(CustomerImportTest, refuses_a_file_that_is_no_list_of_customers) {
    EXPECT_EQ(refusal_of(test.action(import_dry_run, {.file = {std::string(64, 'a')}})), "file_not_found");
    EXPECT_EQ(refusal_of(test.action(import_dry_run, {.file = uploaded("车牌,车型\n京A12345,A5\n")})),
              "import_has_no_name_or_phone_column");
    EXPECT_EQ(refusal_of(test.action(import_dry_run, {.file = uploaded("姓名,手机,电话\n王,1,2\n")})),
              "import_column_twice");
    EXPECT_EQ(refusal_of(test.action(import_dry_run, {.file = uploaded("姓名,手机\n")})), "table_is_empty");
    const auto quoted = uploaded("姓名,手机\n李强,13900139000\n\"王芳,1\n");
    EXPECT_EQ(refusal_of(test.action(import_dry_run, {.file = quoted})), "table_quote_is_unclosed");
    EXPECT_EQ(refusal_of(test.action(import_commit, {.import_id = {1}})), "import_not_found");
    EXPECT_EQ(refusal_of(test.action(import_undo, {.import_id = {1}})), "import_not_found");
}

TEST_P(CustomerImportTest, says_why_a_file_cannot_be_read) {
    // Most of these are stopped at the upload already; the import relies on nobody.
    const auto refused = [&](const std::string& bytes, const char* file_name) {
        const auto hash = test.run([&](Tx& tx) {
            return files::register_upload(tx, {.hash = {files::file_store().put(bytes)},
                                               .content_type = "application/octet-stream",
                                               .bytes = static_cast<std::int64_t>(bytes.size())});
        });
        return refusal_of(test.action(import_dry_run, {.file = hash, .file_name = file_name}));
    };
    EXPECT_EQ(refused("%PDF-1.4", "a.csv"), "file_is_not_a_table");
    EXPECT_EQ(refused("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest", "a.xls"), "table_is_old_excel");
    EXPECT_EQ(refused("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest", "a.xlsx"), "table_is_protected");
    EXPECT_EQ(refused("PK\x03\x04 broken", "a.xlsx"), "table_is_damaged");
    std::string long_list = "姓名,手机\n";
    for (int i = 0; i <= 50'000; ++i) long_list += "王,13800138000\n";
    EXPECT_EQ(refused(long_list, "a.csv"), "table_is_too_large");
}

TEST_P(CustomerImportTest, finds_cars_and_plates_that_are_somebody_elses) {
    const auto owner = test.action(register_action, {.name = "王芳", .phone = Phone{"13800138000"}});
    ASSERT_TRUE(owner);
    ASSERT_TRUE(test.action(
        add_car, {.customer_id = owner->id, .vin = {"LATPAB071W1005301"}, .plate = Plate{"京A12345"}}));
    const auto checked =
        test.action(import_dry_run, {.file = uploaded("姓名,手机,VIN,车牌\n"
                                                      "李强,13900139000,LATPAB071W1005301,\n"
                                                      "赵敏,13600136000,1HGCM82633A004352,京A12345\n"
                                                      "王芳,13800138000,5N1NJ01CXST000001,京B12345\n")});
    ASSERT_TRUE(checked);
    EXPECT_EQ(checked->bad_rows, 2);
    ASSERT_EQ(checked->errors.size(), 2U);
    EXPECT_EQ(checked->errors[0].code, "car_belongs_to_another");
    EXPECT_EQ(checked->errors[1].code, "plate_taken");
    EXPECT_EQ(checked->known_customers, 1);
}

// GB18030 as Excel writes it in China; ten thousand rows at once.
TEST_P(CustomerImportTest, takes_ten_thousand_rows) {
    std::string csv = "姓名,手机,车牌,VIN,车型\n";
    for (int i = 0; i < 10'000; ++i) {
        const auto digits = std::to_string(100'000 + i);
        std::string vin = "LFXAB1230T0" + digits;
        vin[8] = vin_check_digit(vin);
        const std::string plate =
            "京" + std::string(1, static_cast<char>('A' + i / 1000)) + std::to_string(10'000 + i);
        csv += "张伟" + std::to_string(i) + ",138" + std::to_string(10'000'000 + i) + "," + plate + "," +
               vin + ",星驰 A5\n";
    }
    const auto file = uploaded(csv);
    const auto began = std::chrono::steady_clock::now();
    const auto checked = test.action(import_dry_run, {.file = file, .file_name = "大.csv"});
    const auto looked = std::chrono::steady_clock::now();
    ASSERT_TRUE(checked) << refusal_of(checked);
    EXPECT_EQ(checked->bad_rows, 0);
    const auto done = test.action(import_commit, {.import_id = checked->import_id});
    const auto ended = std::chrono::steady_clock::now();
    ASSERT_TRUE(done);
    EXPECT_EQ(done->new_customers, 10'000);
    EXPECT_EQ(done->cars, 10'000);
    const auto ms = [](auto span) {
        return std::chrono::duration_cast<std::chrono::milliseconds>(span).count();
    };
    RecordProperty("dry_run_ms", static_cast<int>(ms(looked - began)));
    RecordProperty("commit_ms", static_cast<int>(ms(ended - looked)));
}

}  // namespace
}  // namespace forecourt::customers
