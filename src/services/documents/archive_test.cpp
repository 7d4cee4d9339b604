#include <documents/seal.h>
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

class ArchiveTest : public testing::EngineTest {
  protected:
    Id<ArchivedDocument> keep(const std::string& number, std::int64_t customer_id = 5, bool seal = false) {
        return test.run([&](Tx& tx) {
            return archive(tx, {.kind = "deals.contract",
                                .about = {"deal", 42},
                                .customer_id = customer_id,
                                .number = number,
                                .title = "购车合同",
                                .pdf = small_pdf(number),
                                .seal = seal});
        });
    }
    std::vector<std::string> faults() { return check_documents(test.db(), test.store()); }
};
FORECOURT_ON_EVERY_ENGINE(ArchiveTest);

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
    const auto other = files::blob_store().put(small_pdf("another paper, longer than the first"));
    const struct {
        std::string fault;
    } cases[] = {
        {"update documents_document set file_hash = '" + std::string(64, 'a') + "'"},
        {"update documents_document set file_hash = '" + other + "'"},
        {"update documents_document set sealed = 1"},
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
