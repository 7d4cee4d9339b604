#include <anchors/anchor.h>
#include <files/blob_store.h>
#include <testing/shipping_setting.h>

namespace forecourt::backup {
namespace {

class ShipperTest : public ShippingSetting {};
INSTANTIATE_TEST_SUITE_P(into, ShipperTest, ::testing::Values(Place::folder, Place::bucket), name_of_place);

TEST_P(ShipperTest, brings_back_what_was_committed_before_and_after_the_base_through_many_checkpoints) {
    note(1);
    start();
    wait_until_shipped();
    // The writer makes a checkpoint each 200 groups, and the log begins anew.
    for (int i = 0; i < 1000; ++i) note(10, static_cast<std::size_t>(i) * 7 % 9000);
    shipper_.reset();
    EXPECT_EQ(restored_sum(), 10'001);
    EXPECT_EQ(generations_in(*depot()).whole.size(), 1U);
}

TEST_P(ShipperTest, goes_back_to_a_moment_commit_by_commit) {
    start();
    wait_until_shipped();
    std::vector<Instant> after;
    for (int i = 0; i < 5; ++i) {
        note(1);
        std::this_thread::sleep_for(std::chrono::milliseconds(3));
        after.push_back(now());
        std::this_thread::sleep_for(std::chrono::milliseconds(db::longest_together.ms));
    }
    shipper_.reset();
    for (int i = 0; i < 5; ++i) EXPECT_EQ(restored_sum(after[i]), i + 1);
    EXPECT_NE(refusal(after[0] - hours(1)).find("before the first base"), std::string::npos);
}

TEST_P(ShipperTest, a_new_base_takes_over_without_a_gap_and_the_store_can_go_back_before_it) {
    base_every_ = {1};
    start();
    note_until_made(2);
    std::this_thread::sleep_for(std::chrono::milliseconds(db::longest_together.ms));
    const Instant in_the_middle = now();
    const auto noted_then = noted_;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    note_until_made(4);
    shipper_.reset();
    EXPECT_EQ(restored_sum(), noted_);
    EXPECT_EQ(restored_sum(in_the_middle), noted_then);
}

TEST_P(ShipperTest, when_another_program_moves_the_log_on_a_new_base_is_made) {
    start();
    wait_until_shipped();
    note(1);
    {
        const auto other = database_->connect();
        other->script("insert into noted values (2, '')");
        other->query(db::Sql{"test.checkpoint", "pragma wal_checkpoint(truncate)"}, {},
                     [](const db::Row&) {});
    }
    note(4);
    wait_until_shipped();
    shipper_.reset();
    EXPECT_EQ(restored_sum(), 7);
}

TEST_P(ShipperTest, works_on_while_the_place_is_away_and_sends_what_waited) {
    start();
    wait_until_shipped();
    go_away();
    note(1);
    wait_for_trouble();
    EXPECT_NE(shipper_->figures().trouble.find(depot()->where()), std::string::npos);
    note(2);
    come_back();
    wait_until_shipped();
    EXPECT_EQ(shipper_->figures().trouble, "");
    shipper_.reset();
    EXPECT_EQ(restored_sum(), 3);
}

TEST_P(ShipperTest, a_place_that_comes_back_empty_is_not_filled) {
    start();
    wait_until_shipped();
    depot()->remove(owner_name);
    wait_for_trouble();
    EXPECT_NE(shipper_->figures().trouble.find("has lost what was shipped"), std::string::npos);
    EXPECT_FALSE(depot()->exists(owner_name));
}

TEST_P(ShipperTest, sends_files_sealed_and_keys_only_inside_the_base) {
    const files::BlobStore files(store() + "/files");
    const auto before = files.put("a photo from before");
    start();
    wait_until_shipped();
    const auto after = files.put("a photo from after");
    note(1, 5000);
    shipper_.reset();
    std::string everything;
    for (const auto& name : all_names()) everything += depot()->get(name).value();
    EXPECT_GT(everything.size(), 1000U);
    for (const auto* clear : {"a photo from", "forecourt keys", "ffffffff", "SQLite format"}) {
        EXPECT_EQ(everything.find(clear), std::string::npos) << clear;
    }
    EXPECT_EQ(restored_sum(), 1);
    const files::BlobStore restored(back() + "/files");
    EXPECT_EQ(restored.verify(before), files::BlobStore::Verdict::intact);
    EXPECT_EQ(restored.verify(after), files::BlobStore::Verdict::intact);
}

TEST_P(ShipperTest, what_is_missing_or_changed_is_told_and_leaves_nothing) {
    start();
    wait_until_shipped();
    for (int i = 0; i < 3; ++i) {
        note(1);
        wait_until_shipped();
    }
    shipper_.reset();
    const auto there = depot();
    const std::string generation = generations_in(*there).whole.front() + "/";
    const auto expect = [&](const std::string& file, const std::string& bytes, const std::string& told) {
        const auto whole = there->get(generation + file).value();
        if (bytes.empty()) {
            there->remove(generation + file);
        } else {
            there->put(generation + file, bytes);
        }
        EXPECT_NE(refusal().find(told), std::string::npos) << file;
        there->put(generation + file, whole);
    };
    expect("000000002", "", "segment 2 of ");
    expect("000000003", "", "segment 3 of ");
    expect("000000002", there->get(generation + "000000001").value(), "belongs elsewhere");
    auto bytes = there->get(generation + "000000003").value();
    bytes[bytes.size() / 2] ^= 1;
    expect("000000003", bytes, "segment 3 of ");
    expect("latest", "", "latest");
    expect(base_name, "", "nothing was shipped");
    const std::string of_base =
        GetParam() == Place::folder ? base_name : base_name + std::string(".000000001");
    bytes = there->get(generation + of_base).value();
    bytes[bytes.size() / 2] ^= 1;
    expect(of_base, bytes, "damaged");
    EXPECT_EQ(refusal(), "");
}

TEST_P(ShipperTest, generations_that_are_no_longer_needed_are_thrown_away_whole) {
    base_every_ = {1};
    keep_ = {1};
    start();
    note_until_made(4);
    shipper_.reset();
    EXPECT_LE(generations_in(*depot()).whole.size(), 3U);
    EXPECT_TRUE(generations_in(*depot()).begun.empty());
    EXPECT_EQ(restored_sum(), noted_);
}

TEST_P(ShipperTest, what_a_base_that_was_cut_short_has_left_is_cleared_away) {
    const std::string half = new_generation_name(now());
    depot()->put(half + "/base.sealed.000000001", "half");
    depot()->put(half + "/latest", "half");
    start();
    wait_until_shipped();
    shipper_.reset();
    const auto left = depot()->names_in("");
    EXPECT_EQ(std::count(left.begin(), left.end(), half), 0);
    EXPECT_TRUE(depot()->exists(owner_name));
}

TEST_P(ShipperTest, another_stores_place_is_left_alone) {
    depot()->put(owner_name, "somebody else\n");
    start();
    wait_for_trouble();
    EXPECT_NE(shipper_->figures().trouble.find("another store's"), std::string::npos);
    EXPECT_TRUE(generations_in(*depot()).whole.empty());
}

TEST_P(ShipperTest, anchors_grow_there_and_another_history_is_put_aside) {
    const auto anchors_of = [&](const std::string& folder) {
        return bytes_of_file(folder + "/anchors/log.anchors");
    };
    const auto append = [](anchors::AnchorFile& file, std::int64_t from, std::int64_t until) {
        std::vector<anchors::End> ends;
        for (auto i = from; i < until; ++i)
            ends.push_back({.store = i, .seq = i, .hash = std::string(64, 'a')});
        file.append(ends, now());
    };
    const secrets::Signer signer(secrets::random_key());
    anchors::AnchorFile first(store() + "/anchors", signer);
    anchor_file_ = first.path();
    // More than one piece of a bucket.
    append(first, 1, 1000);
    start();
    wait_until_shipped();
    const auto at = now();
    const auto then = anchors_of(store());
    std::this_thread::sleep_for(std::chrono::milliseconds(3));
    append(first, 1000, 2000);
    note(1);
    wait_until_shipped();
    append(first, 2000, 2001);
    note(1);
    wait_until_shipped();
    // The server to test with does not put a new `latest` in the old one's place at once.
    shipper_.reset();
    EXPECT_EQ(restored_sum(), 2);
    EXPECT_GT(anchors_of(back()).size(), std::size_t{512} << 10);
    EXPECT_EQ(anchors_of(back()), anchors_of(store()));
    restored_sum(at);
    EXPECT_EQ(anchors_of(back()), then);

    const auto before = anchors_of(store());
    disk::remove(first.path());
    anchors::AnchorFile second(store() + "/anchors", signer);
    append(second, 1, 3);
    start();
    wait_until_shipped();
    shipper_.reset();
    restored_sum();
    EXPECT_EQ(anchors_of(back()), anchors_of(store()));
    std::vector<std::string> aside;
    for (const auto& name : depot()->names_in("anchors")) {
        if (name.find(".until-") != std::string::npos) aside.push_back(name);
    }
    ASSERT_FALSE(aside.empty());
    EXPECT_EQ(bytes_of_file(depot()->fetch("anchors/" + aside.front(), root_ + "/aside")), before);
}

}  // namespace
}  // namespace forecourt::backup
