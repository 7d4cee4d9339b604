import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActionForm, Card, MoneyText, useAction, useView } from "@/kit";
import { allows, type DealLine, type DealRecord } from "./types";
import "./deals.css";

const sections = [
    { name: "car", kinds: ["car", "option", "discount"] },
    { name: "extras", kinds: ["accessory", "gift"] },
    {
        name: "passed_on",
        kinds: ["purchase_tax", "compulsory_insurance", "vehicle_tax", "insurance", "registration"],
    },
    { name: "fees", kinds: ["fee", "trade_in"] },
] as const;
/** What the state asks for is computed: adding it back takes no form. */
const computed = ["purchase_tax", "compulsory_insurance", "vehicle_tax"];
/** No fee without a sentence that says what it is for; the program refuses it. */
const explained = ["fee", "registration", "insurance"];
/** We fit it, so it costs us something. */
const fitted = ["accessory", "gift"];
const fixedLines = ["car", "discount"];

interface ModelOption {
    id: number;
    name: string;
    price: number;
    on_offer: boolean;
}

function AddLine({ deal, kinds }: { deal: DealRecord; kinds: readonly string[] }) {
    const { t } = useTranslation();
    const [kind, setKind] = useState<string>();
    const add = useAction("deals.add_line");
    const needs = kinds.includes("option");
    const model = useView("vehicles.model_record", { model_id: deal.model_id }, { enabled: needs });
    const offered = (model.data as { options: ModelOption[] } | undefined)?.options ?? [];
    const options = (needs ? offered : []).filter(
        (one) => one.on_offer && !deal.lines.some((line) => line.option_id === one.id),
    );
    const fixed = { deal_id: deal.id, version: deal.version };
    const items = [
        ...options.map((one) => ({
            key: `option ${one.id}`,
            label: (
                <span className="fc-menu-line">
                    {one.name} <MoneyText value={one.price} />
                </span>
            ),
        })),
        ...kinds
            .filter((one) => !fixedLines.includes(one) && one !== "option")
            .filter((one) => !(computed.includes(one) && deal.lines.some((line) => line.kind === one)))
            .map((one) => ({ key: one, label: t(`DealLineKind.${one}`) })),
    ];
    const press = (key: string) => {
        if (key.startsWith("option "))
            return add.run({
                ...fixed,
                kind: "option",
                option_id: Number(key.slice(7)),
                title: "",
                explanation: "",
                amount: 0,
            });
        if (computed.includes(key))
            return add.run({ ...fixed, kind: key, title: "", explanation: "", amount: 0 });
        setKind(key);
    };
    if (items.length === 0) return null;
    return (
        <>
            <Dropdown menu={{ items, onClick: ({ key }) => press(key) }} trigger={["click"]}>
                <Button size="small" type="text" icon={<PlusOutlined />} loading={add.running}>
                    {t("ui.deals.add")}
                </Button>
            </Dropdown>
            {kind && (
                <ActionForm
                    open
                    onClose={() => setKind(undefined)}
                    action="deals.add_line"
                    title={t("ui.deals.add_kind", { kind: t(`DealLineKind.${kind}`) })}
                    fixed={{ ...fixed, kind }}
                    only={["title", "amount", "explanation", ...(fitted.includes(kind) ? ["cost"] : [])]}
                    initial={{
                        title: ["insurance", "registration"].includes(kind) ? t(`DealLineKind.${kind}`) : "",
                    }}
                    labels={{
                        amount: t(
                            kind === "gift"
                                ? "field.worth"
                                : kind === "trade_in"
                                  ? "ui.deals.trade_in_price"
                                  : "field.amount",
                        ),
                    }}
                    help={{
                        explanation: t(
                            explained.includes(kind)
                                ? "ui.deals.explanation_must"
                                : "ui.deals.explanation_help",
                        ),
                    }}
                    toInput={(input) => ({
                        title: "",
                        explanation: "",
                        ...Object.fromEntries(Object.entries(input).filter(([, value]) => value != null)),
                    })}
                />
            )}
        </>
    );
}

function Line({ line, deal }: { line: DealLine; deal: DealRecord }) {
    const { t } = useTranslation();
    const remove = useAction("deals.remove_line");
    const mayRemove = allows(deal, "deals.remove_line") && !fixedLines.includes(line.kind);
    return (
        <tr>
            <td>
                {line.title}
                {line.explanation && <small>{line.explanation}</small>}
            </td>
            <td className="kind">{t(`DealLineKind.${line.kind}`)}</td>
            <td className="right">
                {line.kind === "gift" ? (
                    <>
                        <MoneyText value={line.amount} />
                        <small>
                            {t("field.worth")} <MoneyText value={line.worth} />
                        </small>
                    </>
                ) : (
                    <MoneyText value={line.amount} />
                )}
            </td>
            <td className="do">
                {mayRemove && (
                    <Button
                        size="small"
                        type="text"
                        icon={<CloseOutlined />}
                        aria-label={t("ui.deals.remove", { title: line.title })}
                        loading={remove.running}
                        onClick={() =>
                            remove.run({ deal_id: deal.id, version: deal.version, line_id: line.id })
                        }
                    />
                )}
            </td>
        </tr>
    );
}

/**
 * The purchase plan on one page: what the car costs, what comes with it, what goes to others, and the sum.
 */
export function Plan({ deal }: { deal: DealRecord }) {
    const { t } = useTranslation();
    const mayAdd = allows(deal, "deals.add_line");
    const sums: Record<string, number> = {
        car: deal.sums.car_price,
        extras: deal.sums.accessories,
        passed_on: deal.sums.passed_on,
        fees: deal.sums.fees - deal.sums.trade_in,
    };
    return (
        <Card title={t("ui.deals.plan")} flush>
            <table className="fc-plan">
                {sections.map((section) => {
                    const lines = deal.lines.filter((one) =>
                        (section.kinds as readonly string[]).includes(one.kind),
                    );
                    if (lines.length === 0 && !mayAdd) return null;
                    return (
                        <tbody key={section.name}>
                            <tr className="head">
                                <th colSpan={2}>
                                    {t(`ui.deals.section_${section.name}`)}
                                    {mayAdd && <AddLine deal={deal} kinds={section.kinds} />}
                                </th>
                                <th className="right">
                                    {lines.length > 1 && <MoneyText value={sums[section.name]} />}
                                </th>
                                <th />
                            </tr>
                            {lines.map((one) => (
                                <Line key={one.id} line={one} deal={deal} />
                            ))}
                            {lines.length === 0 && (
                                <tr>
                                    <td colSpan={4} className="fc-soft">
                                        {t("ui.deals.nothing_here")}
                                    </td>
                                </tr>
                            )}
                        </tbody>
                    );
                })}
                <tfoot>
                    <tr>
                        <td colSpan={2}>{t("ui.deals.pays_in_all")}</td>
                        <td className="right">
                            <MoneyText value={deal.sums.total} strong />
                        </td>
                        <td />
                    </tr>
                </tfoot>
            </table>
        </Card>
    );
}
