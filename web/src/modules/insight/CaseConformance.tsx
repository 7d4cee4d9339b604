import "./insight.css";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { linkOf } from "@/app/registry";
import { Card, EmptyState, InstantText, ProblemView, Timeline, useView } from "@/kit";
import { inWords, roleWords } from "../standards/wording";
import { DeviationText } from "./DeviatingCases";

/** One case against the version of the standard it runs by: what was asked, and what became of it. */
export default function CaseConformance() {
    const { t } = useTranslation();
    const case_id = Number(useParams().id);
    const view = useView("standards.case_record", { case_id });
    const data = view.data;
    if (!data)
        return view.error ? (
            <ProblemView problem={view.error} onRetry={() => view.refetch()} />
        ) : (
            <Skeleton active className="fc-page" />
        );
    const { head } = data;
    const link = linkOf(head.object_type, head.object_id);
    return (
        <div className="fc-page in-page">
            <header className="fc-record-head">
                <div className="fc-record-title">
                    <p className="fc-kicker">
                        <Link to="/conformance">{t("nav.conformance")}</Link> ·{" "}
                        <Link to={`/standards/${head.process}`}>
                            {inWords(head.process_title)} {t("ui.standards.version", { number: head.number })}
                        </Link>
                    </p>
                    <h1>{head.title || `${t(`object.${head.object_type}`)} ${head.object_id}`}</h1>
                </div>
                {link && (
                    <div className="fc-page-actions">
                        <Link to={link}>{t("ui.insight.open_record")}</Link>
                    </div>
                )}
            </header>
            <div className="fc-record-body">
                <div className="fc-record-main">
                    <Card title={t("ui.insight.asked_and_became")}>
                        <ol className="in-steps">
                            {data.steps.map((step) => (
                                <li
                                    key={step.milestone}
                                    className={
                                        step.deviations.length > 0 ? "late" : step.reached_at ? "ok" : "mute"
                                    }
                                >
                                    <div>
                                        <b>{inWords(step.title)}</b>{" "}
                                        <small>
                                            {roleWords(step.roles) || t("ui.standards.anyone")}
                                            {step.optional && ` · ${t("field.optional")}`}
                                        </small>
                                    </div>
                                    <div className="times">
                                        <small>
                                            {step.not_before && (
                                                <>
                                                    {t("field.not_before")}{" "}
                                                    <InstantText value={step.not_before} mode="clock" />{" "}
                                                </>
                                            )}
                                            {step.due_at && (
                                                <>
                                                    {t("field.due_at")}{" "}
                                                    <InstantText value={step.due_at} mode="clock" />
                                                </>
                                            )}
                                        </small>
                                        <span>
                                            {step.reached_at ? (
                                                <>
                                                    <InstantText value={step.reached_at} mode="clock" />{" "}
                                                    <small>
                                                        {step.actor_name}
                                                        {step.times > 1 &&
                                                            ` · ${t("ui.insight.times", { n: step.times })}`}
                                                    </small>
                                                </>
                                            ) : (
                                                <small>{t("ui.insight.not_reached")}</small>
                                            )}
                                        </span>
                                    </div>
                                    {step.deviations.map((one) => (
                                        <DeviationText key={one.kind} one={one} />
                                    ))}
                                </li>
                            ))}
                        </ol>
                        {head.deviations.length === 0 && (
                            <EmptyState small picture="done" title={t("ui.insight.case_kept")} />
                        )}
                    </Card>
                </div>
                <div className="fc-record-side">
                    <Card title={t("ui.record.timeline")}>
                        <Timeline object_type={head.object_type} object_id={head.object_id} />
                    </Card>
                </div>
            </div>
        </div>
    );
}
