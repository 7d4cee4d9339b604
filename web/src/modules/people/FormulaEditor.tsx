import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card, MoneyInput, useAction } from "@/kit";
import { type FormulaLine, figures, hasOwnTarget } from "./books";
import { isMoney } from "./figures";

interface FormulaEditorProps {
    start: FormulaLine[] | undefined;
    version: number | undefined;
    onDone: () => void;
}

const hundredths = new Set([
    "satisfaction",
    "order_rate",
    "test_drive_rate",
    "late_contact_share",
    "lost_lead_share",
]);

function FixedTarget({ line, onChange }: { line: FormulaLine; onChange: (value: number) => void }) {
    const { t } = useTranslation();
    if (line.source !== "fixed") return null;
    const label = t("field.fixed_target");
    if (isMoney(line.figure))
        return (
            <MoneyInput
                aria-label={label}
                value={line.fixed_target}
                onChange={(value) => onChange(value ?? 0)}
            />
        );
    // Shares are typed in percent and points in points; both are kept in hundredths.
    const scale = hundredths.has(line.figure) ? 100 : 1;
    return (
        <InputNumber
            aria-label={label}
            min={0}
            precision={scale === 1 ? 0 : 2}
            suffix={line.figure.endsWith("rate") || line.figure.endsWith("share") ? "%" : undefined}
            value={line.fixed_target / scale}
            onChange={(value) => onChange(Math.round((value ?? 0) * scale))}
        />
    );
}

/** The draft of a formula: figures, weights that sum to 100, caps, where the targets come from. */
export function FormulaEditor({ start, version, onDone }: FormulaEditorProps) {
    const { t } = useTranslation();
    const [lines, setLines] = useState<FormulaLine[]>(start ?? []);
    const save = useAction("people.save_formula_draft", { onDone });
    const change = (index: number, part: Partial<FormulaLine>) =>
        setLines((before) => before.map((line, at) => (at === index ? { ...line, ...part } : line)));
    const free = figures.filter((figure) => !lines.some((line) => line.figure === figure));
    const sum = lines.reduce((all, line) => all + line.weight, 0);
    const add = () =>
        setLines((before) => [
            ...before,
            {
                figure: free[0]!,
                weight: Math.max(1, 100 - sum),
                cap_percent: 120,
                source: hasOwnTarget(free[0]!) ? "own_target" : "fixed",
                fixed_target: 0,
            },
        ]);
    return (
        <Card
            title={t("BookState.draft")}
            extra={
                <span className={`fc-state ${sum === 100 ? "ok" : "late"}`}>
                    {t("ui.people.weights_sum")} {sum}%
                </span>
            }
        >
            <ul className="fc-rule-rows formula">
                {lines.map((line, index) => (
                    <li key={line.figure}>
                        <Select
                            aria-label={t("field.figure")}
                            value={line.figure}
                            options={[line.figure, ...free].map((value) => ({
                                value,
                                label: t(`Figure.${value}`),
                            }))}
                            onChange={(figure) =>
                                change(index, {
                                    figure,
                                    source: hasOwnTarget(figure) ? line.source : "fixed",
                                })
                            }
                        />
                        <InputNumber
                            aria-label={t("field.weight")}
                            prefix={t("field.weight")}
                            suffix="%"
                            min={1}
                            max={100}
                            precision={0}
                            value={line.weight}
                            onChange={(value) => change(index, { weight: value ?? 1 })}
                        />
                        <InputNumber
                            aria-label={t("field.cap_percent")}
                            prefix={t("field.cap_percent")}
                            suffix="%"
                            min={100}
                            max={300}
                            precision={0}
                            value={line.cap_percent}
                            onChange={(value) => change(index, { cap_percent: value ?? 100 })}
                        />
                        <Select
                            aria-label={t("field.source")}
                            value={line.source}
                            options={(["own_target", "fixed", "team_average"] as const)
                                .filter((value) => value !== "own_target" || hasOwnTarget(line.figure))
                                .map((value) => ({ value, label: t(`TargetSource.${value}`) }))}
                            onChange={(source) => change(index, { source })}
                        />
                        <FixedTarget
                            line={line}
                            onChange={(fixed_target) => change(index, { fixed_target })}
                        />
                        <Button
                            icon={<DeleteOutlined />}
                            aria-label={t("ui.people.remove_line")}
                            onClick={() => setLines((before) => before.filter((_, at) => at !== index))}
                        />
                    </li>
                ))}
            </ul>
            <div className="fc-rule-foot">
                <Button icon={<PlusOutlined />} onClick={add} disabled={free.length === 0}>
                    {t("ui.people.add_line")}
                </Button>
                <span />
                <Button onClick={onDone}>{t("ui.cancel")}</Button>
                <Button type="primary" loading={save.running} onClick={() => save.run({ lines, version })}>
                    {t("people.save_formula_draft")}
                </Button>
            </div>
        </Card>
    );
}
