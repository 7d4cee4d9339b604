#pragma once
#include <modules/people/commission/statement.h>

namespace forecourt::people {

extern const Action<CloseMonth, MonthClosed> close_month;
extern const Action<StatementAtVersion, StatementChanged> confirm_statement;
extern const Action<DisputeLine, StatementChanged> dispute_line;
extern const Action<AnswerDispute, StatementChanged> answer_dispute;
extern const Action<StatementAtVersion, StatementChanged> issue_statement;

}  // namespace forecourt::people
