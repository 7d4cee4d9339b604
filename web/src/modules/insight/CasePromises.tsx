import "./insight.css";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { linkOf } from "@/app/registry";
import { Card, InstantText, ProblemView, StateTag, useView } from "@/kit";
import { firstWord } from "@/words/i18n";
import { PromiseValue, useDifferenceWords } from "./promiseWords";

/** The ledger of one case: first promise, each change with its cause and reason, and what it became. */
export default function CasePromises() {
    const { t } = useTranslation();
    const words = useDifferenceWords();
    const { case_type = "deal", case_id } = useParams();
    const view = useView(
        "insight.case_promises",
        { case_type, case_id: Number(case_id) },
        { also: ["deals", "workshop"] },
    );
    const data = view.data;
    if (!data)
        return view.error ? (
            <ProblemView problem={view.error} onRetry={() => view.refetch()} />
        ) : (
            <Skeleton active className="fc-page" />
        );
    const link = linkOf(case_type, Number(case_id));
    return (
        <div className="fc-page in-page">
            <header className="fc-record-head">
                <div className="fc-record-title">
                    <p className="fc-kicker">
                        <Link to="/promises">{t("nav.promises")}</Link> · {t(`PromiseCase.${case_type}`)}
                    </p>
                    <h1>
                        {data.number} {data.customer_name}
                    </h1>
                </div>
                {link && (
                    <div className="fc-page-actions">
                        <Link to={link}>{t("ui.insight.open_record")}</Link>
                    </div>
                )}
            </header>
            <div className="in-two">
                {data.promises.map(({ promise, changes }) => (
                    <Card
                        key={promise.id}
                        title={promise.kind === "extra" ? promise.subject : t(`PromiseKind.${promise.kind}`)}
                        extra={<StateTag type="PromiseOutcome" value={promise.outcome} />}
                    >
                        <ol className="in-ledger">
                            <li>
                                <b>{t("ui.insight.first_said")}</b>
                                <span>
                                    <PromiseValue
                                        kind={promise.kind}
                                        amount={promise.first_amount}
                                        time={promise.first_time}
                                    />
                                </span>
                                <small>
                                    {promise.person} · <InstantText value={promise.made_at} mode="clock" />
                                </small>
                            </li>
                            {changes.map((change) => (
                                <li key={change.changed_at + change.cause} className="due">
                                    <b>{t("ui.insight.change")}</b>
                                    <span>
                                        <del>
                                            <PromiseValue
                                                kind={promise.kind}
                                                amount={change.amount_before}
                                                time={change.time_before}
                                            />
                                        </del>{" "}
                                        →{" "}
                                        <PromiseValue
                                            kind={promise.kind}
                                            amount={change.amount_after}
                                            time={change.time_after}
                                        />
                                    </span>
                                    <small>
                                        {firstWord([
                                            `ui.insight.cause.${change.cause}`,
                                            "ui.insight.cause.other",
                                        ])}
                                        {change.reason && `：${change.reason}`} · {change.actor_name} ·{" "}
                                        <InstantText value={change.changed_at} mode="clock" />
                                    </small>
                                </li>
                            ))}
                            {promise.outcome !== "open" && promise.outcome !== "withdrawn" && (
                                <li className={promise.outcome === "broken" ? "late" : "ok"}>
                                    <b>{t("ui.insight.became")}</b>
                                    <span>
                                        {promise.kind === "extra" ? (
                                            t("ui.insight.handed_over")
                                        ) : (
                                            <PromiseValue
                                                kind={promise.kind}
                                                amount={promise.became_amount}
                                                time={promise.became_time}
                                            />
                                        )}
                                    </span>
                                    <small>
                                        {promise.kind !== "extra" &&
                                            `${words(promise.kind, promise.difference)} · `}
                                        <InstantText value={promise.settled_at} mode="clock" />
                                    </small>
                                </li>
                            )}
                        </ol>
                    </Card>
                ))}
            </div>
        </div>
    );
}
