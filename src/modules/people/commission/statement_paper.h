#pragma once
#include <modules/people/commission/statement.h>

namespace forecourt::people {

/// All that stands on the paper of a statement.
struct StatementPaper {
    access::StoreFacts store;
    std::string person;
    StatementRow statement;
    std::vector<StatementLineRow> lines;
    std::vector<std::string> models;  // name of each line's model
    std::string issued_by;
    Instant at;
};
std::string statement_pdf_of(const StatementPaper& paper);

}  // namespace forecourt::people
