import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useSession } from "@/app/session";
import { Card, MoneyText, StateTag, useView } from "@/kit";

interface Loan {
    id: number;
    state: string;
    lender_name: string;
    product_name: string;
    months: number;
    principal: number;
    first_instalment: number;
}

interface Coverage {
    loan_received: number;
    loan_expected: number;
    open: number;
    customer_open: number;
    is_covered: boolean;
}

/** The deal's loans, and the way to compare plans when none is under way. */
export function Loans({ deal_id }: { deal_id: number }) {
    const { t } = useTranslation();
    const { may } = useSession();
    const navigate = useNavigate();
    const view = useView(
        "financing.deal_financing",
        { deal_id },
        { also: ["payments", "deals"], enabled: may("financing.loan_read") },
    );
    const data = view.data as unknown as
        | {
              loans: Loan[];
              coverage?: Coverage;
              allowed_actions: { name: string; refused_because?: string }[];
          }
        | undefined;
    if (!data) return null;
    const apply = data.allowed_actions.some((one) => !one.refused_because);
    if (data.loans.length === 0 && !apply) return null;
    return (
        <Card title={t("view.financing.deal_financing")}>
            <ul className="fc-deal-loans">
                {data.loans.map((loan) => (
                    <li key={loan.id}>
                        <Link to={`/loans/${loan.id}`}>
                            {loan.lender_name} {loan.product_name}
                        </Link>{" "}
                        <StateTag type="ApplicationState" value={loan.state} />
                        <small>
                            <MoneyText value={loan.principal} /> ·{" "}
                            {t("ui.financing.months", { n: loan.months })} ·{" "}
                            {t("ui.financing.first_instalment")} <MoneyText value={loan.first_instalment} />
                        </small>
                    </li>
                ))}
            </ul>
            {data.coverage && data.loans.length > 0 && (
                <p className={data.coverage.is_covered ? "fc-yes" : "fc-under"}>
                    {data.coverage.is_covered
                        ? t("ui.financing.is_covered")
                        : t("ui.financing.open_split", {
                              loan: data.coverage.loan_expected,
                              own: data.coverage.customer_open,
                          })}
                </p>
            )}
            {apply && (
                <Button block onClick={() => navigate(`/loans/compare?deal_id=${deal_id}`)}>
                    {t("view.financing.compare")}
                </Button>
            )}
        </Card>
    );
}
