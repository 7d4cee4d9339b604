import "./standards.css";
import { DownloadOutlined } from "@ant-design/icons";
import { Button, Segmented, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { Card, DownloadLink, InstantText, ProblemView, useAction, useView } from "@/kit";
import { CasesDrawer } from "./CasesDrawer";
import { DraftPanel } from "./DraftPanel";
import { History } from "./History";
import { MilestoneTable } from "./MilestoneTable";
import { Picture } from "./Picture";
import type { MapStep, ProcessMap, ProcessRecord } from "./types";
import { inWords, spanWords } from "./wording";

function Figures({ map }: { map: ProcessMap }) {
    const { t } = useTranslation();
    const late = map.steps.reduce((sum, step) => sum + step.late, 0);
    return (
        <span className="st-figures">
            <span>
                <em>{map.open_cases}</em> {t("field.open_cases")}
            </span>
            <span className={late > 0 ? "late" : undefined}>
                <em>{late}</em> {t("ui.standards.late_steps", { n: late })}
            </span>
            <span>
                <em>{map.cases}</em> {t("ui.standards.begun_30")}
            </span>
            {map.median_s !== null && map.median_s !== undefined && (
                <span>
                    <em>{spanWords(map.median_s)}</em> {t("ui.standards.whole_median")}
                </span>
            )}
        </span>
    );
}

function Head({ record, onOpened }: { record: ProcessRecord; onOpened: () => void }) {
    const { t } = useTranslation();
    const open = useAction("standards.open_draft", { onDone: onOpened });
    const { process } = record.standard;
    const may = record.allowed_actions.find((one) => one.name === "standards.open_draft");
    return (
        <header className="fc-record-head">
            <div className="fc-record-title">
                <p className="fc-kicker">
                    <Link to="/standards">{t("nav.standards")}</Link>
                </p>
                <h1>
                    {inWords(record.standard.title)}{" "}
                    <span className="fc-state ok large">
                        {t("ui.standards.version", { number: record.number })}
                    </span>
                </h1>
            </div>
            <div className="fc-page-actions">
                <DownloadLink view="standards.bpmn" params={{ process }} icon={<DownloadOutlined />}>
                    BPMN
                </DownloadLink>
                {may && !may.refused_because && (
                    <Button type="primary" loading={open.running} onClick={() => open.run({ process })}>
                        {t("standards.open_draft")}
                    </Button>
                )}
            </div>
        </header>
    );
}

/**
 * One process: its norm drawn with what goes on at this moment, the norm as a table, the draft, the history.
 */
export default function Process() {
    const { t } = useTranslation();
    const process = useParams().process!;
    const view = useView("standards.process_record", { process });
    const map = useView("standards.process_map", { process }, { everyMs: 30_000 });
    const [step, setStep] = useState<MapStep>();
    const [side, setSide] = useState<string>();
    const record = view.data;
    const title = record ? inWords(record.standard.title) : undefined;
    useEffect(() => {
        if (title) document.title = `${title} · ${t("ui.name")}`;
    }, [title, t]);
    if (!record)
        return view.error ? (
            <ProblemView problem={view.error} onRetry={() => view.refetch()} />
        ) : (
            <Skeleton active className="fc-page" />
        );
    const mayWrite = record.allowed_actions.length > 0;
    const draft = mayWrite ? record.draft : undefined;
    const shown = draft && side !== "in_force" ? "draft" : "in_force";
    const checklists = new Map(record.checklists.map((one) => [one.name, inWords(one.title)]));
    return (
        <div className="fc-page st-page">
            <Head record={record} onOpened={() => setSide("draft")} />
            <Card title={t("ui.standards.live")} extra={map.data && <Figures map={map.data} />}>
                {map.data ? <Picture map={map.data} onPress={setStep} /> : <Skeleton active />}
            </Card>
            {draft && (
                <Segmented
                    value={shown}
                    onChange={setSide}
                    options={[
                        {
                            value: "draft",
                            label: t("ui.standards.draft_tab", { n: draft.differences.length }),
                        },
                        {
                            value: "in_force",
                            label: t("ui.standards.in_force_tab", { number: record.number }),
                        },
                    ]}
                />
            )}
            {draft && shown === "draft" ? (
                <DraftPanel key={draft.version} record={record} draft={draft} />
            ) : (
                <div className="st-read">
                    <Card
                        flush
                        title={t("ui.standards.norm")}
                        extra={
                            record.valid_from > "1971" && (
                                <small className="fc-soft">
                                    <InstantText value={record.valid_from} mode="clock" />{" "}
                                    {t("ui.standards.begins")}
                                </small>
                            )
                        }
                    >
                        <MilestoneTable standard={record.standard} checklists={checklists} />
                    </Card>
                    <History process={process} versions={record.versions} />
                </div>
            )}
            <CasesDrawer process={process} step={step} onClose={() => setStep(undefined)} />
        </div>
    );
}
