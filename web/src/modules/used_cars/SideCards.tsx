import { useTranslation } from "react-i18next";
import { ActionButton, Card, InstantText, MoneyText } from "@/kit";
import type { UsedCarRecord } from "./types";

interface Props {
    car: UsedCarRecord;
}

const kinds = [
    "purchase_contract",
    "registration_certificate",
    "vehicle_licence",
    "seller_identity",
    "compulsory_insurance",
    "inspection_report",
] as const;

function allowed(car: UsedCarRecord, name: string) {
    return car.allowed_actions.find((one) => one.name === name);
}

/** Every paper that should be here, with one press for each that is not. */
export function PapersCard({ car }: Props) {
    const { t } = useTranslation();
    const receive = allowed(car, "used_cars.receive_paper");
    const here = kinds.filter((kind) => car.papers.some((one) => one.kind === kind)).length;
    return (
        <Card
            title={t("ui.used.papers")}
            extra={<span className="fc-soft">{`${here}/${kinds.length}`}</span>}
        >
            <ul className="uc-rows">
                {kinds.map((kind) => {
                    const paper = car.papers.find((one) => one.kind === kind);
                    return (
                        <li key={kind} className={paper ? undefined : "uc-open"}>
                            <span>{t(`UsedPaper.${kind}`)}</span>
                            {paper ? (
                                <span className="fc-state ok">{t("ui.used.received")}</span>
                            ) : (
                                receive &&
                                !receive.refused_because && (
                                    <ActionButton
                                        action="used_cars.receive_paper"
                                        label={t("ui.used.receive")}
                                        title={t(`UsedPaper.${kind}`)}
                                        size="small"
                                        fixed={{ used_car_id: car.id, kind }}
                                    />
                                )
                            )}
                            {paper && (
                                <small>
                                    {paper.number} <InstantText value={paper.received_at} mode="clock" />{" "}
                                    {paper.received_by}
                                </small>
                            )}
                        </li>
                    );
                })}
            </ul>
        </Card>
    );
}

/** What the seller gets, and has got. */
export function PurchaseCard({ car }: Props) {
    const { t } = useTranslation();
    const { purchase } = car;
    if (!purchase) return null;
    const pay = allowed(car, "used_cars.pay_seller");
    return (
        <Card
            title={t("ui.used.purchase")}
            extra={
                pay && (
                    <ActionButton
                        action="used_cars.pay_seller"
                        size="small"
                        fixed={{ used_car_id: car.id, version: car.version }}
                        initial={{ amount: purchase.open }}
                        refusedBecause={pay.refused_because ? t(`refusal.${pay.refused_because}`) : null}
                    />
                )
            }
        >
            <dl className="fc-sums">
                <div>
                    <dt>{t("field.market_price")}</dt>
                    <dd>
                        <MoneyText value={purchase.market_price} />
                    </dd>
                </div>
                <div>
                    <dt>{t("field.repair_estimate")}</dt>
                    <dd>
                        <MoneyText value={-purchase.repair_estimate} />
                    </dd>
                </div>
                <div className="total">
                    <dt>
                        {t("ui.used.bought_for")}
                        {car.source === "trade_in" && <small>{t("ui.used.netted")}</small>}
                    </dt>
                    <dd>
                        <MoneyText value={purchase.price} strong />
                    </dd>
                </div>
                {car.source === "purchase" && (
                    <div>
                        <dt>{t("ui.used.open")}</dt>
                        <dd>
                            <MoneyText value={purchase.open} />
                        </dd>
                    </div>
                )}
            </dl>
            {purchase.payments.length > 0 && (
                <ul className="uc-rows">
                    {purchase.payments.map((one) => (
                        <li key={one.paid_at + one.reference}>
                            <span>{one.reference}</span>
                            <MoneyText value={one.amount} />
                            <small>
                                <InstantText value={one.paid_at} mode="clock" /> {one.paid_by}
                            </small>
                        </li>
                    ))}
                </ul>
            )}
        </Card>
    );
}

/** What the car has cost and what is left of it, for those who may see it. */
export function MoneyCard({ car }: Props) {
    const { t } = useTranslation();
    const { money } = car;
    if (!money) return null;
    const net = money.net ?? null;
    return (
        <Card title={t("ui.used.margin")}>
            <dl className="fc-sums">
                {net !== null && (
                    <div>
                        <dt>{t(car.sold_at || car.promised ? "ui.used.sold_net" : "ui.used.asked_net")}</dt>
                        <dd>
                            <MoneyText value={net} />
                        </dd>
                    </div>
                )}
                <div>
                    <dt>{t("ui.used.bought_for")}</dt>
                    <dd>
                        <MoneyText value={-money.price} />
                    </dd>
                </div>
                <div>
                    <dt>
                        {t("field.spent")}
                        {money.planned > 0 && (
                            <small>
                                {t("ui.used.still_planned")} <MoneyText value={money.planned} />
                            </small>
                        )}
                    </dt>
                    <dd>
                        <MoneyText value={-money.spent} />
                    </dd>
                </div>
                <div>
                    <dt>
                        {t("field.capital_cost")}
                        {money.daily_cost > 0 && (
                            <small>
                                {t("ui.used.per_day")} <MoneyText value={money.daily_cost} />
                            </small>
                        )}
                    </dt>
                    <dd>
                        <MoneyText value={-money.capital_cost} />
                    </dd>
                </div>
                <div className="total">
                    <dt>
                        {t(car.sold_at ? "ui.used.margin_real" : "ui.used.margin_expected")}
                        {net === null && <small>{t("ui.used.no_price")}</small>}
                    </dt>
                    <dd>
                        {money.margin === null || money.margin === undefined ? (
                            "—"
                        ) : (
                            <MoneyText value={money.margin} strong />
                        )}
                    </dd>
                </div>
            </dl>
        </Card>
    );
}

/** What was asked for it, the latest first. */
export function PricesCard({ car }: Props) {
    const { t } = useTranslation();
    if (car.prices.length === 0) return null;
    return (
        <Card title={t("ui.used.prices")}>
            <ul className="uc-rows">
                {car.prices.map((one) => (
                    <li key={one.set_at}>
                        <span>{one.reason}</span>
                        <MoneyText value={one.price} />
                        <small>
                            <InstantText value={one.set_at} mode="clock" /> {one.set_by}
                        </small>
                    </li>
                ))}
            </ul>
        </Card>
    );
}
