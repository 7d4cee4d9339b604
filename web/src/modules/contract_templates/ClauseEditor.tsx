import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "@/words/i18n";
import { ClauseText } from "./ClauseText";
import type { Clause, TemplateValue } from "./types";

/** The values that may stand in a clause; pressing one puts it where the cursor is. */
function Values({ values, onInsert }: { values: TemplateValue[]; onInsert: (name: string) => void }) {
    const { t } = useTranslation();
    return (
        <div className="ct-values">
            <small>{t("ui.templates.values_note")}</small>
            <div>
                {values.map((one) => (
                    <Button
                        key={one.name}
                        size="small"
                        title={`${t("field.example")}: ${one.example}`}
                        // The cursor must stay where it is.
                        onMouseDown={(event) => event.preventDefault()}
                        onClick={() => onInsert(one.name)}
                    >
                        {one.title[currentLanguage()]}
                        {one.always && <i title={t("field.always")}>*</i>}
                    </Button>
                ))}
            </div>
        </div>
    );
}

/** One clause open for change: its words, the values in it, its translation. */
function OpenClause({
    one,
    values,
    set,
}: {
    one: Clause;
    values: TemplateValue[];
    set: (change: Partial<Clause>) => void;
}) {
    const { t } = useTranslation();
    const cursor = useRef<number>(undefined);
    const insert = (name: string) => {
        const mark = `{{${name}}}`;
        const at = cursor.current ?? one.text.length;
        cursor.current = at + mark.length;
        set({ text: one.text.slice(0, at) + mark + one.text.slice(at) });
    };
    const remember = (event: React.SyntheticEvent<HTMLTextAreaElement>) => {
        cursor.current = event.currentTarget.selectionStart;
    };
    return (
        <div className="ct-open">
            <Input
                aria-label={t("field.clause_title")}
                placeholder={t("field.clause_title")}
                value={one.title}
                onChange={(event) => set({ title: event.target.value })}
            />
            <Input.TextArea
                aria-label={t("ui.templates.text")}
                autoSize={{ minRows: 3 }}
                value={one.text}
                onSelect={remember}
                onChange={(event) => {
                    remember(event);
                    set({ text: event.target.value });
                }}
            />
            <Values values={values} onInsert={insert} />
            <Checkbox
                checked={one.conspicuous ?? false}
                onChange={(event) => set({ conspicuous: event.target.checked })}
            >
                {t("ui.templates.conspicuous")}
            </Checkbox>
            <div className="ct-translation">
                <small>
                    {t("ui.templates.english")} · {t("ui.templates.english_note")}
                </small>
                <Input
                    aria-label={t("field.title_en")}
                    placeholder={t("field.title_en")}
                    value={one.title_en ?? ""}
                    onChange={(event) => set({ title_en: event.target.value || null })}
                />
                <Input.TextArea
                    aria-label={t("field.text_en")}
                    placeholder={t("field.text_en")}
                    autoSize={{ minRows: 2 }}
                    value={one.text_en ?? ""}
                    onChange={(event) => set({ text_en: event.target.value || null })}
                />
            </div>
        </div>
    );
}

/** A name for a new clause that no other has. */
export function freshClauseName(clauses: Clause[]): string {
    const names = new Set(clauses.map((one) => one.name));
    let n = clauses.length + 1;
    while (names.has(`clause_${n}`)) n += 1;
    return `clause_${n}`;
}

/** The clauses of a draft: read in their order, opened one at a time. */
export function ClauseEditor({
    clauses,
    values,
    onChange,
}: {
    clauses: Clause[];
    values: TemplateValue[];
    onChange: (clauses: Clause[]) => void;
}) {
    const { t } = useTranslation();
    const [opened, setOpened] = useState<string>();
    const moved = (from: number, by: number) => {
        const next = [...clauses];
        const [one] = next.splice(from, 1);
        next.splice(from + by, 0, one!);
        onChange(next);
    };
    return (
        <ol className="ct-clauses ct-edit">
            {clauses.map((one, index) => (
                <li key={one.name} className={one.conspicuous ? "conspicuous" : undefined}>
                    <div className="ct-head">
                        <h3>{one.title || t("field.clause")}</h3>
                        <span>
                            <Button
                                type="text"
                                size="small"
                                aria-expanded={opened === one.name}
                                onClick={() => setOpened(opened === one.name ? undefined : one.name)}
                            >
                                {t(opened === one.name ? "ui.standards.less" : "ui.templates.edit")}
                            </Button>
                            <Button
                                type="text"
                                size="small"
                                aria-label={`${t("ui.standards.up")} ${one.title}`}
                                icon={<ArrowUpOutlined />}
                                disabled={index === 0}
                                onClick={() => moved(index, -1)}
                            />
                            <Button
                                type="text"
                                size="small"
                                aria-label={`${t("ui.standards.down")} ${one.title}`}
                                icon={<ArrowDownOutlined />}
                                disabled={index === clauses.length - 1}
                                onClick={() => moved(index, 1)}
                            />
                            <Button
                                type="text"
                                size="small"
                                danger
                                aria-label={`${t("ui.templates.remove")} ${one.title}`}
                                icon={<DeleteOutlined />}
                                onClick={() => onChange(clauses.filter((_, at) => at !== index))}
                            />
                        </span>
                    </div>
                    {opened === one.name ? (
                        <OpenClause
                            one={one}
                            values={values}
                            set={(change) =>
                                onChange(
                                    clauses.map((other, at) =>
                                        at === index ? { ...other, ...change } : other,
                                    ),
                                )
                            }
                        />
                    ) : (
                        <>
                            <ClauseText text={one.text} values={values} examples={false} />
                            {one.text_en && (
                                <div className="ct-english" lang="en">
                                    {one.title_en && <b>{one.title_en}</b>}
                                    <ClauseText text={one.text_en} values={values} examples={false} />
                                </div>
                            )}
                        </>
                    )}
                </li>
            ))}
            <li className="ct-add">
                <Button
                    block
                    type="dashed"
                    onClick={() => {
                        const name = freshClauseName(clauses);
                        setOpened(name);
                        onChange([...clauses, { name, title: "", text: "", conspicuous: false }]);
                    }}
                >
                    {t("ui.templates.add")}
                </Button>
            </li>
        </ol>
    );
}
