import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { ListPage } from "@/kit";

export default function DealList() {
    const { t } = useTranslation();
    const { may } = useSession();
    const start = may("deals.deal_write") && (
        <Link to="/deals/new">
            <Button type="primary" icon={<PlusOutlined />}>
                {t("deals.start_quote")}
            </Button>
        </Link>
    );
    return (
        <ListPage
            view="deals.deal_list"
            sort="-created_at"
            filters={["state"]}
            rowLink={(row) => `/deals/${row.id}`}
            actions={start}
            empty={{ action: start }}
            also={["payments", "delivery"]}
            columns={[
                "customer_name",
                "state",
                "car_title",
                "total",
                { field: "paid" },
                "consultant_name",
                { field: "valid_until", hideOnPhone: true },
                { field: "created_at", hideOnPhone: true },
                { field: "number", hideOnPhone: true },
            ]}
        />
    );
}
