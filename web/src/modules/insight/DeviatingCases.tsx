import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { linkOf } from "@/app/registry";
import { Card, EmptyState, InstantText, ProblemView, useListView } from "@/kit";
import { inWords, spanWords } from "../standards/wording";
import { type DeviationKind, kindTones } from "./kinds";

export interface Narrowed {
    process?: string;
    milestone?: string;
    milestone_title?: string;
    kind?: DeviationKind;
    user_id?: number;
    name?: string;
}

interface Deviation {
    milestone: string;
    title: { zh: string; en: string };
    kind: DeviationKind;
    by_s: number;
    actor_name: string;
}

/** One deviation in words: 迎接客户 超时 35 秒 · 李婷. */
export function DeviationText({ one }: { one: Deviation }) {
    const { t } = useTranslation();
    return (
        <span className="in-deviation">
            <span className={`fc-state ${kindTones[one.kind]}`}>{t(`DeviationKind.${one.kind}`)}</span>
            <span>
                {inWords(one.title)}
                {one.by_s > 0 && ` ${spanWords(one.by_s)}`}
                {one.actor_name && <small> · {one.actor_name}</small>}
            </span>
        </span>
    );
}

/** The cases that departed from their standard, each with how; a press leads to the whole case. */
export function DeviatingCases({
    params,
    narrowed,
    onWiden,
}: {
    params: Record<string, unknown>;
    narrowed: Narrowed;
    onWiden: () => void;
}) {
    const { t } = useTranslation();
    const { milestone_title, name, ...filter } = narrowed;
    const list = useListView("standards.deviating_cases", { ...params, ...filter, limit: 20 });
    const said = [name, milestone_title, filter.kind && t(`DeviationKind.${filter.kind}`)].filter(Boolean);
    return (
        <div id="deviating-cases">
            <Card
                flush
                title={t("view.standards.deviating_cases")}
                extra={
                    said.length > 0 && (
                        <Button size="small" onClick={onWiden}>
                            {said.join(" · ")} ✕
                        </Button>
                    )
                }
            >
                {list.error && <ProblemView problem={list.error} onRetry={() => list.refetch()} />}
                {!list.isPending && list.rows.length === 0 && (
                    <EmptyState small picture="done" title={t("ui.insight.all_kept")} />
                )}
                <ul className="in-cases">
                    {list.rows.map((one) => (
                        <li key={one.id}>
                            <div className="head">
                                <Link to={`/conformance/${one.id}`}>
                                    {one.title || `${t(`object.${one.object_type}`)} ${one.object_id}`}
                                </Link>
                                <small>
                                    {inWords(one.process_title)} ·{" "}
                                    {t("ui.standards.version", { number: one.number })} ·{" "}
                                    <InstantText value={one.started_at} mode="clock" />
                                    {!one.ended_at && ` · ${t("field.open_cases")}`}
                                </small>
                                {linkOf(one.object_type, one.object_id) && (
                                    <Link className="record" to={linkOf(one.object_type, one.object_id)!}>
                                        {t(`object.${one.object_type}`)}
                                    </Link>
                                )}
                            </div>
                            <div className="deviations">
                                {one.deviations.map((deviation) => (
                                    <DeviationText
                                        key={`${deviation.milestone} ${deviation.kind}`}
                                        one={deviation}
                                    />
                                ))}
                            </div>
                        </li>
                    ))}
                </ul>
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
