import { CloseOutlined } from "@ant-design/icons";
import { Segmented, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { findView } from "@/api/contract";
import { Card, DataTable, EmptyState, InstantText, ListPage, ProblemView, useView } from "@/kit";
import { dateText } from "@/words/format";
import { lastThirtyDays, PeriodInput } from "./Period";
import "./funnel.css";

const steps = ["came", "kept", "drove", "quoted", "ordered"] as const;
type Step = (typeof steps)[number];
type Counts = Record<Step, number>;
interface Bar extends Counts {
    key: string;
    label: string;
}
interface FunnelAnswer {
    from_date: string;
    to_date: string;
    total: Bar;
    bars: Bar[];
}

const groups = ["consultant", "model", "channel", "day"] as const;
type Group = (typeof groups)[number];
/** The parameter by which a group's cases are asked for. */
const filterOf: Record<Group, string | undefined> = {
    consultant: "consultant_id",
    model: "model_id",
    channel: "channel",
    day: undefined,
};

function share(part: number, whole: number): string {
    return whole === 0 ? "—" : `${Math.round((part * 100) / whole)}%`;
}

/**
 * The whole store in five steps: how many reached each. A quote needs no test drive, so a step may hold more
 * than the one before.
 */
function Steps({
    total,
    chosen,
    onChoose,
}: {
    total: Counts;
    chosen?: Step;
    onChoose: (step: Step) => void;
}) {
    const { t } = useTranslation();
    return (
        <ol className="fn-steps">
            {steps.map((step, index) => {
                const before = index > 0 ? total[steps[index - 1]!] : 0;
                const width = total.came > 0 ? Math.max(6, (total[step] * 100) / total.came) : 0;
                return (
                    <li key={step}>
                        <button type="button" aria-pressed={chosen === step} onClick={() => onChoose(step)}>
                            <span className="fn-step-name">{t(`ui.leads.step.${step}`)}</span>
                            <span className="fn-step-track">
                                <span className={`fn-step-fill s${index}`} style={{ width: `${width}%` }} />
                            </span>
                            <b>{total[step]}</b>
                            <small>
                                {index === 0
                                    ? t("ui.leads.step_all")
                                    : before > 0 && total[step] <= before
                                      ? t("ui.leads.step_share", {
                                            of_before: share(total[step], before),
                                            of_all: share(total[step], total.came),
                                        })
                                      : t("ui.leads.step_of_all", {
                                            of_all: share(total[step], total.came),
                                        })}
                            </small>
                        </button>
                    </li>
                );
            })}
        </ol>
    );
}

interface RowsProps {
    bars: Bar[];
    name: (bar: Bar) => string;
    chosen?: { key: string; step: Step };
    onChoose: (key: string, step: Step) => void;
}

/** One line for each group; every bar can be pressed and shows its cases. */
function Rows({ bars, name, chosen, onChoose }: RowsProps) {
    const { t } = useTranslation();
    const most = Math.max(1, ...bars.map((one) => one.came));
    return (
        <table className="fn-rows" aria-label={t("view.leads.funnel")}>
            <thead>
                <tr className="head">
                    <th scope="col">{t("ui.leads.group")}</th>
                    {steps.map((step) => (
                        <th key={step} scope="col">
                            {t(`ui.leads.step.${step}`)}
                        </th>
                    ))}
                    <th scope="col">{t("ui.leads.closing_rate")}</th>
                </tr>
            </thead>
            <tbody>
                {bars.map((bar) => (
                    <tr key={bar.key}>
                        <th scope="row">{name(bar)}</th>
                        {steps.map((step, index) => (
                            <td key={step}>
                                <button
                                    type="button"
                                    disabled={bar[step] === 0}
                                    aria-pressed={chosen?.key === bar.key && chosen.step === step}
                                    aria-label={`${name(bar)} ${t(`ui.leads.step.${step}`)} ${bar[step]}`}
                                    onClick={() => onChoose(bar.key, step)}
                                >
                                    <span
                                        className={`fn-bar s${index}`}
                                        style={{ width: `${(bar[step] * 100) / most}%` }}
                                    />
                                    <b>{bar[step]}</b>
                                    <small>{index > 0 ? share(bar[step], bar.came) : ""}</small>
                                </button>
                            </td>
                        ))}
                        <td className="fn-rate">{share(bar.ordered, bar.came)}</td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}

function campaignFields() {
    return findView("leads.campaigns")?.fields.find((one) => one.name === "rows")?.item?.fields ?? [];
}

/** What each campaign of the last year brought; its leads one press away. */
function CampaignTable() {
    const { t } = useTranslation();
    const rows = useView("leads.campaigns", {}).data?.rows ?? [];
    if (rows.length === 0) return null;
    return (
        <Card title={t("view.leads.campaigns")} count={rows.length} flush>
            <DataTable
                label={t("view.leads.campaigns")}
                view="leads.campaigns"
                rows={rows}
                rowKey={(one) => one.campaign}
                rowLink={(one) => `/leads?who=all&campaign=${encodeURIComponent(one.campaign)}`}
                fields={campaignFields()}
                columns={[
                    "campaign",
                    "leads",
                    "open",
                    "won",
                    "lost",
                    {
                        field: "share",
                        title: t("ui.leads.won_share"),
                        align: "right",
                        show: (one) => `${Math.round((100 * one.won) / one.leads)} %`,
                    },
                    "last_at",
                ]}
            />
        </Card>
    );
}

/** From the door to the order, by consultant, model, channel or day, down to the cases behind every bar. */
export default function Funnel() {
    const { t } = useTranslation();
    const [search, setSearch] = useSearchParams();
    const usual = lastThirtyDays();
    const span = {
        from_date: search.get("from_date") ?? usual.from_date,
        to_date: search.get("to_date") ?? usual.to_date,
    };
    const by = (search.get("by") as Group | null) ?? "consultant";
    const step = search.get("step") as Step | null;
    const key = search.get("key");
    const put = (change: Record<string, string | undefined>) =>
        setSearch(
            (before) => {
                const next = new URLSearchParams(before);
                for (const [name, value] of Object.entries(change)) {
                    if (value === undefined) next.delete(name);
                    else next.set(name, value);
                }
                return next;
            },
            { replace: true },
        );
    const view = useView("leads.funnel", { ...span, by }, { also: ["reception", "deals", "showroom"] });
    const data = view.data as unknown as FunnelAnswer | undefined;
    if (view.error) return <ProblemView problem={view.error} onRetry={() => view.refetch()} />;
    const name = (bar: Bar) => {
        if (by === "channel") return t(`FunnelChannel.${bar.key}`);
        if (by === "day") return dateText(bar.key);
        return bar.label || t(by === "model" ? "ui.leads.no_model" : "ui.leads.nobody");
    };
    const chosenBar = data?.bars.find((one) => one.key === key);
    const filter = filterOf[by];
    const cases = {
        ...(by === "day" && key ? { from_date: key, to_date: key } : span),
        ...(filter && key ? { [filter]: key } : {}),
        ...(step && step !== "came" ? { [step]: true } : {}),
    };
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("view.leads.funnel")}</h1>
                <PeriodInput value={span} onChange={(next) => put({ ...next, key: undefined })} />
                <Segmented
                    value={by}
                    onChange={(next) => put({ by: next, key: undefined, step: undefined })}
                    options={groups.map((one) => ({ value: one, label: t(`FunnelBy.${one}`) }))}
                />
            </header>
            {!data ? (
                <Skeleton active />
            ) : data.total.came === 0 ? (
                <EmptyState title={t("ui.leads.funnel_empty")} text={t("ui.leads.funnel_empty_text")} />
            ) : (
                <>
                    <Card title={t("ui.leads.whole_store")} flush>
                        <Steps
                            total={data.total}
                            chosen={!key && step ? step : undefined}
                            onChoose={(next) => put({ step: next, key: undefined })}
                        />
                    </Card>
                    <Card title={t(`FunnelBy.${by}`)} count={data.bars.length} flush className="fn-groups">
                        <Rows
                            bars={data.bars}
                            name={name}
                            chosen={key && step ? { key, step } : undefined}
                            onChoose={(next, at) => put({ key: next, step: at })}
                        />
                    </Card>
                    {step && (
                        <Card
                            flush
                            title={`${key && chosenBar ? `${name(chosenBar)} · ` : ""}${t(`ui.leads.step.${step}`)}`}
                            count={(chosenBar ?? data.total)[step]}
                            tone="info"
                            extra={
                                <button
                                    type="button"
                                    className="fc-link"
                                    aria-label={t("ui.close")}
                                    onClick={() => put({ key: undefined, step: undefined })}
                                >
                                    <CloseOutlined />
                                </button>
                            }
                        >
                            <ListPage
                                key={JSON.stringify(cases)}
                                embedded
                                view="leads.funnel_cases"
                                sort="-came_at"
                                params={cases}
                                filters={[]}
                                rowLink={(row) =>
                                    row.lead_id ? `/leads/${row.lead_id}` : `/visits/${row.visit_id}`
                                }
                                columns={[
                                    {
                                        field: "name",
                                        title: t("ui.leads.case"),
                                        show: (row) => row.name || t("ui.reception.unnamed"),
                                    },
                                    "channel",
                                    "consultant_name",
                                    { field: "model_name", hideOnPhone: true },
                                    ...(
                                        ["came_at", "kept_at", "drove_at", "quoted_at", "ordered_at"] as const
                                    ).map((field) => ({
                                        field,
                                        hideOnPhone: field !== "came_at",
                                        show: (row: Record<string, unknown>) =>
                                            row[field] ? (
                                                <InstantText value={row[field] as string} />
                                            ) : (
                                                <span className="fc-none">—</span>
                                            ),
                                    })),
                                ]}
                            />
                        </Card>
                    )}
                </>
            )}
            <CampaignTable />
        </div>
    );
}
