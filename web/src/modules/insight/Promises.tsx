import "./insight.css";
import { Button, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ViewAnswer } from "@/api/typed";
import { Card, DataTable, EmptyState, ProblemView, StateTag, useListView, useView } from "@/kit";
import { Histogram, Parts, percent } from "./Bars";
import { Period, type PeriodValue, usePeriod } from "./Period";
import { edgeWords, PromiseValue, useDifferenceWords } from "./promiseWords";

type Figures = ViewAnswer<"insight.promise_summary">["figures"][number];

interface Narrowed {
    kind?: string;
    case_type?: string;
    outcome?: string;
    from_value?: number | null;
    until_value?: number | null;
    settled_only?: boolean;
    said?: string;
}

const outcomeTones = {
    kept: "ok",
    kept_after_change: "due",
    broken: "late",
    open: "info",
    withdrawn: "mute",
} as const;

function Kind({ one, onNarrow }: { one: Figures; onNarrow: (to: Narrowed) => void }) {
    const { t } = useTranslation();
    const words = useDifferenceWords();
    const count = (outcome: string) => one.outcomes.find((it) => it.outcome === outcome)?.cases ?? 0;
    const settled = count("kept") + count("kept_after_change") + count("broken");
    const title = `${t(`PromiseCase.${one.case_type}`)} · ${t(`PromiseKind.${one.kind}`)}`;
    const about = { kind: one.kind, case_type: one.case_type };
    return (
        <Card
            title={title}
            extra={
                <span>
                    {t("ui.insight.kept_as_promised")} <b>{percent(count("kept"), settled)}</b>
                </span>
            }
        >
            <Parts
                label={title}
                parts={Object.entries(outcomeTones).map(([outcome, tone]) => ({
                    key: outcome,
                    label: "",
                    value: count(outcome),
                    tone,
                    spoken: t(`PromiseOutcome.${outcome}`),
                }))}
            />
            <div className="in-outcomes">
                {Object.keys(outcomeTones)
                    .filter((outcome) => count(outcome) > 0)
                    .map((outcome) => (
                        <button
                            key={outcome}
                            type="button"
                            className={`fc-state ${outcomeTones[outcome as keyof typeof outcomeTones]}`}
                            onClick={() =>
                                onNarrow({
                                    ...about,
                                    outcome,
                                    said: `${title} · ${t(`PromiseOutcome.${outcome}`)}`,
                                })
                            }
                        >
                            {t(`PromiseOutcome.${outcome}`)} {count(outcome)}
                        </button>
                    ))}
                {one.changed > 0 && <small>{t("ui.insight.changed", { n: one.changed })}</small>}
            </div>
            {one.bars.length > 0 && settled > 0 && (
                <Histogram
                    label={t("ui.insight.against_first")}
                    onPress={(key) => {
                        const bar = one.bars[Number(key)]!;
                        onNarrow({
                            ...about,
                            from_value: bar.from_value,
                            until_value: bar.until_value,
                            settled_only: true,
                            said: `${title} · ${bar.from_value !== null && bar.from_value !== undefined ? words(one.kind, bar.from_value) : t("ui.insight.below", { value: words(one.kind, bar.until_value) })}`,
                        });
                    }}
                    bars={one.bars.map((bar, index) => ({
                        key: String(index),
                        value: bar.cases,
                        tone: bar.worse ? "late" : "ok",
                        label:
                            bar.from_value === 0 && one.kind === "price"
                                ? "="
                                : bar.from_value !== null && bar.from_value !== undefined
                                  ? edgeWords(one.kind, bar.from_value)
                                  : `<${edgeWords(one.kind, bar.until_value ?? 0)}`,
                        spoken: words(one.kind, bar.from_value ?? bar.until_value),
                    }))}
                />
            )}
        </Card>
    );
}

function Ledger({
    period,
    narrowed,
    onWiden,
}: {
    period: PeriodValue;
    narrowed: Narrowed;
    onWiden: () => void;
}) {
    const { t } = useTranslation();
    const words = useDifferenceWords();
    const { said, ...filter } = narrowed;
    const list = useListView("insight.promise_list", { ...period, ...filter, limit: 25 });
    return (
        <div id="promise-list">
            <Card
                flush
                title={t("view.insight.promise_list")}
                extra={
                    said && (
                        <Button size="small" onClick={onWiden}>
                            {said} ✕
                        </Button>
                    )
                }
            >
                {list.error && <ProblemView problem={list.error} onRetry={() => list.refetch()} />}
                {!list.isPending && list.rows.length === 0 && (
                    <EmptyState small title={t("ui.insight.no_promises")} />
                )}
                {list.rows.length > 0 && (
                    <DataTable
                        rows={list.rows}
                        fields={[]}
                        label={t("view.insight.promise_list")}
                        rowLink={(row) => `/promises/${row.case_type}/${row.case_id}`}
                        columns={[
                            {
                                field: "number",
                                show: (row) => (
                                    <span>
                                        {row.number}
                                        {row.customer_name && <small> {row.customer_name}</small>}
                                    </span>
                                ),
                            },
                            {
                                field: "kind",
                                show: (row) =>
                                    row.kind === "extra" ? row.subject : t(`PromiseKind.${row.kind}`),
                            },
                            {
                                field: "first_amount",
                                title: t("ui.insight.first_said"),
                                show: (row) => (
                                    <PromiseValue
                                        kind={row.kind}
                                        amount={row.first_amount}
                                        time={row.first_time}
                                    />
                                ),
                            },
                            {
                                field: "amount",
                                title: t("ui.insight.agreed_last"),
                                hideOnPhone: true,
                                show: (row) =>
                                    row.changes > 0 ? (
                                        <PromiseValue kind={row.kind} amount={row.amount} time={row.time} />
                                    ) : (
                                        <span className="fc-none">—</span>
                                    ),
                            },
                            {
                                field: "became",
                                title: t("ui.insight.became"),
                                show: (row) =>
                                    row.kind === "extra" ? (
                                        <PromiseValue kind="time" time={row.became_time} />
                                    ) : (
                                        <PromiseValue
                                            kind={row.kind}
                                            amount={row.became_amount}
                                            time={row.became_time}
                                        />
                                    ),
                            },
                            { field: "difference", show: (row) => words(row.kind, row.difference) },
                            {
                                field: "outcome",
                                title: t("ui.insight.outcome"),
                                show: (row) => <StateTag type="PromiseOutcome" value={row.outcome} />,
                            },
                        ]}
                    />
                )}
                {list.hasMore && (
                    <div className="fc-pad">
                        <Button block onClick={() => list.loadMore()}>
                            {t("ui.insight.more")}
                        </Button>
                    </div>
                )}
            </Card>
        </div>
    );
}

/** What customers were promised, in price, time and gifts, beside what it became. */
export default function Promises() {
    const { t } = useTranslation();
    const [period, setPeriod] = usePeriod();
    const [case_type, setCaseType] = useState("all");
    const [narrowed, setNarrowed] = useState<Narrowed>({});
    const of = case_type === "all" ? {} : { case_type };
    const view = useView("insight.promise_summary", { ...of, ...period }, { also: ["deals", "workshop"] });
    return (
        <div className="fc-page in-page">
            <header className="fc-page-head">
                <h1>{t("nav.promises")}</h1>
                <div className="fc-page-actions">
                    <Segmented
                        value={case_type}
                        onChange={(value) => {
                            setCaseType(value);
                            setNarrowed({});
                        }}
                        options={[
                            { value: "all", label: t("ui.insight.all") },
                            { value: "deal", label: t("PromiseCase.deal") },
                            { value: "repair_order", label: t("PromiseCase.repair_order") },
                        ]}
                    />
                    <Period value={period} onChange={setPeriod} />
                </div>
            </header>
            {view.error && !view.data && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {!view.data && !view.error && <Skeleton active />}
            {view.data?.figures.length === 0 && (
                <div className="fc-sheet-box">
                    <EmptyState title={t("ui.insight.no_promises")} />
                </div>
            )}
            <div className="in-two">
                {view.data?.figures.map((one) => (
                    <Kind
                        key={`${one.case_type} ${one.kind}`}
                        one={one}
                        onNarrow={(to) => {
                            setNarrowed(to);
                            document.getElementById("promise-list")?.scrollIntoView({ behavior: "smooth" });
                        }}
                    />
                ))}
            </div>
            <Ledger period={period} narrowed={{ ...of, ...narrowed }} onWiden={() => setNarrowed({})} />
        </div>
    );
}
