import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { InstantText } from "@/kit";
import { type DeliveryLine, stageOf } from "./types";

/** One car on its way to its owner, as boards show it. */
export function DeliveryCard({ one, stage }: { one: DeliveryLine; stage?: boolean }) {
    const { t } = useTranslation();
    return (
        <Link to={`/deliveries/${one.id}`} className="fc-delivery-card">
            <span className="fc-delivery-head">
                <b>{one.customer_name}</b>
                {stage && <span className="fc-state info">{t(`ui.delivery.stage_${stageOf(one)}`)}</span>}
            </span>
            <small>
                {one.number} · {one.vin.slice(-6)}
            </small>
            {one.appointed_at ? (
                <span className="fc-info-text">
                    {t("ui.delivery.comes")} <InstantText value={one.appointed_at} mode="clock" />
                </span>
            ) : (
                <small>
                    {t("ui.delivery.signed")} <InstantText value={one.created_at} />
                </small>
            )}
        </Link>
    );
}
