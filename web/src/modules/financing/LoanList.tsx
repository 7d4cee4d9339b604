import { AppstoreOutlined, DiffOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ViewAnswer } from "@/api/typed";
import { useSession } from "@/app/session";
import { Card, ListPage, MoneyText, useView } from "@/kit";

type PaidInMonth = ViewAnswer<"financing.disbursed_by_month">["months"][number];

/** What each lender paid out, month by month. */
function PaidByMonth({ months }: { months: PaidInMonth[] }) {
    const { t } = useTranslation();
    if (months.length === 0) return null;
    return (
        <Card title={t("view.financing.disbursed_by_month")} flush>
            <div className="fc-table-wrap">
                <table className="fc-table">
                    <thead>
                        <tr>
                            <th>{t("field.month")}</th>
                            <th>{t("field.lender_name")}</th>
                            <th className="right">{t("ui.financing.loans_paid")}</th>
                            <th className="right">{t("field.principal")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {months.map((one) => (
                            <tr key={one.month + one.lender_name}>
                                <th scope="row">{one.month}</th>
                                <td>{one.lender_name}</td>
                                <td className="right">{one.loans}</td>
                                <td className="right">
                                    <MoneyText value={one.principal} />
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </Card>
    );
}

/** Every application, the newest first; beside it what lenders offer and the comparison. */
export default function LoanList() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const { may } = useSession();
    const months = useView("financing.disbursed_by_month", {}).data?.months ?? [];
    const lenders = useView("financing.product_list", {}).data?.products ?? [];
    return (
        <>
            <ListPage
                view="financing.application_list"
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
            <div className="fc-page fc-below-list">
                <PaidByMonth months={months} />
            </div>
        </>
    );
}
