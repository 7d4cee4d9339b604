import { useTranslation } from "react-i18next";
import { ActionButton, type AllowedAction, Card, MoneyText, useView } from "@/kit";
import { VinFill } from "../vehicles/VinFill";
import "./deals.css";

interface Line {
    appraisal: {
        id: number;
        model_text: string;
        plate: string;
        mileage_km: number;
        condition: string;
        market_price: number;
        repair_estimate: number;
        offered: number;
        valid_until: string;
        accepted_at?: string;
    };
    allowed_actions: AllowedAction[];
}

/** The old car: what it is worth, what is offered, and one press that takes it in payment. */
export function TradeIn({ deal }: { deal: { id: number; version: number } }) {
    const { t } = useTranslation();
    const view = useView("deals.deal_appraisals", { deal_id: deal.id });
    const data = view.data as unknown as { appraisals: Line[]; allowed_actions: AllowedAction[] } | undefined;
    if (!data) return null;
    const appraise = data.allowed_actions.some((one) => !one.refused_because);
    if (data.appraisals.length === 0 && !appraise) return null;
    return (
        <Card
            title={t("view.deals.deal_appraisals")}
            extra={
                appraise && (
                    <ActionButton
                        action="deals.appraise_trade_in"
                        size="small"
                        fixed={{ deal_id: deal.id }}
                        initial={{ repair_estimate: 0 }}
                        after={(values) => <VinFill vin={values.vin} fields={{ model_name: "model_text" }} />}
                    />
                )
            }
        >
            {data.appraisals.length === 0 && <p className="fc-soft">{t("ui.deals.no_trade_in")}</p>}
            <ul className="fc-extras">
                {data.appraisals.map(({ appraisal, allowed_actions }) => (
                    <li key={appraisal.id}>
                        <span className="fc-task-text">
                            <b>
                                {appraisal.model_text} <MoneyText value={appraisal.offered} />
                            </b>
                            <small>
                                {appraisal.plate} {appraisal.mileage_km.toLocaleString()} km ·{" "}
                                {appraisal.condition}
                            </small>
                            <small>
                                {t("ui.deals.trade_in_basis", {
                                    market: appraisal.market_price,
                                    repair: appraisal.repair_estimate,
                                    day: appraisal.valid_until,
                                })}
                            </small>
                        </span>
                        {appraisal.accepted_at ? (
                            <span className="fc-state ok">{t("ui.deals.taken_in")}</span>
                        ) : (
                            allowed_actions.some((one) => !one.refused_because) && (
                                <ActionButton
                                    action="deals.accept_trade_in"
                                    size="small"
                                    fixed={{ appraisal_id: appraisal.id, version: deal.version }}
                                />
                            )
                        )}
                    </li>
                ))}
            </ul>
        </Card>
    );
}
