#include <documents/seal.h>
#include <services/documents/paper_drawer.h>
#include <services/documents/views.h>
#include <services/files/api.h>
#include <testing/engine_test.h>

#include <sys/stat.h>
#include <unistd.h>

namespace forecourt::documents {
namespace {

using testing::refusal_of;

// The smallest PDF that readers accept: one empty page.
std::string small_pdf(const std::string& title) {
    std::string pdf = "%PDF-1.4\n";
    std::vector<std::size_t> offsets;
    const auto object = [&](const std::string& body) {
        offsets.push_back(pdf.size());
        pdf += std::to_string(offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>");
    object("<< /Title (" + title + ") >>");
    const auto table = pdf.size();
    pdf += "xref\n0 5\n0000000000 65535 f \n";
    for (const auto offset : offsets) {
        auto digits = std::to_string(offset);
        pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    return pdf + "trailer\n<< /Size 5 /Root 1 0 R /Info 4 0 R >>\nstartxref\n" + std::to_string(table) +
           "\n%%EOF\n";
}

struct SmallPaper {
    std::string number;
};
FORECOURT_STRUCT(SmallPaper, number)

std::string draw_small(const SmallPaper& paper) {
    if (paper.number == "HT-13") throw std::runtime_error("this one is never drawn");
    return small_pdf(paper.number);
}

const Paper<SmallPaper> plain_paper{{.name = "deals.contract", .sealed = false, .draw = draw_small}};
const Paper<SmallPaper> sealed_paper{{.name = "deals.contract", .sealed = true, .draw = draw_small}};

class ArchiveTest : public testing::EngineTest {
  protected:
    Id<ArchivedDocument> ask_for(const std::string& number, std::int64_t customer_id = 5, bool seal = false) {
        return test.run([&](Tx& tx) {
            return order(
                tx, seal ? sealed_paper : plain_paper,
                {.about = {"deal", 42}, .customer_id = customer_id, .number = number, .title = "购车合同"},
                SmallPaper{number});
        });
    }
    Id<ArchivedDocument> keep(const std::string& number, std::int64_t customer_id = 5, bool seal = false) {
        const auto id = ask_for(number, customer_id, seal);
        EXPECT_EQ(draw(), 1U);
        return id;
    }
    std::size_t draw(PaperDrawer::Which which = PaperDrawer::Which::all) {
        PaperDrawer drawer(
            {.kind_named = [](std::string_view) { return &plain_paper; },
             .clock = [this] { return test.now; },
             .read = [this](const auto& work) { work(test.db()); },
             .transaction = [this](Id<Store>, const auto& work) { test.run([&](Tx& tx) { work(tx); }); },
             .failed = [this](const std::string& what) { troubles.push_back(what); }});
        return drawer.draw_open(which);
    }
    std::vector<std::string> faults() { return check_documents(test.db(), test.store(), test.now); }

    std::vector<std::string> troubles;
};
FORECOURT_ON_EVERY_ENGINE(ArchiveTest);

TEST_P(ArchiveTest, an_ordered_paper_is_listed_before_it_is_drawn) {
    const auto id = ask_for("HT-1");
    EXPECT_EQ(test.last_event("documents.paper_ordered")->object("deal"), 42);
    EXPECT_EQ(refusal_of(test.view(pdf, {id})), "document_is_being_drawn");
    ASSERT_EQ(test.view(of_record, {"deal", 42})->rows.size(), 1U);
    EXPECT_FALSE(test.view(of_record, {"deal", 42})->rows[0].ready);
    EXPECT_EQ(test.last_event("documents.archived"), nullptr);
    test.now = test.now + seconds(2);
    EXPECT_EQ(draw(), 1U);
    EXPECT_EQ(draw(), 0U);
    EXPECT_EQ(test.last_event("documents.archived")->object("document"), id.value);
    const auto rows = documents_of(test.db(), test.store(), {"deal", 42});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].id, id);
    EXPECT_TRUE(rows[0].ready);
    EXPECT_EQ(rows[0].created_at, test.now - seconds(2));
}

TEST_P(ArchiveTest, who_ordered_a_paper_draws_it_and_others_wait_a_moment) {
    ask_for("HT-1");
    EXPECT_EQ(draw(PaperDrawer::Which::due), 0U);
    test.now = test.now + seconds(5);
    EXPECT_EQ(draw(PaperDrawer::Which::due), 1U);
}

TEST_P(ArchiveTest, a_paper_that_cannot_be_drawn_waits_longer_each_time_and_is_found) {
    ask_for("HT-13");
    EXPECT_TRUE(faults().empty());
    EXPECT_EQ(draw(), 0U);
    ASSERT_EQ(troubles.size(), 1U);
    test.now = test.now + seconds(9);
    draw(PaperDrawer::Which::due);
    EXPECT_EQ(troubles.size(), 1U);
    test.now = test.now + seconds(1);
    draw(PaperDrawer::Which::due);
    EXPECT_EQ(troubles.size(), 2U);
    EXPECT_TRUE(faults().empty());
    test.now = test.now + minutes(11);
    ASSERT_EQ(faults().size(), 1U);
    EXPECT_NE(faults()[0].find("this one is never drawn"), std::string::npos);
}

TEST_P(ArchiveTest, frozen_facts_cannot_be_changed_or_exchanged) {
    ask_for("HT-1");
    ask_for("HT-2");
    test.db().script(
        "update documents_paper_order set facts = "
        "(select p.facts from documents_paper_order p where p.number = 'HT-2') where number = 'HT-1'");
    EXPECT_EQ(draw(), 1U);
    ASSERT_EQ(troubles.size(), 1U);
    EXPECT_NE(troubles[0].find("has been changed"), std::string::npos);
}

TEST_P(ArchiveTest, an_archived_document_comes_back) {
    const auto id = keep("HT-1");
    EXPECT_EQ(test.last_event("documents.archived")->object("deal"), 42);
    EXPECT_EQ(test.last_event("documents.archived")->object("customer"), 5);
    const auto download = test.view(pdf, {id});
    ASSERT_TRUE(download);
    EXPECT_EQ(download->body, small_pdf("HT-1"));
    EXPECT_EQ(download->file_name, "购车合同 HT-1.pdf");
    const auto rows = documents_of(test.db(), test.store(), {"deal", 42});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_FALSE(rows[0].sealed);
    EXPECT_TRUE(rows[0].ready);
    EXPECT_TRUE(faults().empty());
}

TEST_P(ArchiveTest, a_sealed_document_shows_its_seal) {
    const auto id = keep("HT-2", 5, true);
    const auto download = test.view(pdf, {id});
    ASSERT_TRUE(download);
    EXPECT_EQ(check_seal(download->body).verdict, SealVerdict::intact);
    EXPECT_TRUE(find_document(test.db(), test.store(), "deals.contract", {"deal", 42})->sealed);
    EXPECT_TRUE(faults().empty());
}

TEST_P(ArchiveTest, the_newest_of_a_kind_is_the_one_that_counts) {
    keep("HT-1");
    test.now = test.now + minutes(1);
    const auto newest = keep("HT-2");
    EXPECT_EQ(find_document(test.db(), test.store(), "deals.contract", {"deal", 42})->id, newest);
    EXPECT_FALSE(find_document(test.db(), test.store(), "deals.plan", {"deal", 42}));
}

TEST_P(ArchiveTest, customers_and_other_stores_see_their_own_only) {
    const auto own = keep("HT-1", 5);
    const auto other = keep("HT-2", 6);
    test.act_as_customer(5);
    EXPECT_TRUE(test.view(pdf, {own}));
    EXPECT_EQ(refusal_of(test.view(pdf, {other})), "document_not_found");
    EXPECT_EQ(test.view(of_record, {"deal", 42})->rows.size(), 1U);
    EXPECT_EQ(refusal_of(test.view(archive_list, {})), "not_allowed");
    test.act_as({9}, {Role::gm}, {2});
    EXPECT_EQ(refusal_of(test.view(pdf, {own})), "document_not_found");
    EXPECT_TRUE(test.view(of_record, {"deal", 42})->rows.empty());
    EXPECT_TRUE(test.view(archive_list, {})->rows.empty());
}

TEST_P(ArchiveTest, the_archive_can_be_filtered_and_paged) {
    for (int i = 1; i <= 3; ++i) {
        test.now = test.now + minutes(1);
        keep("HT-" + std::to_string(i), i);
    }
    const auto page = test.view(archive_list, {.limit = 2});
    ASSERT_EQ(page->rows.size(), 2U);
    EXPECT_EQ(page->rows[0].number, "HT-3");
    const auto rest = test.view(archive_list, {.limit = 2, .after = page->next});
    ASSERT_EQ(rest->rows.size(), 1U);
    EXPECT_EQ(rest->rows[0].number, "HT-1");
    EXPECT_EQ(test.view(archive_list, {.number = "HT-2"})->rows.size(), 1U);
    EXPECT_EQ(test.view(archive_list, {.customer_id = 3})->rows[0].number, "HT-3");
    EXPECT_EQ(test.view(archive_list, {.kind = "deals.plan"})->rows.size(), 0U);
    EXPECT_EQ(refusal_of(test.view(archive_list, {.sort = "number"})), "sort_not_offered");
    EXPECT_EQ(refusal_of(test.view(archive_list, {.after = "x"})), "cursor_not_understood");
}

TEST_P(ArchiveTest, the_check_finds_every_planted_fault) {
    keep("HT-7");
    const auto log_an_order =
        "insert into log_event (id, store_id, seq, at, name, user_id, actor_name, objects, data, hash) "
        "values (77, 1, 1, 1, 'documents.paper_ordered', 7, 'x', '[]', '{}', 'x'); "
        "insert into log_event_object (store_id, object_type, object_id, event_id) "
        "values (1, 'document', 4711, 77)";
    const auto other = files::file_store().put(small_pdf("another paper, longer than the first"));
    const struct {
        std::string fault;
    } cases[] = {
        {"update documents_document set file_hash = '" + std::string(64, 'a') + "'"},
        {"update documents_document set file_hash = '" + other + "'"},
        {"update documents_document set sealed = 1"},
        {log_an_order},
    };
    for (const auto& c : cases) {
        EXPECT_TRUE(faults().empty());
        test.db().script("savepoint planted");
        test.db().script(c.fault);
        EXPECT_EQ(faults().size(), 1U) << c.fault;
        test.db().script("rollback to savepoint planted");
        test.db().script("release savepoint planted");
    }
}

}  // namespace
}  // namespace forecourt::documents
