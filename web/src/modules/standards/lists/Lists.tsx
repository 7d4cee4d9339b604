import "../standards.css";
import "./lists.css";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { InstantText, ProblemView, useView } from "@/kit";
import { StandardTabs } from "../StandardTabs";
import { inWords } from "../wording";
import type { ListLine } from "./types";

function Line({ one }: { one: ListLine }) {
    const { t } = useTranslation();
    return (
        <li>
            <Link to={`/standards/lists/${one.checklist}`}>
                <span className="st-process-head">
                    <b>{inWords(one.title)}</b>
                    {one.has_draft && <span className="fc-state due">{t("field.draft")}</span>}
                </span>
                <small>
                    {one.number > 0 && <>{t("ui.standards.version", { number: one.number })} · </>}
                    {t("ui.lists.items", { n: one.items_count })}
                    {one.copied_from && <> · {t("ui.lists.own")}</>}
                </small>
                {one.next_number && (
                    <small className="st-next">
                        {t("ui.standards.version", { number: one.next_number })}{" "}
                        <InstantText value={one.next_from} mode="clock" /> {t("ui.standards.begins")}
                    </small>
                )}
                <span className="st-process-live">
                    <span>
                        <em>{one.times_filled}</em> {t("ui.lists.filled_30")}
                    </span>
                    <span className={one.times_faulty > 0 ? "late" : undefined}>
                        <em>{one.times_faulty}</em> {t("ui.lists.with_fault")}
                    </span>
                </span>
            </Link>
        </li>
    );
}

/** Every checklist of the store, with its version in force and how often it was gone through. */
export default function Lists() {
    const { t } = useTranslation();
    const view = useView("checklists.list_lines", {});
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.standards")}</h1>
                <p className="fc-soft">{t("ui.lists.about")}</p>
            </header>
            <StandardTabs at="lists" />
            {view.error && !view.data && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {!view.data && !view.error && <Skeleton active />}
            <ul className="st-processes">
                {view.data?.rows.map((one) => (
                    <Line key={one.checklist} one={one} />
                ))}
            </ul>
        </div>
    );
}
