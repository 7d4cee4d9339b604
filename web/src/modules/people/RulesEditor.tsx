import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown, InputNumber, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card, MoneyInput, useAction } from "@/kit";
import type { Book, Rule } from "./books";

interface RulesEditorProps {
    start: Book | undefined;
    version: number | undefined;
    models: { model_id: number; model_name: string }[];
    onDone: () => void;
}

const kinds: Rule["kind"][] = [
    "per_car",
    "model_bonus",
    "accessories_share",
    "services_share",
    "insurance_share",
    "insurance_commission_share",
    "loan_bonus",
    "quality_factor",
];

function Percent({ rule, onChange }: { rule: Rule; onChange: (basis_points: number) => void }) {
    const { t } = useTranslation();
    return (
        <InputNumber
            aria-label={t("field.basis_points")}
            min={0}
            max={200}
            precision={2}
            suffix="%"
            value={rule.basis_points / 100}
            onChange={(value) => onChange(Math.round((value ?? 0) * 100))}
        />
    );
}

function RuleFields(props: {
    rule: Rule;
    models: RulesEditorProps["models"];
    change: (part: Partial<Rule>) => void;
}) {
    const { t } = useTranslation();
    const { rule, models, change } = props;
    const amount = (
        <MoneyInput
            aria-label={t("field.amount")}
            value={rule.amount}
            onChange={(value) => change({ amount: value ?? 0 })}
        />
    );
    switch (rule.kind) {
        case "per_car":
            return (
                <>
                    <InputNumber
                        aria-label={t("field.rule_from")}
                        prefix={t("ui.people.from_car_short")}
                        min={1}
                        precision={0}
                        value={rule.from}
                        onChange={(value) => change({ from: value ?? 1 })}
                    />
                    {amount}
                </>
            );
        case "model_bonus":
            return (
                <>
                    <Select
                        aria-label={t("field.model_id")}
                        value={rule.model_id ?? undefined}
                        placeholder={t("field.model_id")}
                        options={models.map((one) => ({ value: one.model_id, label: one.model_name }))}
                        onChange={(model_id) => change({ model_id })}
                    />
                    {amount}
                </>
            );
        case "loan_bonus":
            return (
                <>
                    <span className="fc-soft">{t("ui.people.of_each_loan")}</span>
                    {amount}
                </>
            );
        case "quality_factor":
            return (
                <>
                    <InputNumber
                        aria-label={t("field.score_hundredths")}
                        prefix={t("ui.people.from_score_short")}
                        min={0}
                        max={300}
                        precision={2}
                        value={rule.from / 100}
                        onChange={(value) => change({ from: Math.round((value ?? 0) * 100) })}
                    />
                    <Percent rule={rule} onChange={(basis_points) => change({ basis_points })} />
                </>
            );
        default:
            return (
                <>
                    <span className="fc-soft">{t("ui.people.of_each_deal")}</span>
                    <Percent rule={rule} onChange={(basis_points) => change({ basis_points })} />
                </>
            );
    }
}

/** The draft of the commission rules: tiers, bonuses, shares, and the factor of quality. */
export function RulesEditor({ start, version, models, onDone }: RulesEditorProps) {
    const { t } = useTranslation();
    const [reach, setReach] = useState(start?.tier_reach ?? "every_car");
    const [rules, setRules] = useState<Rule[]>(start?.rules ?? []);
    const save = useAction("people.save_rules_draft", { onDone });
    const change = (index: number, part: Partial<Rule>) =>
        setRules((before) => before.map((rule, at) => (at === index ? { ...rule, ...part } : rule)));
    const add = (kind: Rule["kind"]) => {
        const same = rules.filter((rule) => rule.kind === kind);
        const from = kind === "per_car" ? Math.max(0, ...same.map((rule) => rule.from)) + 1 : 0;
        const added: Rule = { kind, from, amount: 0, basis_points: kind === "quality_factor" ? 10_000 : 0 };
        setRules((before) =>
            [...before, added].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
        );
    };
    return (
        <Card
            title={t("BookState.draft")}
            extra={
                <Segmented
                    size="small"
                    value={reach}
                    onChange={(value) => setReach(value)}
                    options={(["every_car", "cars_beyond"] as const).map((value) => ({
                        value,
                        label: t(`TierReach.${value}`),
                    }))}
                />
            }
        >
            <ul className="fc-rule-rows">
                {rules.map((rule, index) => (
                    <li key={index}>
                        <b>{t(`RuleKind.${rule.kind}`)}</b>
                        <RuleFields rule={rule} models={models} change={(part) => change(index, part)} />
                        <Button
                            icon={<DeleteOutlined />}
                            aria-label={t("ui.people.remove_line")}
                            onClick={() => setRules((before) => before.filter((_, at) => at !== index))}
                        />
                    </li>
                ))}
            </ul>
            <div className="fc-rule-foot">
                <Dropdown
                    menu={{
                        items: kinds.map((kind) => ({ key: kind, label: t(`RuleKind.${kind}`) })),
                        onClick: ({ key }) => add(key as Rule["kind"]),
                    }}
                >
                    <Button icon={<PlusOutlined />}>{t("ui.people.add_line")}</Button>
                </Dropdown>
                <span />
                <Button onClick={onDone}>{t("ui.cancel")}</Button>
                <Button
                    type="primary"
                    loading={save.running}
                    onClick={() => save.run({ tier_reach: reach, rules, version })}
                >
                    {t("people.save_rules_draft")}
                </Button>
            </div>
        </Card>
    );
}
