import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Alert, Button, Checkbox, Input, InputNumber, Select, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import {
    ActionButton,
    Card,
    EmptyState,
    InstantText,
    Labelled,
    problemText,
    StateTag,
    useAction,
    useView,
} from "@/kit";
import { currentLanguage } from "@/words/i18n";
import { Preview } from "./Preview";
import type { Question, Questionnaire, QuestionOption } from "./types";
import "./designer.css";

interface Version {
    id: number;
    number: number;
    state: string;
    reason: string;
    changed_at: string;
    changed_by: string;
    published_at?: string | null;
    published_by?: string | null;
    version: number;
}
interface Desk {
    number_in_force: number;
    in_force: Questionnaire;
    draft?: Version | null;
    draft_body: Questionnaire;
    versions: Version[];
}

const grades = ["H", "A", "B", "C"];
const kinds = ["one", "many", "text"];

/** A name for a new question or answer that no other has. */
function freshName(stem: string, taken: string[]): string {
    let n = taken.length + 1;
    while (taken.includes(`${stem}_${n}`)) n += 1;
    return `${stem}_${n}`;
}

interface OptionRowProps {
    option: QuestionOption;
    onChange: (option: QuestionOption) => void;
    onRemove: () => void;
}

function OptionRow({ option, onChange, onRemove }: OptionRowProps) {
    const { t } = useTranslation();
    return (
        <li className="qd-option">
            <Input
                value={option.text.zh}
                aria-label={t("ui.leads.answer_zh")}
                placeholder={t("ui.leads.answer_zh")}
                onChange={(event) =>
                    onChange({ ...option, text: { ...option.text, zh: event.target.value } })
                }
            />
            <Input
                value={option.text.en}
                aria-label={t("ui.leads.answer_en")}
                placeholder={t("ui.leads.answer_en")}
                onChange={(event) =>
                    onChange({ ...option, text: { ...option.text, en: event.target.value } })
                }
            />
            <InputNumber
                value={option.points}
                min={0}
                max={100}
                aria-label={t("field.points")}
                suffix={t("ui.leads.points")}
                onChange={(points) => onChange({ ...option, points: points ?? 0 })}
            />
            <Select
                value={option.grade ?? ""}
                aria-label={t("ui.leads.window_grade")}
                options={[
                    { value: "", label: t("ui.leads.no_grade") },
                    ...grades.map((grade) => ({ value: grade, label: t(`LeadGrade.${grade}`) })),
                ]}
                onChange={(grade) => onChange({ ...option, grade: grade || null })}
            />
            <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t("ui.leads.remove")}
                onClick={onRemove}
            />
        </li>
    );
}

interface QuestionCardProps {
    question: Question;
    index: number;
    last: boolean;
    onChange: (question: Question) => void;
    onMove: (by: -1 | 1) => void;
    onRemove: () => void;
}

function QuestionCard({ question, index, last, onChange, onMove, onRemove }: QuestionCardProps) {
    const { t } = useTranslation();
    const setOption = (at: number, option: QuestionOption) =>
        onChange({ ...question, options: question.options.map((one, i) => (i === at ? option : one)) });
    return (
        <section className="qd-question">
            <header>
                <span className="fc-question-number">{index + 1}</span>
                <Select
                    value={question.kind}
                    aria-label={t("field.kind")}
                    options={kinds.map((kind) => ({ value: kind, label: t(`QuestionKind.${kind}`) }))}
                    onChange={(kind) =>
                        onChange({
                            ...question,
                            kind: kind as Question["kind"],
                            options: kind === "text" ? [] : question.options,
                        })
                    }
                />
                <Checkbox
                    checked={question.required}
                    onChange={(event) => onChange({ ...question, required: event.target.checked })}
                >
                    {t("ui.leads.required")}
                </Checkbox>
                <span className="qd-tools">
                    <Button
                        type="text"
                        icon={<ArrowUpOutlined />}
                        aria-label={t("ui.leads.up")}
                        disabled={index === 0}
                        onClick={() => onMove(-1)}
                    />
                    <Button
                        type="text"
                        icon={<ArrowDownOutlined />}
                        aria-label={t("ui.leads.down")}
                        disabled={last}
                        onClick={() => onMove(1)}
                    />
                    <Button
                        type="text"
                        danger
                        icon={<DeleteOutlined />}
                        aria-label={t("ui.leads.remove")}
                        onClick={onRemove}
                    />
                </span>
            </header>
            <div className="qd-words">
                <Input
                    value={question.text.zh}
                    aria-label={t("ui.leads.question_zh")}
                    placeholder={t("ui.leads.question_zh")}
                    onChange={(event) =>
                        onChange({ ...question, text: { ...question.text, zh: event.target.value } })
                    }
                />
                <Input
                    value={question.text.en}
                    aria-label={t("ui.leads.question_en")}
                    placeholder={t("ui.leads.question_en")}
                    onChange={(event) =>
                        onChange({ ...question, text: { ...question.text, en: event.target.value } })
                    }
                />
            </div>
            {question.kind !== "text" && (
                <>
                    <ul>
                        {question.options.map((option, at) => (
                            <OptionRow
                                key={option.name}
                                option={option}
                                onChange={(next) => setOption(at, next)}
                                onRemove={() =>
                                    onChange({
                                        ...question,
                                        options: question.options.filter((_, i) => i !== at),
                                    })
                                }
                            />
                        ))}
                    </ul>
                    <Button
                        size="small"
                        icon={<PlusOutlined />}
                        onClick={() =>
                            onChange({
                                ...question,
                                options: [
                                    ...question.options,
                                    {
                                        name: freshName(
                                            "answer",
                                            question.options.map((one) => one.name),
                                        ),
                                        text: { zh: "", en: "" },
                                        points: 0,
                                    },
                                ],
                            })
                        }
                    >
                        {t("ui.leads.add_answer")}
                    </Button>
                </>
            )}
        </section>
    );
}

function Rules({ body, onChange }: { body: Questionnaire; onChange: (body: Questionnaire) => void }) {
    const { t } = useTranslation();
    const number = (label: string, value: number, put: (value: number) => void) => (
        <Labelled label={label}>
            {(id) => (
                <InputNumber id={id} min={0} max={101} value={value} onChange={(next) => put(next ?? 0)} />
            )}
        </Labelled>
    );
    return (
        <Card title={t("ui.leads.grading_rules")}>
            <div className="qd-numbers">
                {number(t("field.raise_from_score"), body.raise_from_score, (raise_from_score) =>
                    onChange({ ...body, raise_from_score }),
                )}
                {number(t("field.lower_below_score"), body.lower_below_score, (lower_below_score) =>
                    onChange({ ...body, lower_below_score }),
                )}
                {(["ungraded", "H", "A", "B", "C"] as const).map((grade) => (
                    <span key={grade}>
                        {number(
                            t("ui.leads.days_of", { grade: t(`LeadGrade.${grade}`) }),
                            body.next_contact_days[grade],
                            (days) =>
                                onChange({
                                    ...body,
                                    next_contact_days: { ...body.next_contact_days, [grade]: days },
                                }),
                        )}
                    </span>
                ))}
            </div>
        </Card>
    );
}

function Editor({ draft, start }: { draft: Version; start: Questionnaire }) {
    const { t } = useTranslation();
    const [body, setBody] = useState(start);
    const [changed, setChanged] = useState(false);
    const [preview, setPreview] = useState(false);
    useEffect(() => {
        if (!changed) setBody(start);
    }, [start, changed]);
    const save = useAction("leads.save_questionnaire", { showProblem: false });
    const edit = (next: Questionnaire) => {
        setBody(next);
        setChanged(true);
    };
    const set = (at: number, question: Question) =>
        edit({ ...body, questions: body.questions.map((one, i) => (i === at ? question : one)) });
    const move = (at: number, by: -1 | 1) => {
        const questions = [...body.questions];
        const [taken] = questions.splice(at, 1);
        questions.splice(at + by, 0, taken!);
        edit({ ...body, questions });
    };
    const send = async () => {
        const { title, next_contact_days, raise_from_score, lower_below_score, questions } = body;
        const done = await save.run({
            questionnaire_draft_id: draft.id,
            version: draft.version,
            title,
            next_contact_days,
            raise_from_score,
            lower_below_score,
            questions,
        });
        if (done) setChanged(false);
    };
    return (
        <>
            <div className="qd-bar">
                <b>{t("ui.leads.draft_number", { n: draft.number })}</b>
                <span className="fc-soft">
                    {draft.changed_by} <InstantText value={draft.changed_at} mode="clock" />
                </span>
                <span className="fc-page-actions">
                    <Button onClick={() => setPreview(!preview)}>
                        {t(preview ? "ui.leads.back_to_edit" : "ui.leads.preview")}
                    </Button>
                    <ActionButton
                        action="leads.discard_questionnaire"
                        danger
                        fixed={{ questionnaire_draft_id: draft.id, version: draft.version }}
                        confirm={t("ui.leads.discard_sure")}
                    />
                    <Button
                        type={changed ? "primary" : "default"}
                        loading={save.running}
                        disabled={!changed}
                        onClick={send}
                    >
                        {t("leads.save_questionnaire")}
                    </Button>
                    <ActionButton
                        action="leads.publish_questionnaire"
                        strong={!changed}
                        refusedBecause={changed ? t("ui.leads.save_first") : undefined}
                        fixed={{ questionnaire_draft_id: draft.id, version: draft.version }}
                    />
                </span>
            </div>
            {save.problem && <Alert type="warning" showIcon role="alert" title={problemText(save.problem)} />}
            {preview ? (
                <Preview draft_id={draft.id} questionnaire={body} unsaved={changed} />
            ) : (
                <>
                    <Rules body={body} onChange={edit} />
                    <div className="qd-list">
                        {body.questions.map((question, at) => (
                            <QuestionCard
                                key={question.name}
                                question={question}
                                index={at}
                                last={at === body.questions.length - 1}
                                onChange={(next) => set(at, next)}
                                onMove={(by) => move(at, by)}
                                onRemove={() =>
                                    edit({ ...body, questions: body.questions.filter((_, i) => i !== at) })
                                }
                            />
                        ))}
                        <Button
                            icon={<PlusOutlined />}
                            onClick={() =>
                                edit({
                                    ...body,
                                    questions: [
                                        ...body.questions,
                                        {
                                            name: freshName(
                                                "question",
                                                body.questions.map((one) => one.name),
                                            ),
                                            kind: "one",
                                            required: false,
                                            text: { zh: "", en: "" },
                                            options: [],
                                        },
                                    ],
                                })
                            }
                        >
                            {t("ui.leads.add_question")}
                        </Button>
                    </div>
                </>
            )}
        </>
    );
}

/** The needs questionnaire: what is in force, the draft being made, and every version there was. */
export default function Designer() {
    const { t } = useTranslation();
    const { data } = useView("leads.questionnaire_desk", {});
    const desk = data as unknown as Desk | undefined;
    if (!desk) return <Skeleton active className="fc-page" />;
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("view.leads.questionnaire_desk")}</h1>
                <span className="fc-total">
                    {desk.number_in_force === 0
                        ? t("ui.leads.shipped_in_force")
                        : t("ui.leads.number_in_force", { n: desk.number_in_force })}
                </span>
                {!desk.draft && (
                    <div className="fc-page-actions">
                        <ActionButton action="leads.start_questionnaire" strong only={[]} />
                    </div>
                )}
            </header>
            {desk.draft ? (
                <Editor draft={desk.draft} start={desk.draft_body} />
            ) : (
                <Card title={desk.in_force.title[currentLanguage()] || desk.in_force.title.zh} flush>
                    <ol className="qd-read">
                        {desk.in_force.questions.map((question) => (
                            <li key={question.name}>
                                <b>{question.text[currentLanguage()] || question.text.zh}</b>
                                <small>{t(`QuestionKind.${question.kind}`)}</small>
                                <span>
                                    {question.options
                                        .map((one) => one.text[currentLanguage()] || one.text.zh)
                                        .join(" · ")}
                                </span>
                            </li>
                        ))}
                    </ol>
                </Card>
            )}
            <Card title={t("field.versions")} count={desk.versions.length} flush className="qd-versions">
                {desk.versions.length === 0 ? (
                    <EmptyState small title={t("ui.leads.no_versions")} />
                ) : (
                    <ul className="fc-tasks">
                        {desk.versions.map((one) => (
                            <li key={one.id} className="fc-task">
                                <span className="fc-task-text">
                                    <span>{t("ui.leads.version_number", { n: one.number })}</span>
                                    <small>
                                        {one.reason || "—"} · {one.published_by ?? one.changed_by}{" "}
                                        <InstantText
                                            value={one.published_at ?? one.changed_at}
                                            mode="clock"
                                        />
                                    </small>
                                </span>
                                {one.number === desk.number_in_force && (
                                    <span className="fc-state ok">{t("field.in_force")}</span>
                                )}
                                <StateTag type="QuestionnaireState" value={one.state} />
                            </li>
                        ))}
                    </ul>
                )}
            </Card>
        </div>
    );
}
