import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { ProblemView, SigningPage, useAction, useView } from "@/kit";
import { uploadsSettled } from "@/kit/uploads";
import { percentText } from "./percent";
import { CostFacts, Schedule } from "./Schedule";
import type { LoanPlan } from "./types";
import "./financing.css";

interface ToSign {
    application: { id: number; number: string; version: number; sheet_hash: string };
    customer_name: string;
    car_title: string;
    lender_name: string;
    product_name: string;
    repayment: string;
    months: number;
    annual_rate_ppm: number;
    plan: LoanPlan;
    sheet_hash_now: string;
}

/**
 * The instalment sheet as the customer reads and signs it: every fee, every instalment, the rate with all of
 * it.
 */
export default function SignSheet() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const navigate = useNavigate();
    const view = useView("financing.application_record", { application_id: id });
    const sign = useAction("financing.sign_sheet", { showProblem: false });
    if (view.error) return <ProblemView problem={view.error} onRetry={() => view.refetch()} />;
    if (!view.data) return <Skeleton active className="fc-page" />;
    const sheet = view.data as unknown as ToSign;
    const rates = [
        [t("ui.financing.nominal_rate"), sheet.annual_rate_ppm],
        [t("ui.financing.annualised_rate"), sheet.plan.cost.annualised_rate_ppm],
        [t("ui.financing.effective_rate"), sheet.plan.cost.effective_rate_ppm],
    ] as const;
    return (
        <SigningPage
            title={t("ui.financing.sheet_title")}
            subtitle={`${sheet.application.number} · ${sheet.car_title}`}
            before={
                <div className="fc-stack">
                    <p>
                        {sheet.lender_name} {sheet.product_name} · {t(`Repayment.${sheet.repayment}`)} ·{" "}
                        {t("ui.financing.months", { n: sheet.months })}
                    </p>
                    <dl className="fc-due-figures">
                        {rates.map(([label, ppm]) => (
                            <div key={label}>
                                <dt>{label}</dt>
                                <dd>{percentText(ppm)}</dd>
                            </div>
                        ))}
                    </dl>
                    <CostFacts plan={sheet.plan} />
                    <Schedule plan={sheet.plan} />
                </div>
            }
            clauses={[{ title: "", text: t("ui.financing.sheet_statement"), conspicuous: true }]}
            name={sheet.customer_name}
            running={sign.running}
            problem={sign.problem}
            refused={sheet.application.sheet_hash ? t("refusal.sheet_is_signed") : undefined}
            submitLabel={t("financing.sign_sheet")}
            onBack={() => navigate(`/loans/${id}`)}
            onSign={async (signed) => {
                await uploadsSettled();
                const done = await sign.run({
                    application_id: id,
                    version: sheet.application.version,
                    sheet_hash: sheet.sheet_hash_now,
                    ...signed,
                });
                if (done) navigate(`/loans/${id}`);
            }}
        />
    );
}
