#pragma once
#include <modules/people/book/book.h>

namespace forecourt::people {

extern const Action<SaveFormulaDraft, DraftSaved> save_formula_draft;
extern const Action<SaveRulesDraft, DraftSaved> save_rules_draft;
extern const Action<PublishBook, Nothing> publish_book;
extern const Action<DropDraft, Nothing> drop_draft;

}  // namespace forecourt::people
