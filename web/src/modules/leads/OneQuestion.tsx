import { Input } from "antd";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "@/words/i18n";
import type { NeedsAnswer, Question } from "./types";

export interface QuestionProps {
    question: Question;
    index: number;
    answer: NeedsAnswer | undefined;
    missing: boolean;
    onAnswer: (answer: NeedsAnswer) => void;
}

/** A question with its answers as tiles, one or several of them, or a field for words. */
export function OneQuestion({ question, index, answer, missing, onAnswer }: QuestionProps) {
    const { t } = useTranslation();
    const language = currentLanguage();
    const chosen = answer?.choices ?? [];
    const press = (name: string) => {
        const choices =
            question.kind === "one"
                ? [name]
                : chosen.includes(name)
                  ? chosen.filter((one) => one !== name)
                  : [...chosen, name];
        onAnswer({ question: question.name, choices });
    };
    return (
        <fieldset
            className={missing ? "fc-question missing" : "fc-question"}
            id={`question_${question.name}`}
        >
            <legend>
                <span className="fc-question-number">{index + 1}</span>
                {question.text[language] || question.text.zh}
                {question.kind === "many" && <small>{t("ui.leads.several")}</small>}
                {!question.required && <small>{t("ui.form.optional")}</small>}
            </legend>
            {question.kind === "text" ? (
                <Input.TextArea
                    className="fc-grow"
                    rows={2}
                    value={answer?.text ?? ""}
                    aria-label={question.text[language]}
                    onChange={(event) =>
                        onAnswer({ question: question.name, choices: [], text: event.target.value })
                    }
                />
            ) : (
                <div className="fc-big-tiles">
                    {question.options.map((option) => (
                        <button
                            key={option.name}
                            type="button"
                            aria-pressed={chosen.includes(option.name)}
                            onClick={() => press(option.name)}
                        >
                            {option.text[language] || option.text.zh}
                        </button>
                    ))}
                </div>
            )}
            {missing && <p role="alert">{t("ui.leads.please_answer")}</p>}
        </fieldset>
    );
}
