import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ListPage } from "@/kit";

/** Deliveries of suppliers. */
export default function ReceiptList() {
    const { t } = useTranslation();
    return (
        <ListPage
            view="parts.receipt_list"
            sort="-received_at"
            columns={[
                "number",
                "supplier_name",
                "delivery_note",
                "received_at",
                "received_by_name",
                "net",
                "tax",
            ]}
            actions={
                <Link to="/parts/receive">
                    <Button type="primary">{t("parts.receive_goods")}</Button>
                </Link>
            }
        />
    );
}
