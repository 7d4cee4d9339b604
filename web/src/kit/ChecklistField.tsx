import "@/styles/work.css";
import { Button, Input, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { quantityText } from "@/words/format";
import { currentLanguage } from "@/words/i18n";
import { QuantityInput } from "./fields/amounts";
import { PhotoField } from "./PhotoField";
import { ProblemView } from "./ProblemView";
import { useView } from "./useView";

export interface ItemAnswer {
    item: string;
    verdict: "ok" | "fault" | "not_applicable";
    note: string;
    photos: string[];
    /** In thousandths of the item's unit. */
    measured?: number | null;
}

export interface MeasureRule {
    unit: string;
    lower?: number | null;
    upper?: number | null;
}

/** "1.6 – 9 mm", "≥ 1.6 mm", or the unit alone. */
export function measureWords(rule: MeasureRule): string {
    const { unit } = rule;
    const lower = rule.lower ?? undefined;
    const upper = rule.upper ?? undefined;
    if (lower !== undefined && upper !== undefined)
        return `${quantityText(lower)} – ${quantityText(upper)} ${unit}`;
    if (lower !== undefined) return `≥ ${quantityText(lower)} ${unit}`;
    return upper !== undefined ? `≤ ${quantityText(upper)} ${unit}` : unit;
}

export function isWithin(rule: MeasureRule, measured: number): boolean {
    return measured >= (rule.lower ?? measured) && measured <= (rule.upper ?? measured);
}

interface Item {
    name: string;
    text: { zh: string; en: string };
    photo: "never" | "optional" | "required";
    measure?: MeasureRule | null;
}

export interface ChecklistFieldProps {
    /** The checklist's name: "pre_delivery_inspection". */
    checklist: string;
    /** When the record began whose list this is: it keeps the version of that time. */
    beganAt?: string;
    value?: ItemAnswer[];
    onChange?: (answers: ItemAnswer[]) => void;
    /** What may be answered, each with the key of its word; default: good, faulty or not there. */
    verdicts?: Partial<Record<ItemAnswer["verdict"], string>>;
}

const lookedAt = { ok: "Verdict.ok", fault: "Verdict.fault", not_applicable: "Verdict.not_applicable" };

/** A checklist to fill in: each item in one press, a note and photos where something is wrong. */
export function ChecklistField({
    checklist,
    beganAt,
    value,
    onChange,
    verdicts = lookedAt,
}: ChecklistFieldProps) {
    const { t } = useTranslation();
    const { data, error, refetch } = useView("checklists.definition", {
        name: checklist,
        began_at: beganAt,
    });
    if (error) return <ProblemView problem={error} onRetry={() => refetch()} />;
    if (!data) return <Skeleton active title={false} paragraph={{ rows: 6 }} />;
    const items = (data as unknown as { items: Item[] }).items;
    const answers = value ?? [];
    const find = (name: string) => answers.find((one) => one.item === name);
    const set = (name: string, change: Partial<ItemAnswer>) => {
        const before = find(name) ?? { item: name, verdict: "ok", note: "", photos: [] };
        const next = { ...before, ...change };
        onChange?.(items.flatMap((item) => (item.name === name ? next : (find(item.name) ?? []))));
    };
    const done = items.filter((item) => find(item.name)).length;
    const offered = Object.entries(verdicts) as [ItemAnswer["verdict"], string][];
    const measure = (item: Item, measured: number | undefined) => {
        const before = find(item.name);
        if (measured === undefined) return before && set(item.name, { measured: null });
        // What lies beyond the limits is a fault, whatever anybody thinks of it.
        const good = isWithin(item.measure!, measured);
        set(item.name, { measured, verdict: good ? (before?.verdict ?? "ok") : "fault" });
    };
    const allOk = () =>
        onChange?.(
            items.flatMap(
                (item) =>
                    find(item.name) ??
                    (item.measure ? [] : { item: item.name, verdict: "ok", note: "", photos: [] }),
            ),
        );
    return (
        <div className="fc-check">
            <div className="fc-check-head">
                <span className={done === items.length ? "fc-yes" : "fc-soft"}>
                    {t("ui.checklist.done", { done, all: items.length })}
                </span>
                <Button size="small" onClick={allOk} disabled={done === items.length}>
                    {t("ui.checklist.rest", { word: t(verdicts.ok ?? lookedAt.ok) })}
                </Button>
            </div>
            <ol>
                {items.map((item) => {
                    const answer = find(item.name);
                    const text = item.text[currentLanguage()] || item.text.zh;
                    const more = answer?.verdict === "fault" || (answer && item.photo === "required");
                    return (
                        <li key={item.name} className={answer?.verdict}>
                            <div className="fc-check-line">
                                <span>
                                    {text}
                                    {item.measure && (
                                        <small className="fc-check-limits">
                                            {measureWords(item.measure)}
                                        </small>
                                    )}
                                </span>
                                {item.measure && (
                                    <span className="fc-check-measure">
                                        <QuantityInput
                                            aria-label={`${text}: ${t("ui.checklist.measured")}`}
                                            placeholder={t("ui.checklist.measured")}
                                            suffix={item.measure.unit}
                                            value={answer?.measured}
                                            onChange={(measured) => measure(item, measured)}
                                        />
                                    </span>
                                )}
                                <span className="fc-check-verdicts" role="group" aria-label={text}>
                                    {offered.map(([verdict, word]) => (
                                        <button
                                            key={verdict}
                                            type="button"
                                            className={verdict}
                                            aria-pressed={answer?.verdict === verdict}
                                            onClick={() => set(item.name, { verdict })}
                                        >
                                            {t(word)}
                                        </button>
                                    ))}
                                </span>
                            </div>
                            {more && (
                                <div className="fc-check-more">
                                    {answer.verdict === "fault" && (
                                        <Input
                                            value={answer.note}
                                            placeholder={t("ui.checklist.note")}
                                            aria-label={`${text}: ${t("ui.checklist.note")}`}
                                            onChange={(event) => set(item.name, { note: event.target.value })}
                                        />
                                    )}
                                    {item.photo !== "never" && (
                                        <PhotoField
                                            multiple
                                            value={answer.photos}
                                            onChange={(photos: string[]) => set(item.name, { photos })}
                                        />
                                    )}
                                </div>
                            )}
                        </li>
                    );
                })}
            </ol>
        </div>
    );
}
