import "./standards.css";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { InstantText, ProblemView, useView } from "@/kit";
import { StandardTabs } from "./StandardTabs";
import { inWords } from "./wording";

/** Every process of the store with its norm in force, and how its cases stand at this moment. */
export default function ProcessList() {
    const { t } = useTranslation();
    const view = useView("standards.processes", {}, { everyMs: 30_000 });
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.standards")}</h1>
                <p className="fc-soft">{t("ui.standards.about")}</p>
            </header>
            <StandardTabs at="processes" />
            {view.error && !view.data && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {!view.data && !view.error && <Skeleton active />}
            <ul className="st-processes">
                {view.data?.rows.map((one) => (
                    <li key={one.process}>
                        <Link to={`/standards/${one.process}`}>
                            <span className="st-process-head">
                                <b>{inWords(one.title)}</b>
                                {one.has_draft && <span className="fc-state due">{t("field.draft")}</span>}
                            </span>
                            <small>
                                {t("ui.standards.version", { number: one.number })} ·{" "}
                                {t("ui.standards.milestones", { n: one.steps })}
                            </small>
                            {one.next_number && (
                                <small className="st-next">
                                    {t("ui.standards.version", { number: one.next_number })}{" "}
                                    <InstantText value={one.next_from} mode="clock" />{" "}
                                    {t("ui.standards.begins")}
                                </small>
                            )}
                            <span className="st-process-live">
                                <span>
                                    <em>{one.open_cases}</em> {t("field.open_cases")}
                                </span>
                                <span className={one.late_cases > 0 ? "late" : undefined}>
                                    <em>{one.late_cases}</em> {t("field.late_cases")}
                                </span>
                            </span>
                        </Link>
                    </li>
                ))}
            </ul>
        </div>
    );
}
