#include <modules/consultation/question/question.h>

#include <db/rows.h>
#include <modules/consultation/article/article_store.h>
#include <modules/consultation/question/consultation_question.sql.h>
#include <modules/consultation/question/question_store.h>
#include <services/access/api.h>

namespace forecourt::consultation {
namespace {

namespace statements = sql::consultation_question;

Result<Page<QuestionListRow>> run_question_list(Context& context, const QuestionListIn& in) {
    auto page = list_page<QuestionListRow>(context, statements::list_questions, in, "-asked_at");
    if (!page) return page.refused();
    for (auto& row : page->rows) {
        row.owner_name = access::user_name(context.db(), context.store_id(), row.owner_id);
    }
    return page;
}

Result<QuestionRecord> run_question_record(Context& context, const QuestionRecordIn& in) {
    const auto question = load_question(context.db(), context.store_id(), in.question_id);
    if (!question) return question_not_found;
    QuestionRecord record;
    record.question = *question;
    record.owner_name = access::user_name(context.db(), context.store_id(), question->owner_id);
    if (question->customer_id) {
        record.customer_name =
            customers::customer_name(context.db(), context.store_id(), *question->customer_id);
    }
    if (question->model_id) {
        if (const auto model = vehicles::find_model(context.db(), context.store_id(), *question->model_id)) {
            record.model_name = model->name;
        }
    }
    record.lines = lines_of_question(context.db(), context.store_id(), question->id);
    if (question->state != QuestionState::closed) {
        record.suggestions = find_answers(context, question->words, 3);
    }
    if (const auto article = db::number(context.db(), statements::article_of_question,
                                        {{"store_id", context.store_id()}, {"question_id", question->id}})) {
        record.article_id = Id<Article>{*article};
    }
    auto& list = record.allowed_actions;
    allow(list, context, reply, may_answer(*question));
    if (wants_a_car(question->topic) || question->lead_id) {
        allow(list, context, make_lead, may_make_lead(*question));
    }
    allow(list, context, close_question, may_close(*question, QuestionOutcome::handed_on));
    if (question->owner_id != context.actor().user_id)
        allow(list, context, take_question, may_answer(*question));
    allow(list, context, assign_question, may_answer(*question));
    if (!record.article_id) allow(list, context, draft_article, std::nullopt);
    return record;
}

Result<InboxOverview> run_inbox_overview(Context& context, const Nothing&) {
    return InboxOverview{
        db::all<ChannelCount>(context.db(), statements::count_by_channel,
                              {{"store_id", context.store_id()}, {"since", context.now() - days(30)}})};
}

}  // namespace

const View<QuestionListIn, Page<QuestionListRow>> question_list{
    {.name = "consultation.question_list",
     .needs = question_read,
     .refuses = {cursor_not_understood, sort_not_offered},
     .run = run_question_list}};

const View<QuestionRecordIn, QuestionRecord> question_record{{.name = "consultation.question_record",
                                                              .needs = question_read,
                                                              .refuses = {question_not_found},
                                                              .run = run_question_record}};

const View<Nothing, InboxOverview> inbox_overview{{.name = "consultation.inbox_overview",
                                                   .needs = question_read,
                                                   .refuses = {},
                                                   .run = run_inbox_overview}};

}  // namespace forecourt::consultation
