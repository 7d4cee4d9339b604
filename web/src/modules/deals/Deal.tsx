import { EditOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import {
    Card,
    CaseStrip,
    Documents,
    DownloadLink,
    InstantText,
    MoneyText,
    RecordPage,
    StateTag,
    useView,
    VinText,
} from "@/kit";
import { comma, firstWord } from "@/words/i18n";
import { Cases } from "./Cases";
import { CustodyCard } from "./Custody";
import { DiscountCard } from "./DiscountCard";
import { ExtrasCard } from "./Extras";
import { FactoryOrderCard } from "./FactoryOrderCard";
import { InvoiceLink } from "./Invoice";
import { Loans } from "./Loans";
import { MarginCard } from "./MarginCard";
import { MatchingCars } from "./MatchingCars";
import { MenuCard } from "./Menu";
import { Plan } from "./Plan";
import { TradeIn } from "./TradeIn";
import type { DealRecord } from "./types";
import "./deals.css";

/** What takes the deal on from where it stands; with a car still to choose, that. */
function nextOf(deal: DealRecord): string | undefined {
    if (deal.state === "draft") return "deals.offer_quote";
    if (deal.state === "offered") return deal.car_id ? "deals.draft_contract" : "deals.choose_car";
    if (deal.state === "contract_drafted")
        return deal.missing.length > 0 ? "deals.draft_contract" : "deals.sign_contract";
    return undefined;
}

function ContractCard({ deal }: { deal: DealRecord }) {
    const { t } = useTranslation();
    const contract = deal.contract;
    if (!contract) return null;
    return (
        <Card
            title={t("ui.deals.contract")}
            extra={
                !contract.signed_at && (
                    <DownloadLink view="deals.contract_draft_pdf" params={{ deal_id: deal.id }} size="small">
                        {t("ui.deals.draft_pdf")}
                    </DownloadLink>
                )
            }
        >
            <dl className="fc-facts tight">
                <div>
                    <dt>{t("field.number")}</dt>
                    <dd>
                        {contract.number}
                        {contract.revision > 1 && ` (${t("ui.deals.revision", { n: contract.revision })})`}
                    </dd>
                </div>
                <div>
                    <dt>{t("field.deposit")}</dt>
                    <dd>
                        <MoneyText value={contract.deposit} />
                    </dd>
                </div>
                <div>
                    <dt>{t("field.pay_by")}</dt>
                    <dd>{contract.pay_by}</dd>
                </div>
                <div>
                    <dt>{t("field.deliver_on")}</dt>
                    <dd>{contract.deliver_on}</dd>
                </div>
                {contract.signed_at && (
                    <div>
                        <dt>{t("field.signed_at")}</dt>
                        <dd>
                            {contract.signed_name} <InstantText value={contract.signed_at} mode="clock" />
                        </dd>
                    </div>
                )}
            </dl>
            {deal.missing.length > 0 && (
                <p className="fc-late-text fc-under">
                    {t("ui.deals.missing")}
                    {deal.missing
                        .map((one) => firstWord([`contract_field.${one}`, `field.${one}`, one]))
                        .join(comma())}
                </p>
            )}
        </Card>
    );
}

function MoneyCard({ deal }: { deal: DealRecord }) {
    const { t } = useTranslation();
    if (!deal.due) return null;
    const open = Math.max(0, deal.due.amount - deal.due.paid);
    const back = Math.max(0, deal.due.paid - deal.due.amount);
    return (
        <Card title={t("ui.deals.money")}>
            <dl className="fc-sums">
                <div>
                    <dt>{t("ui.deals.pays_in_all")}</dt>
                    <dd>
                        <MoneyText value={deal.due.amount} />
                    </dd>
                </div>
                <div>
                    <dt>{t("ui.deals.paid")}</dt>
                    <dd>
                        <MoneyText value={deal.due.paid} />
                    </dd>
                </div>
                <div className="total">
                    <dt>{t(back > 0 ? "ui.deals.goes_back_open" : "ui.deals.open_amount")}</dt>
                    <dd>
                        <MoneyText value={back > 0 ? back : open} strong />
                    </dd>
                </div>
            </dl>
        </Card>
    );
}

/** What a cancellation does, before the reason is written. */
function IfCancelled({ deal_id }: { deal_id: number }) {
    const { t } = useTranslation();
    const { data } = useView("deals.deal_record", { deal_id });
    const then = data?.if_cancelled;
    if (!then) return null;
    const back = Math.max(0, then.paid - then.spent_on_services - then.most_kept);
    return (
        <>
            <dl className="fc-sums">
                <div>
                    <dt>{t("ui.deals.paid")}</dt>
                    <dd>
                        <MoneyText value={then.paid} />
                    </dd>
                </div>
                {then.spent_on_services > 0 && (
                    <div>
                        <dt>{t("ui.deals.spent_on_services")}</dt>
                        <dd>
                            <MoneyText value={-then.spent_on_services} />
                        </dd>
                    </div>
                )}
                <div>
                    <dt>{t("ui.deals.most_kept")}</dt>
                    <dd>
                        <MoneyText value={then.most_kept} />
                    </dd>
                </div>
                <div className="total">
                    <dt>{t("ui.deals.goes_back")}</dt>
                    <dd>
                        <MoneyText value={back} strong />
                    </dd>
                </div>
            </dl>
            <p className="fc-soft">{t("ui.deals.cancel_ends")}</p>
        </>
    );
}

/** One deal from the first quote to the key: the plan to work on, the discount, the contract, the money. */
export default function Deal() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const navigate = useNavigate();
    return (
        <RecordPage
            view="deals.deal_record"
            params={{ deal_id: id }}
            head="deal"
            object={{ type: "deal", id }}
            also={["payments", "approvals", "delivery", "vehicles"]}
            kicker={(deal) => `${t("object.deal")} ${deal.number}`}
            title={(deal) => deal.customer_name}
            beside={(deal) => (
                <>
                    <span className="fc-deal-car">{deal.car_title}</span>
                    {deal.used && <span className="fc-state plum">{t("object.used_car")}</span>}
                </>
            )}
            state={(deal) => ({ type: "DealState", value: deal.state })}
            top={() => <CaseStrip object_type="deal" object_id={id} />}
            next={(deal) => nextOf(deal as unknown as DealRecord)}
            // What can be done with a signed contract is no step forward.
            calm={(deal) => ["contract_signed", "delivered", "cancelled"].includes(deal.state)}
            actions={{
                "deals.add_line": { hidden: true },
                "deals.remove_line": { hidden: true },
                "deals.set_discount": { hidden: true },
                "deals.withdraw_discount": { hidden: true },
                "deals.choose_car": {
                    options: {
                        car_id: {
                            view: "vehicles.stock_list",
                            params: { limit: 100, state: "in_stock" },
                            label: (row: { model_name: string; colour: string; vin: string }) =>
                                `${row.model_name} ${row.colour} ${row.vin.slice(-6)}`,
                            detail: (row: { location: string }) => row.location,
                        },
                    },
                },
                "deals.draft_contract": {
                    hide: ["template_name"],
                    help: {
                        buyer_identity: t("ui.deals.identity_help"),
                        buyer_address: t("ui.deals.identity_help"),
                    },
                },
                "deals.sign_contract": {
                    icon: <EditOutlined />,
                    onPress: () => navigate(`/deals/${id}/sign`),
                },
                "deals.order_from_factory": { hidden: true },
                "deals.give_up_order": { hidden: true },
                // It ends the delivery as it stands: never the button that comes next.
                "deals.amend_contract": {
                    danger: true,
                    before: <p>{t("ui.deals.amend_means")}</p>,
                },
                "deals.cancel_contract": {
                    danger: true,
                    initial: { kept: 0 },
                    before: <IfCancelled deal_id={id} />,
                },
                "deals.cancel_deal": { danger: true },
            }}
            facts={[
                {
                    field: "customer_id",
                    show: (deal) => (
                        <Link to={`/customers/${deal.customer_id}`}>
                            {deal.customer_name} {deal.phone_masked}
                        </Link>
                    ),
                },
                {
                    field: "car_id",
                    show: (deal) =>
                        deal.car ? (
                            <Link to={`/cars/${deal.car.id}`}>
                                {deal.car.colour} <VinText value={deal.car.vin} />
                            </Link>
                        ) : (
                            <span className="fc-none">{t("ui.deals.no_car_yet")}</span>
                        ),
                },
                {
                    label: t("ui.deals.car_place"),
                    show: (deal) =>
                        deal.car ? (
                            <>
                                {deal.car.location} <StateTag type="CarState" value={deal.car.state} />
                            </>
                        ) : (
                            "—"
                        ),
                },
                { field: "consultant_id", show: (deal) => deal.consultant_name },
                "bought_on",
                "valid_until",
                "created_at",
                {
                    field: "lead_id",
                    show: (deal) =>
                        deal.lead_id ? (
                            <Link to={`/leads/${deal.lead_id}`}>{t("ui.deals.to_lead")}</Link>
                        ) : null,
                },
            ]}
            side={(deal) => (
                <>
                    <div className="fc-deal-paper">
                        <DownloadLink view="deals.plan_pdf" params={{ deal_id: id }}>
                            {t("ui.deals.plan_pdf")}
                        </DownloadLink>
                        <InvoiceLink deal_id={id} />
                    </div>
                    <DiscountCard key={`${deal.version}`} deal={deal as unknown as DealRecord} />
                    <ContractCard deal={deal as unknown as DealRecord} />
                    <MoneyCard deal={deal as unknown as DealRecord} />
                    <Loans deal_id={id} />
                    <TradeIn deal={deal as unknown as DealRecord} />
                    <ExtrasCard deal={deal as unknown as DealRecord} />
                    <MenuCard deal_id={id} />
                    {deal.state !== "cancelled" && <MarginCard deal_id={id} />}
                    <CustodyCard deal_id={id} />
                    <Documents object_type="deal" object_id={id} />
                </>
            )}
        >
            {(deal) => {
                const one = deal as unknown as DealRecord;
                return (
                    <>
                        <FactoryOrderCard deal={one} />
                        {!one.car_id && !one.factory_order && ["draft", "offered"].includes(one.state) && (
                            <MatchingCars deal={one} />
                        )}
                        <Plan deal={one} />
                        <Cases deal_id={id} />
                    </>
                );
            }}
        </RecordPage>
    );
}
