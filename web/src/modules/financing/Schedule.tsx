import { useTranslation } from "react-i18next";
import { MoneyText } from "@/kit";
import type { LoanPlan } from "./types";
import "./financing.css";

/** Every instalment with its parts; the sums below are those of the sheet. */
export function Schedule({ plan }: { plan: LoanPlan }) {
    const { t } = useTranslation();
    const { cost } = plan;
    const columns = ["principal", "interest", "fee", "total", "balance"] as const;
    return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the phone can be scrolled by keyboard
        <section className="fc-schedule" tabIndex={0} aria-label={t("view.financing.schedule")}>
            <table>
                <thead>
                    <tr>
                        <th>{t("ui.financing.number")}</th>
                        {columns.map((name) => (
                            <th key={name} className="right">
                                {t(`ui.financing.${name}`)}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {plan.instalments.map((one) => (
                        <tr key={one.number}>
                            <td>{one.number}</td>
                            {columns.map((name) => (
                                <td key={name} className={name === "total" ? "right total" : "right"}>
                                    <MoneyText value={one[name]} />
                                </td>
                            ))}
                        </tr>
                    ))}
                </tbody>
                <tfoot>
                    <tr>
                        <td>{t("ui.financing.sum")}</td>
                        <td className="right">
                            <MoneyText value={plan.principal} />
                        </td>
                        <td className="right">
                            <MoneyText value={cost.total_interest} />
                        </td>
                        <td className="right">
                            <MoneyText value={cost.fees_in_instalments} />
                        </td>
                        <td className="right total">
                            <MoneyText value={cost.total_paid - cost.fees_at_signing} />
                        </td>
                        <td />
                    </tr>
                </tfoot>
            </table>
        </section>
    );
}

/** What the loan costs, each fee with its sentence, and the rate with everything in it. */
export function CostFacts({ plan }: { plan: LoanPlan }) {
    const { t } = useTranslation();
    return (
        <dl className="fc-sums">
            <div>
                <dt>{t("ui.financing.loan")}</dt>
                <dd>
                    <MoneyText value={plan.principal} />
                </dd>
            </div>
            <div>
                <dt>{t("ui.financing.total_interest")}</dt>
                <dd>
                    <MoneyText value={plan.cost.total_interest} />
                </dd>
            </div>
            {plan.fees.map((fee) => (
                <div key={fee.title}>
                    <dt>
                        {fee.title}
                        <small>
                            {fee.explanation} · {t(`FeeTiming.${fee.paid}`)}
                        </small>
                    </dt>
                    <dd>
                        <MoneyText value={fee.amount} />
                    </dd>
                </div>
            ))}
            <div className="total">
                <dt>{t("ui.financing.total_cost")}</dt>
                <dd>
                    <MoneyText value={plan.cost.total_cost} strong />
                </dd>
            </div>
            <div>
                <dt>{t("ui.financing.total_paid")}</dt>
                <dd>
                    <MoneyText value={plan.cost.total_paid} />
                </dd>
            </div>
        </dl>
    );
}
