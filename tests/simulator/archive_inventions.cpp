#include <simulator/sale.h>

#include <demo/player.h>

#include <algorithm>

namespace forecourt::simulator {

using demo::items_at;
using demo::number_at;
using demo::text_at;

void expect_papers(Life& life, std::size_t store, RecordId deal) {
    const auto seen = life.program.see(life.program.actor_of(store, "gm"), "deals.deal_custody",
                                       {{"deal_id", std::to_string(deal)}}, life.now);
    auto& papers = life.at(store).papers;
    const auto rows = items_at(seen, "papers");
    const std::string name = "papers of deal " + std::to_string(deal) + ": ";
    const auto filed = std::count_if(papers.all().begin(), papers.all().end(),
                                     [&](const auto& paper) { return paper.deal == deal; });
    expect_equal(name + "filed", filed, static_cast<std::int64_t>(rows.size()));
    for (const auto& row : rows) {
        const auto& paper = papers.at(number_at(row, "custody.id"));
        const bool late = paper.back_by && life.today() > *paper.back_by;
        expect_equal(name + "state", paper.state, text_at(row, "custody.state"));
        expect_equal(name + "version", paper.version, number_at(row, "custody.version"));
        expect_equal(name + "revision", paper.revision, number_at(row, "custody.revision"));
        expect_equal(name + "what was signed", paper.contents_hash, text_at(row, "custody.contents_hash"));
        expect_equal(name + "borrower", paper.borrower, text_at(row, "custody.borrower"));
        expect_equal(name + "kept until", to_text(paper.kept_until), text_at(row, "custody.retain_until"));
        expect_equal(name + "is late", late ? "true" : "false", text_at(row, "is_late"));
        expect_equal(name + "moves", paper.moves, static_cast<std::int64_t>(items_at(row, "moves").size()));
    }
}

namespace {

std::string some_archivist(Life& life) {
    static const std::vector<std::string> people{"finance", "sales_manager", "gm"};
    return life.dice.one_of(people);
}

// The files of a sale are kept ten years from the signature.
Date ten_years_after(Date day) {
    auto parts = parts_of(day);
    parts.year += 10;
    return date_of(parts);
}

// The last one that was signed and is not there yet; an amended or cancelled contract is kept like every
// other.
SignedContract* next_to_file(Deal& deal) {
    for (auto one = deal.signed_contracts.rbegin(); one != deal.signed_contracts.rend(); ++one) {
        if (!one->filed) return &*one;
    }
    return nullptr;
}

std::optional<Attempt> file_contract(Life& life) {
    const auto store = life.some_store();
    Deal* deal = nullptr;
    for (int tries = 0; tries < 8; ++tries) {
        deal = life.at(store).deals.pick(life.dice);
        if (deal == nullptr || next_to_file(*deal) != nullptr) break;
    }
    if (deal == nullptr) return std::nullopt;
    Attempt attempt{.store = store, .who = some_archivist(life), .action = "deals.file_contract"};
    attempt.record = "deal_id";
    attempt.missing = "deal_not_found";
    attempt.input.number("deal_id", deal->id).text("location", "档案柜 3-2");
    attempt.must_not(deal->signed_contracts.empty(), "contract_not_signed");
    attempt.must_not(!deal->signed_contracts.empty() && next_to_file(*deal) == nullptr, "contract_is_filed");
    attempt.then = [&life, store, id = deal->id](const std::string& answer) {
        auto& contract = *next_to_file(life.at(store).deals.at(id));
        contract.filed = true;
        life.at(store).papers.add({.id = number_at(answer, "id"),
                                   .deal = id,
                                   .revision = contract.revision,
                                   .contents_hash = contract.contents_hash,
                                   .kept_until = ten_years_after(contract.signed_on)});
        expect_papers(life, store, id);
    };
    return attempt;
}

const ContractPaper* some_paper(Life& life, std::size_t store, const std::string& state) {
    const ContractPaper* paper = nullptr;
    for (int tries = 0; tries < 4; ++tries) {
        paper = life.at(store).papers.pick(life.dice);
        if (paper == nullptr || paper->state == state) break;
    }
    return paper;
}

Attempt about_paper(std::size_t store, const std::string& who, const std::string& action,
                    const ContractPaper& paper) {
    Attempt attempt{.store = store, .who = who, .action = action};
    attempt.record = "custody_id";
    attempt.missing = "custody_not_found";
    attempt.input.number("custody_id", paper.id).number("version", paper.version);
    return attempt;
}

std::function<void(const std::string&)> moved(Life& life, std::size_t store, RecordId id,
                                              std::function<void(ContractPaper&)> change) {
    return [&life, store, id, change = std::move(change)](const std::string& answer) {
        auto& paper = life.at(store).papers.at(id);
        change(paper);
        ++paper.moves;
        ++paper.version;
        expect_equal("papers: state of the one that was moved", paper.state, text_at(answer, "state"));
        expect_equal("papers: version of the one that was moved", paper.version,
                     number_at(answer, "version"));
        expect_papers(life, store, paper.deal);
    };
}

std::optional<Attempt> lend_contract(Life& life) {
    const auto store = life.some_store();
    const auto* paper = some_paper(life, store, "shelved");
    if (paper == nullptr) return std::nullopt;
    auto attempt = about_paper(store, some_archivist(life), "deals.lend_contract", *paper);
    const Date back_by = life.today() + static_cast<int>(life.dice.between(-1, 4));
    const auto borrower = life.dice.chance(50) ? "李婷" : "按揭银行";
    attempt.input.text("borrower", borrower).text("reason", "核验原件").text("back_by", to_text(back_by));
    attempt.must_not(paper->state == "lent", "contract_is_lent");
    attempt.must_not(back_by < life.today(), "back_by_past");
    attempt.then = moved(life, store, paper->id, [borrower, back_by](ContractPaper& now) {
        now.state = "lent";
        now.borrower = borrower;
        now.back_by = back_by;
    });
    return attempt;
}

std::optional<Attempt> return_contract(Life& life) {
    const auto store = life.some_store();
    const auto* paper = some_paper(life, store, "lent");
    if (paper == nullptr) return std::nullopt;
    auto attempt = about_paper(store, some_archivist(life), "deals.return_contract", *paper);
    attempt.input.text("location", "档案柜 3-3");
    attempt.must_not(paper->state != "lent", "contract_not_lent");
    attempt.then = moved(life, store, paper->id, [](ContractPaper& now) {
        now.state = "shelved";
        now.borrower.clear();
        now.back_by.reset();
    });
    return attempt;
}

// No life here is ten years long.
std::optional<Attempt> destroy_contract(Life& life) {
    const auto store = life.some_store();
    const auto* paper = some_paper(life, store, "shelved");
    if (paper == nullptr) return std::nullopt;
    auto attempt = about_paper(store, some_archivist(life), "deals.destroy_contract", *paper);
    attempt.input.text("reason", "清理");
    attempt.must_not(paper->state == "lent", "contract_is_lent");
    attempt.must_not(life.today() <= paper->kept_until, "contract_is_retained");
    attempt.then = moved(life, store, paper->id, [](ContractPaper& now) { now.state = "destroyed"; });
    return attempt;
}

}  // namespace

std::vector<Invention> archive_inventions() {
    return {{"deals.file_contract", 2, file_contract},
            {"deals.lend_contract", 2, lend_contract},
            {"deals.return_contract", 2, return_contract},
            {"deals.destroy_contract", 1, destroy_contract}};
}

}  // namespace forecourt::simulator
