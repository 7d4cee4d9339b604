import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { ActionButton, Card, MoneyText, useView } from "@/kit";
import "./deals.css";

const incomes = ["car", "accessories", "fees", "rebate", "insurance_commission"] as const;
const costs = ["car_cost", "accessories_cost", "gifts_cost"] as const;
type Part = (typeof incomes)[number] | (typeof costs)[number];

/** What is left of the deal for the store, for those who may see it. */
export function MarginCard({ deal_id }: { deal_id: number }) {
    const { t } = useTranslation();
    const { may } = useSession();
    const view = useView("deals.deal_margin", { deal_id }, { enabled: may("deals.margin_read") });
    const data = view.data as unknown as
        | { margin: Record<Part | "gross" | "basis_points", number>; car_is_chosen: boolean }
        | undefined;
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
        </Card>
    );
}
