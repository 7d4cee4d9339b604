import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { Card, CaseStrip, ClockBadge, EmptyState, problemText, RecordPage, useAction } from "@/kit";
import { type Line, Lines } from "./Lines";
import "./consultation.css";

interface Suggestion {
    article_id: number;
    title: string;
    body: string;
    score: number;
    sure: boolean;
}

interface AnswerProps {
    question_id: number;
    version: number;
    suggestions: Suggestion[];
}

/** The answer, written or taken from an article. */
function Answer({ question_id, version, suggestions }: AnswerProps) {
    const { t } = useTranslation();
    const [words, setWords] = useState("");
    const [article, setArticle] = useState<number>();
    const reply = useAction("consultation.reply", { showProblem: false });
    const send = async () => {
        const done = await reply.run({
            question_id,
            version,
            words,
            ...(article ? { article_id: article } : {}),
        });
        if (!done) return;
        setWords("");
        setArticle(undefined);
    };
    return (
        <>
            <div className="cn-answer">
                {reply.problem && (
                    <Alert type="warning" showIcon role="alert" title={problemText(reply.problem)} />
                )}
                <Input.TextArea
                    value={words}
                    autoSize={{ minRows: 3, maxRows: 10 }}
                    aria-label={t("consultation.reply")}
                    placeholder={t("ui.consultation.write_answer")}
                    onChange={(event) => setWords(event.target.value)}
                />
                <Button type="primary" loading={reply.running} disabled={!words.trim()} onClick={send}>
                    {t("consultation.reply")}
                </Button>
            </div>
            <h3 className="cn-sub">{t("field.suggestions")}</h3>
            {suggestions.length === 0 ? (
                <p className="fc-soft">{t("ui.consultation.no_suggestion")}</p>
            ) : (
                <ul className="cn-suggestions">
                    {suggestions.map((one) => (
                        <li key={one.article_id}>
                            <header>
                                <Link to={`/knowledge/${one.article_id}`}>{one.title}</Link>
                                <span className={one.sure ? "fc-state ok" : "fc-state mute"}>
                                    {one.score}%
                                </span>
                                <Button
                                    size="small"
                                    onClick={() => {
                                        setWords(one.body);
                                        setArticle(one.article_id);
                                    }}
                                >
                                    {t("ui.consultation.use_this")}
                                </Button>
                            </header>
                            <p>{one.body}</p>
                        </li>
                    ))}
                </ul>
            )}
        </>
    );
}

export default function Question() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const navigate = useNavigate();
    return (
        <RecordPage
            view="consultation.question_record"
            params={{ question_id: id }}
            head="question"
            object={{ type: "question", id }}
            also={["leads"]}
            kicker={(one) => `${t("object.question")} ${one.number}`}
            title={(one) => one.asker_name || t("ui.consultation.somebody")}
            beside={(one) => (
                <>
                    {one.state === "open" && (
                        <ClockBadge
                            due_at={one.respond_by}
                            started_at={one.asked_at}
                            labelled
                            label={t("field.respond_by")}
                        />
                    )}
                    {one.late && <span className="fc-state late large">{t("ui.consultation.was_late")}</span>}
                </>
            )}
            top={() => <CaseStrip object_type="question" object_id={id} />}
            next={(one) => (one.state === "answered" && !one.lead_id ? "consultation.make_lead" : undefined)}
            actions={{
                "consultation.reply": { hidden: true },
                "consultation.make_lead": {
                    only: ["model_id"],
                    onDone: (answer: { lead_id: number }) => navigate(`/leads/${answer.lead_id}`),
                },
                "consultation.take_question": { only: [] },
                "consultation.assign_question": {
                    options: {
                        user_id: {
                            view: "access.people",
                            label: (row: { name: string }) => row.name,
                        },
                    },
                },
                "consultation.close_question": { only: ["outcome", "note"] },
                "consultation.draft_article": {
                    only: [],
                    onDone: (answer: { article_id: number }) => navigate(`/knowledge/${answer.article_id}`),
                },
            }}
            facts={[
                "channel",
                "topic",
                { field: "campaign", show: (one) => one.campaign || null },
                {
                    field: "customer_id",
                    show: (one) =>
                        one.customer_id ? (
                            <Link to={`/customers/${one.customer_id}`}>{one.customer_name}</Link>
                        ) : (
                            <span className="fc-none">{t("ui.consultation.not_known")}</span>
                        ),
                },
                { field: "phone_masked", show: (one) => one.phone_masked || "—" },
                {
                    field: "lead_id",
                    show: (one) =>
                        one.lead_id ? <Link to={`/leads/${one.lead_id}`}>{t("object.lead")}</Link> : "—",
                },
                {
                    field: "model_id",
                    show: (one) =>
                        one.model_id ? <Link to={`/models/${one.model_id}`}>{one.model_name}</Link> : "—",
                },
                { field: "owner_id", show: (one) => one.owner_name },
                "asked_at",
                "respond_by",
                { field: "first_answer_at" },
                { field: "outcome" },
                {
                    field: "article_id",
                    show: (one) =>
                        one.article_id ? (
                            <Link to={`/knowledge/${one.article_id}`}>{t("object.article")}</Link>
                        ) : null,
                },
                { field: "note", wide: true, show: (one) => one.note || null },
            ]}
        >
            {(one) => (
                <Card title={t("ui.consultation.said")} count={one.lines.length}>
                    {one.lines.length === 0 ? (
                        <EmptyState small title={t("ui.consultation.nothing_said")} />
                    ) : (
                        <Lines lines={one.lines as Line[]} mine="store" />
                    )}
                    {one.state !== "closed" && (
                        <Answer
                            question_id={id}
                            version={one.version}
                            suggestions={one.suggestions as Suggestion[]}
                        />
                    )}
                </Card>
            )}
        </RecordPage>
    );
}
