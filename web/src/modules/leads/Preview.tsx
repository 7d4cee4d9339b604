import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card, problemText, StateTag, useAction } from "@/kit";
import { OneQuestion } from "./OneQuestion";
import { Proposals } from "./Proposals";
import type { NeedsAnswer, Proposal, Questionnaire } from "./types";
import "./leads.css";

interface Tried {
    score: number;
    grade: string;
    proposals: Proposal[];
}

export interface PreviewProps {
    draft_id: number;
    questionnaire: Questionnaire;
    /** What is tried is the draft as it was saved. */
    unsaved: boolean;
}

/** The draft as the consultant will see it, with the grade and the models its answers would give. */
export function Preview({ draft_id, questionnaire, unsaved }: PreviewProps) {
    const { t } = useTranslation();
    const [answers, setAnswers] = useState<Record<string, NeedsAnswer>>({});
    const [tried, setTried] = useState<Tried>();
    const attempt = useAction("leads.try_questionnaire", { showProblem: false, showDone: false });
    const run = async () => {
        const answer = await attempt.run({
            questionnaire_draft_id: draft_id,
            answers: Object.values(answers).filter((one) => one.choices.length > 0 || one.text?.trim()),
        });
        setTried(answer as unknown as Tried | undefined);
    };
    return (
        <div className="fc-needs">
            <Card title={t("ui.leads.preview")}>
                {questionnaire.questions.map((question, index) => (
                    <OneQuestion
                        key={question.name}
                        question={question}
                        index={index}
                        answer={answers[question.name]}
                        missing={false}
                        onAnswer={(next) => setAnswers((before) => ({ ...before, [question.name]: next }))}
                    />
                ))}
                {unsaved && <Alert type="info" showIcon title={t("ui.leads.save_to_try")} />}
                {attempt.problem && (
                    <Alert type="warning" showIcon role="alert" title={problemText(attempt.problem)} />
                )}
                <div className="fc-needs-foot">
                    <Button type="primary" loading={attempt.running} disabled={unsaved} onClick={run}>
                        {t("leads.try_questionnaire")}
                    </Button>
                </div>
            </Card>
            {tried && (
                <>
                    <div className="fc-figures">
                        <div className="fc-figure">
                            <b>
                                <StateTag type="LeadGrade" value={tried.grade} large />
                            </b>
                            <span>{t("field.grade")}</span>
                        </div>
                        <div className="fc-figure">
                            <b>{tried.score}</b>
                            <span>{t("field.score")}</span>
                        </div>
                    </div>
                    <Proposals lead_id={0} proposals={tried.proposals} />
                </>
            )}
        </div>
    );
}
