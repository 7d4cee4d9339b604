import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problem";
import { Choice, Labelled, problemText, useEnumOptions } from "@/kit";
import "./consultation.css";

export interface ArticleValues {
    title: string;
    body: string;
    asked_as: string;
    topic: string;
}

const topics = ["new_car", "test_drive", "price", "finance", "service", "parts", "used_car", "other"];

export interface ArticleFormProps {
    start: ArticleValues;
    running: boolean;
    problem: Problem | null;
    onSave: (values: ArticleValues) => void;
    onCancel?: () => void;
}

/** Title, other ways to ask, and the text: what the assistant finds an article by. */
export function ArticleForm({ start, running, problem, onSave, onCancel }: ArticleFormProps) {
    const { t } = useTranslation();
    const [values, setValues] = useState(start);
    const put = (change: Partial<ArticleValues>) => setValues((before) => ({ ...before, ...change }));
    const options = useEnumOptions("Topic", topics);
    return (
        <form
            className="cn-form"
            onSubmit={(event) => {
                event.preventDefault();
                onSave(values);
            }}
        >
            {problem && <Alert type="warning" showIcon role="alert" title={problemText(problem)} />}
            <Labelled label={t("field.title")}>
                {(id) => (
                    <Input
                        id={id}
                        value={values.title}
                        onChange={(event) => put({ title: event.target.value })}
                    />
                )}
            </Labelled>
            <Labelled label={t("field.topic")}>
                {(id) => (
                    <Choice
                        id={id}
                        options={options}
                        value={values.topic}
                        onChange={(topic) => put({ topic: String(topic) })}
                    />
                )}
            </Labelled>
            <Labelled label={t("ui.consultation.asked_as")}>
                {(id) => (
                    <Input.TextArea
                        id={id}
                        autoSize={{ minRows: 2 }}
                        value={values.asked_as}
                        onChange={(event) => put({ asked_as: event.target.value })}
                    />
                )}
            </Labelled>
            <Labelled label={t("ui.consultation.body")}>
                {(id) => (
                    <Input.TextArea
                        id={id}
                        autoSize={{ minRows: 8 }}
                        value={values.body}
                        onChange={(event) => put({ body: event.target.value })}
                    />
                )}
            </Labelled>
            <div className="cn-form-foot">
                {onCancel && <Button onClick={onCancel}>{t("ui.cancel")}</Button>}
                <Button
                    type="primary"
                    htmlType="submit"
                    loading={running}
                    disabled={!values.title.trim() || !values.body.trim()}
                >
                    {t("ui.consultation.save_draft")}
                </Button>
            </div>
        </form>
    );
}
