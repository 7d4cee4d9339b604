import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Card, EmptyState, useListView } from "@/kit";
import { DeliveryCard } from "./DeliveryCard";
import type { DeliveryLine } from "./types";
import "./delivery.css";

/** The cars being made ready, for Today: who comes first stands first. */
export default function Preparing() {
    const { t } = useTranslation();
    const list = useListView(
        "delivery.delivery_list",
        { state: "preparing", limit: 12 },
        { also: ["deals", "payments"] },
    );
    if (list.isPending) return null;
    const rows = (list.rows as unknown as DeliveryLine[]).toSorted((a, b) =>
        (a.appointed_at ?? "9").localeCompare(b.appointed_at ?? "9"),
    );
    return (
        <Card
            title={t("ui.delivery.preparing")}
            count={rows.length}
            extra={<Link to="/deliveries">{t("nav.delivery")}</Link>}
            flush
        >
            {rows.length === 0 ? (
                <EmptyState small title={t("ui.delivery.none")} />
            ) : (
                <ul className="fc-delivery-list">
                    {rows.map((one) => (
                        <li key={one.id}>
                            <DeliveryCard one={one} stage />
                        </li>
                    ))}
                </ul>
            )}
        </Card>
    );
}
