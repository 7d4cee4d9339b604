import { AppstoreOutlined, DiffOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useSession } from "@/app/session";
import { ListPage, MonthSums, useView } from "@/kit";

/** Every application, the newest first; beside it what lenders offer and the comparison. */
export default function LoanList() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const { may } = useSession();
    const months = useView("financing.disbursed_by_month", {}).data?.months ?? [];
    const lenders = useView("financing.product_list", {}).data?.products ?? [];
    return (
        <ListPage
            view="financing.application_list"
            top={
                <MonthSums
                    title={t("view.financing.disbursed_by_month")}
                    months={months}
                    who={{ title: t("field.lender_name"), of: (one) => one.lender_name }}
                    columns={[
                        { name: "loans", title: t("ui.financing.loans_paid"), counts: true },
                        { name: "principal", title: t("field.principal") },
                    ]}
                />
            }
            sort="-applied_at"
            choices={{ lender_name: [...new Set(lenders.map((one) => one.product.lender_name))] }}
            filters={["state", "lender_name", "disbursed_from", "disbursed_until"]}
            rowLink={(row) => `/loans/${row.id}`}
            also={["payments", "deals"]}
            columns={[
                "number",
                "state",
                "customer_name",
                "lender_name",
                "product_name",
                "months",
                "principal",
                "applied_at",
                "disbursed_on",
                "mortgage_registered_on",
            ]}
            empty={{ title: t("ui.financing.none_yet"), text: t("ui.financing.none_yet_text") }}
            actions={
                may("financing.loan_compare") && (
                    <>
                        <Button icon={<AppstoreOutlined />} onClick={() => navigate("/loans/products")}>
                            {t("view.financing.product_list")}
                        </Button>
                        <Button
                            type="primary"
                            icon={<DiffOutlined />}
                            onClick={() => navigate("/loans/compare")}
                        >
                            {t("view.financing.compare")}
                        </Button>
                    </>
                )
            }
        />
    );
}
