import { WarningOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { InstantText, MoneyText } from "@/kit";
import { storeToday } from "@/words/format";
import type { DeliveryLine } from "./types";

/** One car on its way to its owner, as boards show it. */
export function DeliveryCard({ one }: { one: DeliveryLine }) {
    const { t } = useTranslation();
    const late = one.promised_on && one.promised_on < storeToday() && !one.delivered_at;
    return (
        <Link to={`/deliveries/${one.id}`} className="fc-delivery-card">
            <b>{one.customer_name}</b>
            <span>
                {one.car_title} <small>{one.vin_tail}</small>
            </span>
            {one.appointed_at && (
                <span className="fc-info-text">
                    {t("ui.delivery.comes")} <InstantText value={one.appointed_at} mode="clock" />
                </span>
            )}
            <span className="fc-delivery-foot">
                {one.promised_on && (
                    <small className={late ? "fc-late-text" : undefined}>
                        {t("ui.delivery.promised", { day: one.promised_on.slice(5) })}
                    </small>
                )}
                {one.open_faults > 0 && (
                    <span className="fc-state late">
                        <WarningOutlined /> {t("ui.delivery.faults", { n: one.open_faults })}
                    </span>
                )}
                {one.open > 0 ? (
                    <span className="fc-state due">
                        {t("ui.delivery.open")} <MoneyText value={one.open} />
                    </span>
                ) : (
                    <span className="fc-state ok">{t("ui.delivery.paid_up")}</span>
                )}
            </span>
        </Link>
    );
}
