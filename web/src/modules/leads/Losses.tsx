import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Card, EmptyState, ListPage, useView } from "@/kit";
import { lastThirtyDays, PeriodInput } from "./Period";
import "./funnel.css";

interface Report {
    lost: number;
    revived: number;
    reasons: { because: string; leads: number }[];
    rivals: {
        competitor_model: string;
        model_id?: number | null;
        model_name: string;
        leads: number;
        for_price: number;
    }[];
}

/** Why leads were lost and to whom: by reason, and rival against own model; every figure opens its leads. */
export default function Losses() {
    const { t } = useTranslation();
    const [search, setSearch] = useSearchParams();
    const usual = lastThirtyDays();
    const span = {
        from_date: search.get("from_date") ?? usual.from_date,
        to_date: search.get("to_date") ?? usual.to_date,
    };
    const because = search.get("because") ?? undefined;
    const rival = search.get("rival") ?? undefined;
    const model_id = search.get("model_id") ?? undefined;
    const put = (change: Record<string, string | undefined>) =>
        setSearch(
            Object.fromEntries(
                Object.entries({ ...span, ...change }).filter(([, value]) => value !== undefined),
            ) as Record<string, string>,
            { replace: true },
        );
    const { data } = useView("leads.loss_report", { ...span });
    const report = data as unknown as Report | undefined;
    const most = Math.max(1, ...(report?.reasons.map((one) => one.leads) ?? []));
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("view.leads.loss_report")}</h1>
                <PeriodInput value={span} onChange={(next) => put({ ...next })} />
                <span className="fc-total">
                    {report && t("ui.leads.lost_in_all", { n: report.lost, revived: report.revived })}
                </span>
            </header>
            {!report ? (
                <Skeleton active />
            ) : report.lost === 0 ? (
                <EmptyState title={t("ui.leads.nothing_lost")} picture="done" />
            ) : (
                <>
                    <div className="fn-two">
                        <Card title={t("ui.leads.reasons")} flush>
                            <ul className="fn-meters">
                                {report.reasons.map((one) => (
                                    <li key={one.because}>
                                        <button
                                            type="button"
                                            aria-pressed={because === one.because}
                                            onClick={() => put({ because: one.because })}
                                        >
                                            <span>{t(`LostBecause.${one.because}`)}</span>
                                            <span className="track">
                                                <span style={{ width: `${(one.leads * 100) / most}%` }} />
                                            </span>
                                            <b>
                                                {one.leads}{" "}
                                                <small className="fc-soft">
                                                    {Math.round((one.leads * 100) / report.lost)}%
                                                </small>
                                            </b>
                                        </button>
                                    </li>
                                ))}
                            </ul>
                        </Card>
                        <Card title={t("field.rivals")} count={report.rivals.length} flush>
                            {report.rivals.length === 0 ? (
                                <EmptyState small title={t("ui.leads.no_rivals")} />
                            ) : (
                                <div className="fc-table-wrap">
                                    <table className="fc-table">
                                        <thead>
                                            <tr>
                                                <th scope="col">{t("field.competitor_model")}</th>
                                                <th scope="col">{t("ui.leads.own_model")}</th>
                                                <th scope="col" className="right">
                                                    {t("ui.leads.lost_to")}
                                                </th>
                                                <th scope="col" className="right">
                                                    {t("field.for_price")}
                                                </th>
                                            </tr>
                                        </thead>
                                        <tbody>
                                            {report.rivals.map((one) => (
                                                <tr key={`${one.competitor_model} ${one.model_id}`}>
                                                    <td>
                                                        <button
                                                            type="button"
                                                            className="fc-link fn-rival"
                                                            aria-pressed={rival === one.competitor_model}
                                                            onClick={() =>
                                                                put({
                                                                    rival: one.competitor_model,
                                                                    model_id: one.model_id
                                                                        ? String(one.model_id)
                                                                        : undefined,
                                                                })
                                                            }
                                                        >
                                                            {one.competitor_model}
                                                        </button>
                                                    </td>
                                                    <td>{one.model_name || "—"}</td>
                                                    <td className="right">{one.leads}</td>
                                                    <td className="right">{one.for_price}</td>
                                                </tr>
                                            ))}
                                        </tbody>
                                    </table>
                                </div>
                            )}
                        </Card>
                    </div>
                    <Card
                        flush
                        title={because ? t(`LostBecause.${because}`) : (rival ?? t("ui.leads.lost_leads"))}
                    >
                        <ListPage
                            key={`${because} ${rival} ${model_id} ${span.from_date} ${span.to_date}`}
                            embedded
                            view="leads.loss_list"
                            sort="-lost_at"
                            params={{ ...span, lost_because: because, competitor_model: rival, model_id }}
                            filters={[]}
                            rowLink={(row) => `/leads/${row.lead_id}`}
                            columns={[
                                "customer_name",
                                "lost_because",
                                "competitor_model",
                                { field: "lost_words", hideOnPhone: true },
                                { field: "model_name", hideOnPhone: true },
                                "consultant_name",
                                "lost_at",
                                { field: "revived_at", hideOnPhone: true },
                            ]}
                        />
                    </Card>
                </>
            )}
        </div>
    );
}
