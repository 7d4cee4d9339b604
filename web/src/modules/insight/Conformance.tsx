import "./insight.css";
import "../standards/standards.css";
import { Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ViewAnswer } from "@/api/typed";
import { Card, EmptyState, ProblemView, useView } from "@/kit";
import { inWords } from "../standards/wording";
import { Figure, Parts, percent } from "./Bars";
import { DeviatingCases, type Narrowed } from "./DeviatingCases";
import { kindTones } from "./kinds";
import { People } from "./People";
import { Period, type PeriodValue, usePeriod } from "./Period";

type Answer = ViewAnswer<"standards.conformance">;
type Kind = Answer["kinds"][number]["kind"];

const kinds = Object.keys(kindTones) as Kind[];

function Figures({ data }: { data: Answer }) {
    const { t } = useTranslation();
    const kept = data.cases - data.deviating;
    const share = data.cases > 0 ? kept / data.cases : 1;
    return (
        <div className="in-figures">
            <Figure
                value={percent(kept, data.cases)}
                label={t("ui.insight.kept_share")}
                tone={share >= 0.9 ? "ok" : share >= 0.7 ? "due" : "late"}
            />
            <Figure value={data.cases} label={t("ui.insight.cases")} />
            <Figure value={data.deviating} label={t("ui.insight.deviating")} />
            {kinds.map((kind) => (
                <Figure
                    key={kind}
                    value={data.kinds.find((one) => one.kind === kind)?.times ?? 0}
                    label={t(`DeviationKind.${kind}`)}
                />
            ))}
        </div>
    );
}

function ByDay({ data }: { data: Answer }) {
    const { t } = useTranslation();
    const most = Math.max(1, ...data.days.map((one) => one.cases));
    return (
        <Card title={t("ui.insight.by_day")} extra={<Legend />}>
            <ol className="in-days">
                {data.days.map((one) => (
                    <li
                        key={one.day}
                        title={`${one.day} · ${t("ui.insight.cases")} ${one.cases} · ${t("ui.insight.deviating")} ${one.deviating}`}
                    >
                        <span className="stack">
                            <span
                                className="kept"
                                style={{ height: `${((one.cases - one.deviating) / most) * 110}px` }}
                            />
                            <span
                                className="deviating"
                                style={{ height: `${(one.deviating / most) * 110}px` }}
                            />
                        </span>
                        <small>{one.day.slice(8)}</small>
                    </li>
                ))}
            </ol>
        </Card>
    );
}

function Legend() {
    const { t } = useTranslation();
    return (
        <span className="in-legend">
            <span className="late">{t("ui.insight.deviating")}</span>
            <span className="ok">{t("ui.insight.kept")}</span>
        </span>
    );
}

function ByVersion({ data }: { data: Answer }) {
    const { t } = useTranslation();
    return (
        <Card title={t("ui.insight.by_version")}>
            <ul className="in-rows">
                {data.versions.map((one) => (
                    <li key={`${one.process} ${one.number}`}>
                        <span>
                            {inWords(one.title)}{" "}
                            <small>{t("ui.standards.version", { number: one.number })}</small>
                        </span>
                        <Parts
                            label={inWords(one.title)}
                            parts={[
                                {
                                    key: "deviating",
                                    label: "",
                                    value: one.deviating,
                                    tone: "late",
                                    spoken: t("ui.insight.deviating"),
                                },
                                {
                                    key: "kept",
                                    label: "",
                                    value: one.cases - one.deviating,
                                    tone: "ok",
                                    spoken: t("ui.insight.kept"),
                                },
                            ]}
                        />
                        <span className="right">
                            {percent(one.cases - one.deviating, one.cases)}{" "}
                            <small>
                                {one.cases - one.deviating}/{one.cases}
                            </small>
                        </span>
                    </li>
                ))}
            </ul>
        </Card>
    );
}

function ByMilestone({ data, onNarrow }: { data: Answer; onNarrow: (to: Narrowed) => void }) {
    const { t } = useTranslation();
    const rows = data.milestones.filter((one) => one.kinds.length > 0).slice(0, 12);
    return (
        <Card title={t("ui.insight.by_milestone")} flush>
            {rows.length === 0 && <EmptyState small picture="done" title={t("ui.insight.all_kept")} />}
            <ul className="in-milestones">
                {rows.map((one) => (
                    <li key={`${one.process} ${one.milestone}`}>
                        <span className="name">
                            <b>{inWords(one.title)}</b>
                            <small>
                                {inWords(one.process_title)} · {t("ui.insight.reached", { n: one.reached })}
                            </small>
                        </span>
                        <span className="kinds">
                            {one.kinds.map((kind) => (
                                <button
                                    key={kind.kind}
                                    type="button"
                                    className={`fc-state ${kindTones[kind.kind]}`}
                                    onClick={() =>
                                        onNarrow({
                                            process: one.process,
                                            milestone: one.milestone,
                                            milestone_title: inWords(one.title),
                                            kind: kind.kind,
                                        })
                                    }
                                >
                                    {t(`DeviationKind.${kind.kind}`)} {kind.times}
                                </button>
                            ))}
                        </span>
                    </li>
                ))}
            </ul>
        </Card>
    );
}

function Filters({
    process,
    setProcess,
    period,
    setPeriod,
}: {
    process?: string;
    setProcess: (value?: string) => void;
    period: PeriodValue;
    setPeriod: (value: PeriodValue) => void;
}) {
    const { t } = useTranslation();
    const list = useView("standards.processes", {});
    return (
        <div className="fc-page-actions">
            <Select
                aria-label={t("field.process")}
                className="in-process"
                allowClear
                placeholder={t("ui.insight.all_processes")}
                value={process}
                options={list.data?.rows.map((one) => ({ value: one.process, label: inWords(one.title) }))}
                onChange={setProcess}
            />
            <Period value={period} onChange={setPeriod} />
        </div>
    );
}

/**
 * How the store keeps its own standards: in figures, by day, version, milestone and person, down to the case.
 */
export default function Conformance() {
    const { t } = useTranslation();
    const [process, setProcess] = useState<string>();
    const [period, setPeriod] = usePeriod();
    const [narrowed, setNarrowed] = useState<Narrowed>({});
    const view = useView("standards.conformance", { process, ...period });
    const data = view.data;
    const narrow = (to: Narrowed) => {
        setNarrowed(to);
        document.getElementById("deviating-cases")?.scrollIntoView({ behavior: "smooth" });
    };
    return (
        <div className="fc-page in-page">
            <header className="fc-page-head">
                <h1>{t("nav.conformance")}</h1>
                <Filters
                    process={process}
                    setProcess={(value) => {
                        setProcess(value);
                        setNarrowed({});
                    }}
                    period={period}
                    setPeriod={setPeriod}
                />
            </header>
            {view.error && !data && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {!data && !view.error && <Skeleton active />}
            {data && (
                <>
                    <Figures data={data} />
                    <div className="in-two">
                        <ByDay data={data} />
                        <ByVersion data={data} />
                    </div>
                    <div className="in-two">
                        <ByMilestone data={data} onNarrow={narrow} />
                        <People
                            params={{ process, ...period }}
                            onNarrow={(user_id, name, kind) => narrow({ user_id, name, kind })}
                        />
                    </div>
                    <DeviatingCases
                        params={{ process, ...period }}
                        narrowed={narrowed}
                        onWiden={() => setNarrowed({})}
                    />
                </>
            )}
        </div>
    );
}
