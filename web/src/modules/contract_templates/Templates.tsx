import "./templates.css";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { InstantText, ProblemView, useView } from "@/kit";

/** The contracts of the store, with the version in force of each. */
export default function Templates() {
    const { t } = useTranslation();
    const view = useView("contract_templates.template_list", {});
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.contract_templates")}</h1>
                <p className="fc-soft">{t("ui.templates.about")}</p>
            </header>
            {view.error && !view.data && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {!view.data && !view.error && <Skeleton active />}
            <ul className="ct-list">
                {view.data?.rows.map((one) => (
                    <li key={one.template_name}>
                        <Link to={`/contract_templates/${one.template_name}`}>
                            <span className="ct-list-head">
                                <b>{one.title}</b>
                                {one.has_draft && <span className="fc-state due">{t("field.draft")}</span>}
                            </span>
                            <small>
                                {t("ui.standards.version", { number: one.number })} ·{" "}
                                {t("ui.templates.clauses", { n: one.clauses_count })}
                                {one.valid_from > "1971" && (
                                    <>
                                        {" "}
                                        · <InstantText value={one.valid_from} mode="clock" />{" "}
                                        {t("ui.standards.begins")}
                                    </>
                                )}
                            </small>
                            {one.next_number && (
                                <small className="ct-next">
                                    {t("ui.standards.version", { number: one.next_number })}{" "}
                                    <InstantText value={one.next_from} mode="clock" />{" "}
                                    {t("ui.standards.begins")}
                                </small>
                            )}
                        </Link>
                    </li>
                ))}
            </ul>
        </div>
    );
}
