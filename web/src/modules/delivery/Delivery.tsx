import { EditOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { useSession } from "@/app/session";
import {
    ActionButton,
    Card,
    CaseStrip,
    ChecklistField,
    Documents,
    EmptyState,
    InstantText,
    MoneyText,
    RecordPage,
    StateTag,
    useView,
    VinText,
} from "@/kit";
import { type Farewell, FarewellCard, useFarewell } from "./FarewellCard";
import type { Fault, FaultOrder } from "./types";
import "./delivery.css";

/** The repair order that mends a fault; a link for whoever may see it. */
function MendedBy({ order }: { order: FaultOrder | undefined }) {
    const { t } = useTranslation();
    const { may } = useSession();
    if (!order) return null;
    const text = `${t("object.repair_order")} ${order.number}`;
    return (
        <small className="fc-fault-order">
            {may("workshop.order_read") ? (
                <Link to={`/workshop/orders/${order.order_id}`}>{text}</Link>
            ) : (
                text
            )}{" "}
            <StateTag type="OrderState" value={order.state} />
        </small>
    );
}

function Faults({ faults, orders, mayMend }: { faults: Fault[]; orders: FaultOrder[]; mayMend: boolean }) {
    const { t } = useTranslation();
    const open = faults.filter((one) => !one.mended_at).length;
    return (
        <Card title={t("ui.delivery.fault_list")} count={open} tone="late" flush>
            {faults.length === 0 ? (
                <EmptyState small title={t("ui.delivery.no_faults")} />
            ) : (
                <ul className="fc-faults">
                    {faults.map((fault) => (
                        <li key={fault.id} className={fault.mended_at ? "mended" : "open"}>
                            <div>
                                <b>{fault.words || fault.item}</b>
                                <small>
                                    {fault.words && fault.item}{" "}
                                    <InstantText value={fault.found_at} mode="clock" />
                                </small>
                                <MendedBy order={orders.find((one) => one.order_id === fault.order_id)} />
                                {fault.mended_at && (
                                    <small className="fc-yes">
                                        {fault.how} · <InstantText value={fault.mended_at} mode="clock" />
                                    </small>
                                )}
                            </div>
                            {!fault.mended_at && mayMend && (
                                <ActionButton
                                    action="delivery.mend_fault"
                                    size="small"
                                    fixed={{ fault_id: fault.id }}
                                    before={
                                        fault.order_id && (
                                            <p className="fc-soft">{t("ui.delivery.mend_note")}</p>
                                        )
                                    }
                                />
                            )}
                        </li>
                    ))}
                </ul>
            )}
        </Card>
    );
}

interface Standing {
    inspected_at?: string | null;
    prepared_at?: string | null;
    appointed_at?: string | null;
    accepted_at?: string | null;
    delivered_at?: string | null;
    total: number;
    paid: number;
    insurance_expected_on?: string | null;
    open_fittings: number;
    certificate_is_at_bank: boolean;
    faults: Fault[];
}

/** What must be true before the key changes hands, each point with its state. */
function Steps({ record }: { record: Standing }) {
    const { t } = useTranslation();
    const faults = record.faults.filter((one) => !one.mended_at).length;
    const open = Math.max(0, record.total - record.paid);
    const steps: [string, boolean, string | null | undefined][] = [
        ["inspected", !!record.inspected_at, record.inspected_at],
        ["no_fault", !!record.inspected_at && faults === 0, undefined],
        ["prepared", !!record.prepared_at, record.prepared_at],
        ["appointed", !!record.appointed_at, record.appointed_at],
        ["paid", open === 0, undefined],
        ["fitted", record.open_fittings === 0, undefined],
        ["insured", !record.insurance_expected_on, undefined],
        ["papers", !record.certificate_is_at_bank, undefined],
        ["accepted", !!record.accepted_at, record.accepted_at],
        ["delivered", !!record.delivered_at, record.delivered_at],
    ];
    return (
        <Card title={t("ui.delivery.steps")}>
            <ol className="fc-ready">
                {steps.map(([name, done, at]) => (
                    <li key={name} className={done ? "done" : undefined}>
                        <span>{t(`ui.delivery.step_${name}`)}</span>
                        {name === "no_fault" && faults > 0 && (
                            <span className="fc-late-text">{t("ui.delivery.faults", { n: faults })}</span>
                        )}
                        {name === "paid" && !done && (
                            <span className="fc-due-text">
                                {t("ui.delivery.open")} <MoneyText value={open} />
                            </span>
                        )}
                        {name === "fitted" && !done && (
                            <span className="fc-due-text">
                                {t("ui.delivery.open_fittings", { n: record.open_fittings })}
                            </span>
                        )}
                        {name === "papers" && !done && (
                            <span className="fc-late-text">{t("ui.delivery.certificate_at_bank")}</span>
                        )}
                        {name === "insured" && !done && (
                            <span className="fc-due-text">
                                {t("ui.delivery.insurance_expected", { day: record.insurance_expected_on })}
                            </span>
                        )}
                        {at && (
                            <small>
                                <InstantText value={at} mode="clock" />
                            </small>
                        )}
                    </li>
                ))}
            </ol>
        </Card>
    );
}

/** What brings the key nearer; a fault shows at the hand-over why it has to wait. */
function nextOf(one: Standing): string | undefined {
    if (one.delivered_at) return undefined;
    if (!one.inspected_at) return "delivery.record_inspection";
    if (!one.prepared_at) return "delivery.prepare";
    if (!one.appointed_at && one.faults.every((fault) => fault.mended_at)) return "delivery.appoint";
    return one.accepted_at ? "delivery.deliver_car" : "delivery.accept";
}

/** One car and its owner to be: from the inspection to the key. */
export default function Delivery() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const navigate = useNavigate();
    const { may } = useSession();
    const farewell = useFarewell(id).data as unknown as Farewell | undefined;
    const beganAt = useView("delivery.delivery_record", { delivery_id: id }).data?.delivery.created_at;
    const list = (checklist: string) => ({
        width: 760,
        shape: "drawer" as const,
        labels: { answers: t("ui.delivery.checklist") },
        render: {
            answers: (props: object) => <ChecklistField {...props} checklist={checklist} beganAt={beganAt} />,
        },
    });
    return (
        <RecordPage
            view="delivery.delivery_record"
            params={{ delivery_id: id }}
            head="delivery"
            object={{ type: "delivery", id }}
            also={["deals", "payments", "vehicles", "workshop"]}
            kicker={(one) => `${t("object.delivery")} ${one.number}`}
            title={(one) => one.customer_name}
            beside={(one) => <span className="fc-deal-car">{one.car_title}</span>}
            top={() => <CaseStrip object_type="delivery" object_id={id} />}
            next={(one) => nextOf(one as unknown as Standing)}
            actions={{
                "delivery.record_inspection": list(farewell?.inspection ?? "pre_delivery_inspection"),
                "delivery.prepare": list("delivery_preparation"),
                "delivery.accept": {
                    icon: <EditOutlined />,
                    onPress: () => navigate(`/deliveries/${id}/accept`),
                },
            }}
            facts={[
                {
                    field: "customer_id",
                    show: (one) => <Link to={`/customers/${one.customer_id}`}>{one.customer_name}</Link>,
                },
                {
                    field: "deal_id",
                    show: (one) => <Link to={`/deals/${one.deal_id}`}>{one.deal_number}</Link>,
                },
                {
                    field: "car_id",
                    show: (one) => (
                        <Link to={`/cars/${one.car_id}`}>
                            {one.colour} <VinText value={one.vin} />
                        </Link>
                    ),
                },
                { field: "key_number", show: (one) => one.key_number || "—" },
                "created_at",
                { field: "appointed_at", label: t("ui.delivery.step_appointed") },
                { field: "mileage_km", show: (one) => (one.mileage_km ? `${one.mileage_km} km` : "—") },
                "delivered_at",
            ]}
            side={(one) => (
                <>
                    <Steps record={one as unknown as Standing} />
                    <Documents object_type="delivery" object_id={id} />
                </>
            )}
        >
            {(one) => (
                <>
                    <Faults
                        faults={one.faults as unknown as Fault[]}
                        orders={one.orders as unknown as FaultOrder[]}
                        mayMend={may("delivery.fault_mend") && one.state === "preparing"}
                    />
                    {farewell && one.state !== "cancelled" && (
                        <FarewellCard delivery_id={id} data={farewell} />
                    )}
                </>
            )}
        </RecordPage>
    );
}
