import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import {
    type AllowedAction,
    type Clause,
    MoneyText,
    ProblemView,
    SigningPage,
    useAction,
    useView,
} from "@/kit";
import { uploadsSettled } from "@/kit/uploads";
import { comma, firstWord } from "@/words/i18n";
import type { DealLine } from "./types";
import "./deals.css";

interface ToRead {
    title: string;
    number: string;
    clauses: Clause[];
    lines: DealLine[];
    total: number;
    contents_hash: string;
    text_changed: boolean;
    missing: string[];
}

/** The contract as the customer reads and signs it on the screen. */
export default function SignContract() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const navigate = useNavigate();
    const paper = useView("deals.contract_to_read", { deal_id: id });
    const record = useView("deals.deal_record", { deal_id: id });
    const sign = useAction("deals.sign_contract", { showProblem: false });
    const problem = paper.error ?? record.error;
    if (problem) return <ProblemView problem={problem} onRetry={() => paper.refetch()} />;
    if (!paper.data || !record.data) return <Skeleton active className="fc-page" />;
    const text = paper.data as unknown as ToRead;
    const deal = record.data as unknown as {
        deal: { version: number };
        customer_name: string;
        allowed_actions: AllowedAction[];
    };
    const own = deal.allowed_actions.find((one) => one.name === "deals.sign_contract");
    const refused = text.text_changed
        ? t("refusal.contract_text_changed")
        : text.missing.length > 0
          ? t("ui.deals.missing") +
            text.missing.map((one) => firstWord([`contract_field.${one}`, `field.${one}`, one])).join(comma())
          : own?.refused_because
            ? t(`refusal.${own.refused_because}`)
            : undefined;
    return (
        <SigningPage
            title={text.title}
            subtitle={text.number}
            clauses={text.clauses}
            before={
                <table className="fc-plan">
                    <tbody>
                        {text.lines.map((one) => (
                            <tr key={one.id}>
                                <td>
                                    {one.title}
                                    <small>
                                        {one.explanation}
                                        {one.worth > 0 &&
                                            ` ${t("ui.deals.gift_worth", { worth: one.worth })}`}
                                    </small>
                                </td>
                                <td className="right">
                                    <MoneyText value={one.amount} />
                                </td>
                            </tr>
                        ))}
                    </tbody>
                    <tfoot>
                        <tr>
                            <td>{t("ui.deals.pays_in_all")}</td>
                            <td className="right">
                                <MoneyText value={text.total} strong />
                            </td>
                        </tr>
                    </tfoot>
                </table>
            }
            name={deal.customer_name}
            running={sign.running}
            problem={sign.problem}
            refused={refused}
            submitLabel={t("deals.sign_contract")}
            onBack={() => navigate(`/deals/${id}`)}
            onSign={async (signed) => {
                await uploadsSettled();
                const done = await sign.run({
                    deal_id: id,
                    version: deal.deal.version,
                    contents_hash: text.contents_hash,
                    ...signed,
                });
                if (done) navigate(`/deals/${id}`);
            }}
        />
    );
}
