import { ArrowLeftOutlined } from "@ant-design/icons";
import { Alert, Button, Drawer, Segmented, Skeleton, Slider } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useSession } from "@/app/session";
import {
    EmptyState,
    Labelled,
    MoneyInput,
    MoneyText,
    ProblemView,
    problemText,
    useAction,
    useView,
} from "@/kit";
import { percentText } from "./percent";
import { CostFacts, Schedule } from "./Schedule";
import type { Comparison, LoanPlan, PlanLine } from "./types";
import "./financing.css";

/** A plan's instalments, opened beside the comparison. */
function PlanDrawer({
    plan,
    principal,
    onClose,
}: {
    plan?: PlanLine;
    principal: number;
    onClose: () => void;
}) {
    const { t } = useTranslation();
    const view = useView(
        "financing.schedule",
        { term_id: plan?.term_id, principal },
        { enabled: plan !== undefined },
    );
    const data = view.data as unknown as LoanPlan | undefined;
    return (
        <Drawer
            open={plan !== undefined}
            onClose={onClose}
            size="large"
            title={
                plan &&
                `${plan.lender_name} ${plan.product_name} · ${t("ui.financing.months", { n: plan.months })}`
            }
        >
            {view.error && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {data ? (
                <div className="fc-stack">
                    <CostFacts plan={data} />
                    <Schedule plan={data} />
                </div>
            ) : (
                !view.error && <Skeleton active />
            )}
        </Drawer>
    );
}

/** One plan as a column; the bar shows what is paid beside the loan itself. */
function PlanColumn(props: {
    plan: PlanLine;
    most: number;
    cheapest: boolean;
    onSchedule: () => void;
    onApply?: () => void;
    applying: boolean;
}) {
    const { t } = useTranslation();
    const { plan } = props;
    const { cost } = plan;
    const share = (part: number) => `${props.most > 0 ? (100 * part) / props.most : 0}%`;
    return (
        <article className={`fc-plan-column${plan.refused_because ? " refused" : ""}`}>
            <header>
                <h2>{plan.lender_name}</h2>
                <p>
                    {plan.product_name} · {t(`Repayment.${plan.repayment}`)}
                </p>
                {props.cheapest && <span className="fc-state ok">{t("ui.financing.cheapest")}</span>}
            </header>
            <dl className="fc-plan-first">
                <dt>{t("ui.financing.first_instalment")}</dt>
                <dd>
                    <MoneyText value={cost.first_instalment} strong />
                    <small>
                        {cost.balloon > 0
                            ? t("ui.financing.with_balloon", { n: plan.months, balloon: cost.balloon })
                            : cost.first_instalment === cost.last_instalment ||
                                plan.repayment === "equal_instalment"
                              ? t("ui.financing.months", { n: plan.months })
                              : t("ui.financing.down_to", { n: plan.months, last: cost.last_instalment })}
                    </small>
                </dd>
            </dl>
            <div className="fc-cost-bar" aria-hidden="true">
                <i className="interest" style={{ width: share(cost.total_interest) }} />
                <i
                    className="fees"
                    style={{ width: share(cost.fees_at_signing + cost.fees_in_instalments) }}
                />
            </div>
            <dl className="fc-sums">
                <div>
                    <dt>{t("ui.financing.total_cost")}</dt>
                    <dd>
                        <MoneyText value={cost.total_cost} strong />
                    </dd>
                </div>
                <div>
                    <dt>
                        <i className="fc-swatch interest" />
                        {t("ui.financing.total_interest")}
                    </dt>
                    <dd>
                        <MoneyText value={cost.total_interest} />
                    </dd>
                </div>
                {plan.fees.map((fee) => (
                    <div key={fee.title}>
                        <dt>
                            <i className="fc-swatch fees" />
                            {fee.title}
                            <small>{t(`FeeTiming.${fee.paid}`)}</small>
                        </dt>
                        <dd>
                            <MoneyText value={fee.amount} />
                        </dd>
                    </div>
                ))}
                <div>
                    <dt>{t("ui.financing.at_once")}</dt>
                    <dd>
                        <MoneyText value={plan.at_once} />
                    </dd>
                </div>
                <div className="total">
                    <dt>{t("ui.financing.nominal_rate")}</dt>
                    <dd>{percentText(plan.annual_rate_ppm)}</dd>
                </div>
                <div>
                    <dt>{t("ui.financing.annualised_rate")}</dt>
                    <dd>{percentText(cost.annualised_rate_ppm)}</dd>
                </div>
                <div>
                    <dt>
                        {t("ui.financing.effective_rate")}
                        <small>{t("ui.financing.effective_rate_help")}</small>
                    </dt>
                    <dd className="fc-rate">{percentText(cost.effective_rate_ppm)}</dd>
                </div>
            </dl>
            <footer>
                {plan.refused_because && (
                    <p className="fc-late-text">{t(`ui.financing.not_for.${plan.refused_because}`)}</p>
                )}
                <Button onClick={props.onSchedule} disabled={!!plan.refused_because}>
                    {t("view.financing.schedule")}
                </Button>
                {props.onApply && (
                    <Button
                        type="primary"
                        onClick={props.onApply}
                        loading={props.applying}
                        disabled={!!plan.refused_because}
                    >
                        {t("financing.apply")}
                    </Button>
                )}
            </footer>
        </article>
    );
}

/**
 * Plans side by side for one car and one sum: what each month, what in all, and at which rate with every fee
 * in it.
 */
export default function Compare() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const { may } = useSession();
    const [search] = useSearchParams();
    const number = (name: string) => (search.get(name) ? Number(search.get(name)) : undefined);
    const deal_id = number("deal_id");
    const follows_id = number("follows_id");
    const [car_price, setPrice] = useState<number | undefined>(deal_id ? undefined : 15_000_000);
    const [principal, setPrincipal] = useState<number | undefined>(number("principal"));
    const [asked, setAsked] = useState<number | undefined>(number("principal"));
    const [months, setMonths] = useState<number>();
    const [opened, setOpened] = useState<PlanLine>();
    const view = useView(
        "financing.compare",
        { deal_id, car_price, principal: asked, months },
        { enabled: deal_id !== undefined || car_price !== undefined },
    );
    const apply = useAction("financing.apply", { showProblem: false });
    const data = view.data as unknown as Comparison | undefined;
    useEffect(() => {
        // The first answer says how much is usual; from then on the person does.
        if (principal === undefined && data) setPrincipal(data.principal);
    }, [data, principal]);
    useEffect(() => {
        const timer = setTimeout(() => setAsked(principal), 250);
        return () => clearTimeout(timer);
    }, [principal]);
    const fitting = data?.plans.filter((one) => !one.refused_because) ?? [];
    const cheapest = fitting.length > 1 ? fitting[0]?.term_id : undefined;
    const most = Math.max(0, ...(data?.plans.map((one) => one.cost.total_cost) ?? []));
    const send = async (plan: PlanLine) => {
        const done = await apply.run({
            deal_id,
            term_id: plan.term_id,
            principal: data?.principal,
            follows_id,
        });
        if (done) navigate(`/loans/${(done as { id: number }).id}`);
    };
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("view.financing.compare")}</h1>
                {deal_id ? (
                    <Link to={`/deals/${deal_id}`}>
                        <ArrowLeftOutlined /> {t("ui.financing.to_deal")}
                    </Link>
                ) : (
                    <Link to="/loans">
                        <ArrowLeftOutlined /> {t("nav.loans")}
                    </Link>
                )}
            </header>
            <section className="fc-compare-asked" aria-label={t("ui.financing.asked")}>
                {deal_id === undefined && (
                    <Labelled label={t("ui.financing.car_price")}>
                        {(id) => <MoneyInput id={id} value={car_price} onChange={setPrice} />}
                    </Labelled>
                )}
                <Labelled label={t("ui.financing.loan")}>
                    {(id) => <MoneyInput id={id} value={principal} onChange={setPrincipal} />}
                </Labelled>
                {data && (
                    <div className="fc-compare-slider">
                        <span>
                            {t("ui.financing.down_payment")} <MoneyText value={data.down_payment} strong />
                            <small>{((100 * data.down_payment) / data.car_price).toFixed(1)} %</small>
                        </span>
                        <Slider
                            min={100_000}
                            max={Math.max(100_000, data.most)}
                            step={100_000}
                            tooltip={{ formatter: null }}
                            value={principal ?? data.principal}
                            onChange={setPrincipal}
                            aria-label={t("ui.financing.loan")}
                        />
                    </div>
                )}
                {data && data.months_offered.length > 1 && (
                    <Segmented
                        value={months ?? 0}
                        onChange={(value) => setMonths(value === 0 ? undefined : Number(value))}
                        options={[
                            { value: 0, label: t("ui.financing.any_months") },
                            ...data.months_offered.map((value) => ({
                                value,
                                label: t("ui.financing.months", { n: value }),
                            })),
                        ]}
                    />
                )}
            </section>
            {apply.problem && (
                <Alert type="warning" showIcon role="alert" title={problemText(apply.problem)} />
            )}
            {view.error && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {!data && !view.error && <Skeleton active />}
            {data && data.plans.length === 0 && (
                <EmptyState title={t("ui.financing.no_terms")} text={t("ui.financing.no_terms_text")} />
            )}
            {data && (
                <div className="fc-compare">
                    {data.plans.map((plan) => (
                        <PlanColumn
                            key={plan.term_id}
                            plan={plan}
                            most={most}
                            cheapest={plan.term_id === cheapest}
                            onSchedule={() => setOpened(plan)}
                            onApply={
                                deal_id !== undefined && may("financing.loan_write")
                                    ? () => send(plan)
                                    : undefined
                            }
                            applying={apply.running}
                        />
                    ))}
                </div>
            )}
            <PlanDrawer plan={opened} principal={data?.principal ?? 0} onClose={() => setOpened(undefined)} />
        </div>
    );
}
