import { PlusOutlined } from "@ant-design/icons";
import { Button, Skeleton, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ActionButton, Card, EmptyState, MoneyText, ProblemView, useView } from "@/kit";
import { comma } from "@/words/i18n";
import { percentText } from "./percent";
import { TermsForm } from "./TermsForm";
import "./financing.css";

interface FeeTerm {
    title: string;
    explanation: string;
    fixed: number;
    basis_points: number;
    paid: string;
}

interface TermLine {
    term: {
        id: number;
        valid_from: string;
        valid_until?: string;
        months: number;
        annual_rate_ppm: number;
        down_payment_basis_points: number;
        amount_min: number;
        amount_max: number;
        balloon_basis_points: number;
    };
    fees: FeeTerm[];
    is_valid: boolean;
    allowed_actions: { name: string; refused_because?: string }[];
}

export interface ProductLine {
    product: { id: number; lender_name: string; name: string; repayment: string };
    papers: string[];
    terms: TermLine[];
    allowed_actions: { name: string }[];
}

function TermRow({ line }: { line: TermLine }) {
    const { t } = useTranslation();
    const { term } = line;
    const end = line.allowed_actions.find((one) => one.name === "financing.end_terms");
    return (
        <tr className={line.is_valid ? undefined : "past"}>
            <td>{t("ui.financing.months", { n: term.months })}</td>
            <td className="right">{percentText(term.annual_rate_ppm)}</td>
            <td className="right">{percentText(term.down_payment_basis_points * 100)}</td>
            <td className="right">
                <MoneyText value={term.amount_min} /> – <MoneyText value={term.amount_max} />
            </td>
            <td>
                {term.balloon_basis_points > 0 && (
                    <span>
                        {t("ui.financing.balloon")} {percentText(term.balloon_basis_points * 100)}
                    </span>
                )}
                {line.fees.map((fee) => (
                    <span key={fee.title} className="fc-fee" title={fee.explanation}>
                        {fee.title} {fee.basis_points > 0 && percentText(fee.basis_points * 100)}
                        {fee.basis_points > 0 && fee.fixed > 0 && " + "}
                        {fee.fixed > 0 && <MoneyText value={fee.fixed} />}
                        <small>{t(`FeeTiming.${fee.paid}`)}</small>
                    </span>
                ))}
            </td>
            <td>
                {term.valid_from} – {term.valid_until ?? t("ui.financing.open_end")}
            </td>
            <td className="right">
                {end && !end.refused_because && (
                    <ActionButton action="financing.end_terms" size="small" fixed={{ term_id: term.id }} />
                )}
            </td>
        </tr>
    );
}

function ProductCard({ line, past, onPublish }: { line: ProductLine; past: boolean; onPublish: () => void }) {
    const { t } = useTranslation();
    const terms = line.terms.filter((one) => past || one.is_valid);
    return (
        <Card
            title={`${line.product.lender_name} · ${line.product.name}`}
            extra={
                <>
                    <span className="fc-state mute">{t(`Repayment.${line.product.repayment}`)}</span>
                    {line.allowed_actions.length > 0 && (
                        <Button size="small" onClick={onPublish}>
                            {t("financing.publish_terms")}
                        </Button>
                    )}
                </>
            }
            flush
        >
            {terms.length === 0 ? (
                <EmptyState small title={t("ui.financing.no_terms")} />
            ) : (
                <div className="fc-terms">
                    <table>
                        <thead>
                            <tr>
                                <th>{t("ui.financing.term")}</th>
                                <th className="right">{t("ui.financing.nominal_rate")}</th>
                                <th className="right">{t("ui.financing.down_payment_least")}</th>
                                <th className="right">{t("ui.financing.amounts")}</th>
                                <th>{t("ui.financing.fees")}</th>
                                <th>{t("ui.financing.valid")}</th>
                                <th />
                            </tr>
                        </thead>
                        <tbody>
                            {terms.map((one) => (
                                <TermRow key={one.term.id} line={one} />
                            ))}
                        </tbody>
                    </table>
                </div>
            )}
            {line.papers.length > 0 && (
                <p className="fc-pad fc-soft">
                    {t("ui.financing.papers_wanted")}
                    {line.papers.map((one) => t(`LoanPaper.${one}`)).join(comma())}
                </p>
            )}
        </Card>
    );
}

/** What lenders offer: products with their dated terms, every fee named. */
export default function Products() {
    const { t } = useTranslation();
    const [past, setPast] = useState(false);
    const [publishing, setPublishing] = useState<ProductLine>();
    const view = useView("financing.product_list", {});
    const data = view.data as unknown as
        | { products: ProductLine[]; allowed_actions: { name: string }[] }
        | undefined;
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("view.financing.product_list")}</h1>
                <Link to="/loans">{t("nav.loans")}</Link>
                <span className="fc-switch">
                    <Switch
                        size="small"
                        checked={past}
                        onChange={setPast}
                        aria-label={t("ui.financing.with_past")}
                    />{" "}
                    {t("ui.financing.with_past")}
                </span>
                {data && data.allowed_actions.length > 0 && (
                    <ActionButton action="financing.add_product" strong icon={<PlusOutlined />} />
                )}
            </header>
            {view.error && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {!data && !view.error && <Skeleton active />}
            {data && data.products.length === 0 && <EmptyState title={t("ui.financing.no_products")} />}
            <div className="fc-stack">
                {data?.products.map((line) => (
                    <ProductCard
                        key={line.product.id}
                        line={line}
                        past={past}
                        onPublish={() => setPublishing(line)}
                    />
                ))}
            </div>
            {publishing && <TermsForm product={publishing} onClose={() => setPublishing(undefined)} />}
        </div>
    );
}
