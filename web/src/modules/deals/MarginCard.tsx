import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { ActionButton, Card, MoneyText, useView } from "@/kit";
import "./deals.css";

const incomes = ["car", "accessories", "fees", "rebate", "insurance_commission"] as const;
const costs = ["car_cost", "accessories_cost", "gifts_cost"] as const;

function useMargin(deal_id: number) {
    const { may } = useSession();
    const view = useView(
        "deals.deal_margin",
        { deal_id },
        { enabled: may("deals.margin_read"), also: ["approvals"] },
    );
    return view.data;
}

/** What to see beside a reduction that is asked for: by whom, how much of the price, what is left. */
export function AskedDiscountFacts({ object_id }: { object_id: number }) {
    const { t } = useTranslation();
    const data = useMargin(object_id);
    if (!data?.asked) return null;
    const { asked, list_price } = data;
    const share = (part: number, all: number) => (all > 0 ? ((100 * part) / all).toFixed(2) : "0");
    return (
        <dl className="fc-facts tight fc-approval-facts">
            <div>
                <dt>{t("ui.deals.price_after")}</dt>
                <dd>
                    <MoneyText value={asked.car_price} />
                    <small>
                        {t("field.list_price")} <MoneyText value={list_price} />
                    </small>
                </dd>
            </div>
            <div>
                <dt>{t("field.discount")}</dt>
                <dd>
                    <MoneyText value={asked.amount} />
                    <small>{share(asked.amount, list_price)} %</small>
                </dd>
            </div>
            <div>
                <dt>{t("ui.deals.margin_after")}</dt>
                <dd>
                    {data.car_is_chosen ? (
                        <>
                            <MoneyText value={asked.margin.gross} />
                            <small>{(asked.margin.basis_points / 100).toFixed(2)} %</small>
                        </>
                    ) : (
                        <small>{t("ui.deals.margin_without_car")}</small>
                    )}
                </dd>
            </div>
            <div>
                <dt>{t("ui.deals.asked_by")}</dt>
                <dd>
                    {asked.asked_by_name}
                    {asked.endorsed_by_name && (
                        <small>{t("ui.deals.endorsed_by", { name: asked.endorsed_by_name })}</small>
                    )}
                </dd>
            </div>
        </dl>
    );
}

/** What is left of the deal for the store, for those who may see it. */
export function MarginCard({ deal_id }: { deal_id: number }) {
    const { t } = useTranslation();
    const data = useMargin(deal_id);
    if (!data) return null;
    const { margin } = data;
    return (
        <Card
            title={t("view.deals.deal_margin")}
            extra={<ActionButton action="deals.set_rebate" size="small" fixed={{ deal_id }} />}
        >
            <dl className="fc-sums">
                {incomes
                    .filter((name) => margin[name] !== 0)
                    .map((name) => (
                        <div key={name}>
                            <dt>{t(`ui.deals.margin_${name}`)}</dt>
                            <dd>
                                <MoneyText value={margin[name]} />
                            </dd>
                        </div>
                    ))}
                {costs
                    .filter((name) => margin[name] !== 0)
                    .map((name) => (
                        <div key={name}>
                            <dt>{t(`ui.deals.margin_${name}`)}</dt>
                            <dd>
                                <MoneyText value={-margin[name]} />
                            </dd>
                        </div>
                    ))}
                <div className="total">
                    <dt>
                        {t("ui.deals.margin_gross")}
                        <small>
                            {data.car_is_chosen
                                ? t("ui.deals.margin_share", {
                                      share: (margin.basis_points / 100).toFixed(2),
                                  })
                                : t("ui.deals.margin_without_car")}
                        </small>
                    </dt>
                    <dd>
                        <MoneyText value={margin.gross} strong />
                    </dd>
                </div>
            </dl>
            {data.without_cost > 0 && (
                <p className="fc-due-text fc-under">
                    {t("ui.deals.margin_without_cost", { n: data.without_cost })}
                </p>
            )}
        </Card>
    );
}
