#include <modules/consultation/module.h>

#include <modules/consultation/article/article.h>
#include <modules/consultation/chat/chat.h>
#include <modules/consultation/limits/assistant_limits.h>
#include <modules/consultation/question/question.h>

namespace forecourt::consultation {
namespace {

using enum Role;

}  // namespace

const Module consultation_module{
    .name = "consultation",
    .needs = {"log", "access", "numbering", "tasks", "messages", "search", "standards", "limits", "vehicles",
              "customers", "reception", "leads"},
    .actions = {&ask, &record_question, &reply, &take_question, &assign_question, &close_question, &make_lead,
                &write_article, &draft_article, &change_article, &publish_article, &retire_article,
                &start_chat, &say, &ask_person, &set_assistant_limits},
    .views = {&question_list, &question_record, &inbox_overview, &article_list, &article_record, &suggestions,
              &conversation, &common_questions, &assistant_limits_now},
    .grants = {{question_read, {gm, sales_manager, sales, host, care, advisor}},
               {question_write, {gm, sales_manager, sales, host, care, advisor}},
               {question_manage, {gm, sales_manager, care}},
               {article_read, every_staff_role()},
               {article_write, {gm, sales_manager, sales, host, care, advisor}},
               {article_publish, {gm, sales_manager, care}}},
    .events = {"consultation.asked", "consultation.replied", "consultation.question_given",
               "consultation.question_closed", "consultation.lead_made", "consultation.answer_missed",
               "consultation.customer_wrote", "consultation.article_written", "consultation.article_changed",
               "consultation.article_published", "consultation.article_retired"},
    .handlers = {{"consultation.asked", on_asked}, {"customers.merged", on_customers_merged}},
    .jobs = {{"consultation.watch_answers", minutes(1), watch_answers}}};

}  // namespace forecourt::consultation
