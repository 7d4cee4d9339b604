import { Alert, Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { Card, ProblemView, problemText, useAction, useView } from "@/kit";
import { currentLanguage } from "@/words/i18n";
import { OneQuestion } from "./OneQuestion";
import { Proposals } from "./Proposals";
import type { NeedsAnswer, Proposal, Questionnaire } from "./types";
import "./leads.css";

interface LeadAnswer {
    lead: { version: number; number: string };
    customer_name: string;
    answers: NeedsAnswer[];
}

function isAnswered(answer: NeedsAnswer | undefined): boolean {
    return !!answer && (answer.choices.length > 0 || !!answer.text?.trim());
}

/** The questionnaire on a page of its own, asked together with the customer; ends with what fits and why. */
export default function Needs() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const navigate = useNavigate();
    const form = useView("leads.questionnaire", {});
    const lead = useView("leads.lead_record", { lead_id: id });
    const [changed, setChanged] = useState<Record<string, NeedsAnswer>>({});
    const [tried, setTried] = useState(false);
    const record = useAction("leads.record_needs", { showProblem: false });
    const [done, setDone] = useState<{ score: number; grade: string; proposals: Proposal[] }>();
    const problem = form.error ?? lead.error;
    if (problem) return <ProblemView problem={problem} onRetry={() => form.refetch()} />;
    if (!form.data || !lead.data) return <Skeleton active className="fc-page" />;
    const { questions, title } = form.data as unknown as Questionnaire;
    const answer = lead.data as unknown as LeadAnswer;
    const find = (name: string) => changed[name] ?? answer.answers.find((one) => one.question === name);
    const missing = questions.filter((one) => one.required && !isAnswered(find(one.name)));
    const answered = questions.filter((one) => isAnswered(find(one.name))).length;
    const send = async () => {
        setTried(true);
        if (missing.length > 0) {
            document.getElementById(`question_${missing[0]!.name}`)?.scrollIntoView({ block: "center" });
            return;
        }
        const answers = questions.flatMap((one) => {
            const found = find(one.name);
            return found && isAnswered(found) ? [found] : [];
        });
        const graded = await record.run({ lead_id: id, version: answer.lead.version, answers });
        if (graded) setDone(graded as typeof done);
    };
    if (done)
        return (
            <div className="fc-page fc-needs">
                <header className="fc-page-head">
                    <h1>{t("ui.leads.graded", { name: answer.customer_name })}</h1>
                    <div className="fc-page-actions">
                        <Button type="primary" onClick={() => navigate(`/leads/${id}`)}>
                            {t("ui.leads.to_lead")}
                        </Button>
                    </div>
                </header>
                <div className="fc-figures">
                    <div className="fc-figure">
                        <b>{t(`LeadGrade.${done.grade}`)}</b>
                        <span>{t("field.grade")}</span>
                    </div>
                    <div className="fc-figure">
                        <b>{done.score}</b>
                        <span>{t("field.score")}</span>
                    </div>
                </div>
                <Proposals lead_id={id} proposals={done.proposals} />
            </div>
        );
    return (
        <div className="fc-page fc-needs">
            <header className="fc-page-head">
                <h1>{title[currentLanguage()] || title.zh}</h1>
                <Link to={`/leads/${id}`}>
                    {answer.customer_name} {answer.lead.number}
                </Link>
                <span className="fc-total">
                    {t("ui.leads.answered", { n: answered, all: questions.length })}
                </span>
            </header>
            {record.problem && (
                <Alert type="warning" showIcon role="alert" title={problemText(record.problem)} />
            )}
            <Card title={t("ui.leads.questions")}>
                {questions.map((one, index) => (
                    <OneQuestion
                        key={one.name}
                        question={one}
                        index={index}
                        answer={find(one.name)}
                        missing={tried && missing.includes(one)}
                        onAnswer={(next) => setChanged((before) => ({ ...before, [one.name]: next }))}
                    />
                ))}
            </Card>
            <div className="fc-needs-foot">
                <Button size="large" onClick={() => navigate(`/leads/${id}`)}>
                    {t("ui.cancel")}
                </Button>
                <Button type="primary" size="large" loading={record.running} onClick={send}>
                    {t("leads.record_needs")}
                </Button>
            </div>
        </div>
    );
}
