#pragma once
#include <action/paper.h>
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
FORECOURT_STRUCT(StatementPaper, store, person, statement, lines, models, issued_by, at)

extern const Paper<StatementPaper> statement_of_commission;

}  // namespace forecourt::people
