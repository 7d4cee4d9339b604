import "./purchase.css";
import { LeftOutlined } from "@ant-design/icons";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { EmptyState, MoneyText, PlateText, ProblemView, useView } from "@/kit";
import { storeTime } from "@/words/format";
import { comma, currentLanguage } from "@/words/i18n";
import { type Purchase as Bought, headline } from "./PurchaseCard";

type Case = Bought["cases"][number];

const day = (at: string) => storeTime(at).format("YYYY-MM-DD");

/** How far a case has come, as three points with their days. */
function CaseWay({ one }: { one: Case }) {
    const { t } = useTranslation();
    const at = one.state === "done" ? 2 : one.state === "with_authority" ? 1 : 0;
    const days = [undefined, one.sent_at && day(one.sent_at), one.done_at && day(one.done_at)];
    return (
        <ol className="my-steps" aria-label={t("ui.my.progress")}>
            {["collecting", "with_authority", "done"].map((step, index) => (
                <li
                    key={step}
                    className={index < at || one.state === "done" ? "done" : index === at ? "now" : undefined}
                    aria-current={index === at ? "step" : undefined}
                >
                    <span>{t(`ui.my.case_step.${step}`)}</span>
                    {days[index] && <small>{days[index]}</small>}
                </li>
            ))}
        </ol>
    );
}

/** What came of a case: the plate, the policy, the receipt, and the money that was left. */
function Outcome({ one }: { one: Case }) {
    const { t } = useTranslation();
    const facts: [string, React.ReactNode][] = [];
    if (one.insurer) facts.push([t("field.insurer"), one.insurer]);
    if (one.policy_number) facts.push([t("field.policy_number"), one.policy_number]);
    if (one.insured_until) facts.push([t("ui.my.insured_until"), one.insured_until]);
    if (one.result && one.kind !== "insurance") facts.push([t(`ui.my.result.${one.kind}`), one.result]);
    if (one.receipt_number) facts.push([t("field.receipt_number"), one.receipt_number]);
    facts.push([t("ui.my.collected"), <MoneyText key="collected" value={one.collected} />]);
    if (one.state === "done") facts.push([t("ui.my.paid_out"), <MoneyText key="paid" value={one.paid} />]);
    if (one.rest > 0)
        facts.push([
            t("ui.my.rest"),
            <>
                <MoneyText value={one.rest} />{" "}
                <span className={`fc-state ${one.rest_returned_at ? "ok" : "due"}`}>
                    {one.rest_returned_at
                        ? t("ui.my.rest_returned", { at: day(one.rest_returned_at) })
                        : t("ui.my.rest_open")}
                </span>
            </>,
        ]);
    return (
        <dl className="my-facts">
            {facts.map(([label, value]) => (
                <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                </div>
            ))}
        </dl>
    );
}

/** What she still waits for stands above what is settled. */
function waitingFirst(cases: Case[]): Case[] {
    const isDone = (one: Case) => one.state === "done";
    return [...cases.filter((one) => !isDone(one)), ...cases.filter(isDone)];
}

function CaseCard({ one }: { one: Case }) {
    const { t } = useTranslation();
    return (
        <section className="my-card my-case">
            <header>
                <h2>{t(`CaseKind.${one.kind}`)}</h2>
                {one.state === "done" ? (
                    <span className="fc-state ok">{t("CaseState.done")}</span>
                ) : (
                    <span className={`fc-state ${one.is_late ? "late" : "info"}`}>
                        {t(one.is_late ? "ui.my.was_expected" : "ui.my.expected_on", { at: one.expected_on })}
                    </span>
                )}
            </header>
            <CaseWay one={one} />
            {one.missing_papers.length > 0 && (
                <div className="my-bring">
                    <b>{t("ui.my.please_bring")}</b>
                    <ul>
                        {one.missing_papers.map((paper) => (
                            <li key={paper.zh}>{paper[currentLanguage()] || paper.zh}</li>
                        ))}
                    </ul>
                </div>
            )}
            <Outcome one={one} />
            {one.state !== "done" && one.owner_name && (
                <small className="fc-soft">{t("ui.my.case_owner", { name: one.owner_name })}</small>
            )}
        </section>
    );
}

/** The promises of her contract: how often each was kept, and until when it holds. */
function Promises({ one }: { one: Bought }) {
    const { t } = useTranslation();
    if (one.promises.length === 0) return null;
    return (
        <section className="my-card">
            <h2>{t("ui.my.promises")}</h2>
            <ul className="my-promises">
                {one.promises.map((promise) => (
                    <li key={promise.title}>
                        <span>
                            <b>{promise.title}</b>
                            <em className={promise.left === 0 ? "used" : undefined}>
                                {t("ui.my.promise_left", { left: promise.left, times: promise.times })}
                            </em>
                        </span>
                        <span className="my-uses" aria-hidden="true">
                            {Array.from({ length: Math.min(promise.times, 12) }, (_, at) => (
                                <i key={at} className={at < promise.used ? "used" : undefined} />
                            ))}
                        </span>
                        <small>
                            {promise.ends_on
                                ? t("ui.my.promise_until", { at: promise.ends_on })
                                : t("ui.my.promise_months", { n: promise.valid_months })}
                            {promise.drawn_at.length > 0 &&
                                ` · ${t("ui.my.promise_drawn")} ${promise.drawn_at.map(day).join(comma())}`}
                        </small>
                    </li>
                ))}
            </ul>
        </section>
    );
}

function Lines({ one }: { one: Bought }) {
    const { t } = useTranslation();
    const open = one.total - one.paid;
    return (
        <section className="my-card">
            <h2>{t("ui.my.bought")}</h2>
            <ul className="my-bought">
                {one.lines.map((line, index) => (
                    <li key={index}>
                        <span>
                            <b>{line.title}</b>
                            {line.explanation && <small>{line.explanation}</small>}
                        </span>
                        <span>
                            {line.kind === "gift" ? (
                                <>
                                    {t("ui.my.gift")} <MoneyText value={line.worth} />
                                </>
                            ) : (
                                <MoneyText value={line.amount} />
                            )}
                        </span>
                    </li>
                ))}
                <li className="total">
                    <b>{t("field.total")}</b>
                    <b>
                        <MoneyText value={one.total} />
                    </b>
                </li>
                <li>
                    <span>{t("ui.my.paid")}</span>
                    <MoneyText value={one.paid} />
                </li>
                {open > 0 && (
                    <li className="my-late">
                        <span>{t("ui.my.to_pay")}</span>
                        <MoneyText value={open} />
                    </li>
                )}
            </ul>
        </section>
    );
}

/** One purchase on the customer's phone: her car, what is done for it, what was promised, what it costs. */
export default function Purchase() {
    const { t } = useTranslation();
    const { token, id } = useParams();
    const { data, error, refetch } = useView(
        "deals.my_purchases",
        {},
        { everyMs: 30_000, also: ["delivery", "payments"] },
    );
    if (error && !data) return <ProblemView problem={error} onRetry={() => refetch()} />;
    if (!data) return <Skeleton active />;
    const one = data.purchases.find((each) => each.deal_id === Number(id));
    return (
        <>
            <Link to={`/c/${token}`} className="my-back">
                <LeftOutlined /> {t("ui.my.to_home")}
            </Link>
            {!one && <EmptyState title={t("ui.my.no_purchase")} />}
            {one && (
                <>
                    <section className="my-card my-head">
                        <header>
                            {one.plate && <PlateText value={one.plate} />}
                            <b>{one.car_title}</b>
                        </header>
                        <h1>{headline(one, t)}</h1>
                        <p className="fc-soft">
                            {[one.colour, one.contract_number, one.consultant_name]
                                .filter(Boolean)
                                .join(" · ")}
                        </p>
                        {one.fittings.length > 0 && (
                            <ul className="my-fittings">
                                {one.fittings.map((fitting) => (
                                    <li key={fitting.title} className={fitting.state}>
                                        {fitting.title}
                                        <span
                                            className={`fc-state ${fitting.state === "fitted" ? "ok" : "mute"}`}
                                        >
                                            {t(`FittingState.${fitting.state}`)}
                                        </span>
                                    </li>
                                ))}
                            </ul>
                        )}
                    </section>
                    {waitingFirst(one.cases).map((each) => (
                        <CaseCard key={each.case_id} one={each} />
                    ))}
                    <Promises one={one} />
                    <Lines one={one} />
                </>
            )}
        </>
    );
}
