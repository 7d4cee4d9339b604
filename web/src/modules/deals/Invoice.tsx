import { PrinterOutlined } from "@ant-design/icons";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useSession } from "@/app/session";
import {
    ActionButton,
    type AllowedAction,
    Card,
    DownloadLink,
    EmptyState,
    MoneyText,
    ProblemView,
    useView,
} from "@/kit";
import "./deals.css";

interface InvoiceRow {
    id: number;
    invoice_number: string;
    issued_on: string;
    vehicle_type: string;
    brand_model: string;
    origin: string;
    certificate_number: string;
    import_certificate: string;
    inspection_number: string;
    engine_number: string;
    vin: string;
    passengers: number;
    tax_office: string;
    tax_office_code: string;
    voided_at?: string;
    void_reason: string;
    version: number;
}

interface DealInvoice {
    buyer_name: string;
    buyer_identity: string;
    seller_name: string;
    seller_tax_number: string;
    seller_address: string;
    seller_phone: string;
    seller_bank: string;
    price: number;
    net: number;
    tax: number;
    vat_basis_points: number;
    price_words: string;
    invoices: { invoice: InvoiceRow; allowed_actions: AllowedAction[] }[];
    allowed_actions: AllowedAction[];
}

/** On the deal: the way to the invoice, with its number once there is one. */
export function InvoiceLink({ deal_id }: { deal_id: number }) {
    const { t } = useTranslation();
    const { may } = useSession();
    if (!may("deals.invoice_write")) return null;
    return <Link to={`/deals/${deal_id}/invoice`}>{t("view.deals.deal_invoice")}</Link>;
}

function Fields({ data, row }: { data: DealInvoice; row?: InvoiceRow }) {
    const { t } = useTranslation();
    const facts: [string, string | undefined][] = [
        ["buyer_name", data.buyer_name],
        ["buyer_identity", data.buyer_identity],
        ["vehicle_type", row?.vehicle_type],
        ["brand_model", row?.brand_model],
        ["origin", row?.origin],
        ["certificate_number", row?.certificate_number],
        ["import_certificate", row?.import_certificate],
        ["inspection_number", row?.inspection_number],
        ["engine_number", row?.engine_number],
        ["vin", row?.vin],
        ["passengers", row ? String(row.passengers) : undefined],
        ["tax_office", row ? `${row.tax_office} ${row.tax_office_code}` : undefined],
        ["seller_name", data.seller_name],
        ["seller_tax_number", data.seller_tax_number],
        ["seller_address", data.seller_address],
        ["seller_phone", data.seller_phone],
        ["seller_bank", data.seller_bank],
    ];
    return (
        <>
            <dl className="fc-facts">
                {facts
                    .filter(([, value]) => value?.trim())
                    .map(([name, value]) => (
                        <div key={name}>
                            <dt>{t(`field.${name}`)}</dt>
                            <dd>{value}</dd>
                        </div>
                    ))}
            </dl>
            <dl className="fc-sums fc-invoice-sums">
                <div>
                    <dt>{t("field.net")}</dt>
                    <dd>
                        <MoneyText value={data.net} />
                    </dd>
                </div>
                <div>
                    <dt>
                        {t("field.tax")} {data.vat_basis_points / 100} %
                    </dt>
                    <dd>
                        <MoneyText value={data.tax} />
                    </dd>
                </div>
                <div className="total">
                    <dt>
                        {t("ui.deals.price_with_tax")}
                        <small>{data.price_words}</small>
                    </dt>
                    <dd>
                        <MoneyText value={data.price} strong />
                    </dd>
                </div>
            </dl>
        </>
    );
}

/** The motor vehicle sales invoice of a deal: every field, and what was void before. */
export default function Invoice() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const view = useView("deals.deal_invoice", { deal_id: id });
    if (view.error) return <ProblemView problem={view.error} onRetry={() => view.refetch()} />;
    if (!view.data) return <Skeleton active className="fc-page" />;
    const data = view.data as unknown as DealInvoice;
    const valid = data.invoices.find((one) => !one.invoice.voided_at);
    const past = data.invoices.filter((one) => one.invoice.voided_at);
    const issue = data.allowed_actions.find((one) => one.name === "deals.issue_invoice");
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("view.deals.deal_invoice")}</h1>
                <Link to={`/deals/${id}`}>{t("ui.financing.to_deal")}</Link>
                {issue && (
                    <ActionButton
                        action="deals.issue_invoice"
                        strong={!valid}
                        fixed={{ deal_id: id }}
                        refusedBecause={issue.refused_because ? t(`refusal.${issue.refused_because}`) : null}
                        initial={{ certificate_number: "", import_certificate: "", inspection_number: "" }}
                    />
                )}
            </header>
            <Card
                title={valid ? valid.invoice.invoice_number : t("ui.deals.invoice_preview")}
                extra={
                    valid && (
                        <>
                            <DownloadLink
                                view="deals.invoice_pdf"
                                params={{ invoice_id: valid.invoice.id }}
                                size="small"
                                icon={<PrinterOutlined />}
                            >
                                {t("view.deals.invoice_pdf")}
                            </DownloadLink>
                            <ActionButton
                                action="deals.void_invoice"
                                size="small"
                                danger
                                fixed={{ invoice_id: valid.invoice.id, version: valid.invoice.version }}
                            />
                        </>
                    )
                }
            >
                <Fields data={data} row={valid?.invoice} />
                {!valid && past.length === 0 && <EmptyState small title={t("ui.deals.no_invoice_yet")} />}
            </Card>
            {past.map(({ invoice }) => (
                <p key={invoice.id} className="fc-soft">
                    {t("ui.deals.void_invoice", {
                        number: invoice.invoice_number,
                        reason: invoice.void_reason,
                    })}
                </p>
            ))}
        </div>
    );
}
