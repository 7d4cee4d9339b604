import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { ClockBadge, InstantText, ListPage, PlateText } from "@/kit";
import { isOver } from "./orderTime";

/** Every repair order, those in the house first by a press. */
export default function OrderList() {
    const { t } = useTranslation();
    const { may } = useSession();
    return (
        <ListPage
            view="workshop.order_list"
            sort="-opened_at"
            filters={["open", "state", "advisor_id"]}
            rowLink={(row) => `/workshop/orders/${row.id}`}
            rowTone={(row) =>
                isOver(row) ? undefined : Date.parse(row.promised_at) < Date.now() ? "late" : undefined
            }
            columns={[
                "number",
                "state",
                {
                    field: "plate",
                    show: (row) => (
                        <>
                            {row.plate && <PlateText value={row.plate} />} {row.model_name}
                        </>
                    ),
                },
                "customer_name",
                { field: "advisor_name", hideOnPhone: true },
                {
                    field: "promised_at",
                    show: (row) =>
                        isOver(row) ? (
                            <InstantText value={row.promised_at} mode="clock" />
                        ) : (
                            <ClockBadge due_at={row.promised_at} started_at={row.opened_at} compact />
                        ),
                },
                "planned_total",
                { field: "opened_at", hideOnPhone: true },
            ]}
            actions={
                may("workshop.order_write") && (
                    <Link to="/workshop/receive">
                        <Button type="primary">{t("workshop.receive_car")}</Button>
                    </Link>
                )
            }
            empty={{ title: t("ui.workshop.no_orders"), text: t("ui.workshop.no_orders_text") }}
        />
    );
}
