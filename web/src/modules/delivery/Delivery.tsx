import { EditOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import {
    AllowedActions,
    Card,
    CaseStrip,
    ChecklistField,
    Documents,
    EmptyState,
    InstantText,
    MoneyText,
    RecordPage,
    VinText,
} from "@/kit";
import { pictureUrl } from "@/kit/uploads";
import { type FaultLine, photosOf } from "./types";
import "./delivery.css";

function Faults({ faults }: { faults: FaultLine[] }) {
    const { t } = useTranslation();
    const open = faults.filter((one) => !one.fault.mended_at).length;
    return (
        <Card title={t("ui.delivery.fault_list")} count={open} tone="late" flush>
            {faults.length === 0 ? (
                <EmptyState small title={t("ui.delivery.no_faults")} />
            ) : (
                <ul className="fc-faults">
                    {faults.map(({ fault, found_by_name, mended_by_name, allowed_actions }) => (
                        <li key={fault.id} className={fault.mended_at ? "mended" : "open"}>
                            <div>
                                <b>{fault.words}</b>
                                <small>
                                    {t(`FoundIn.${fault.found_in}`)} · {found_by_name} ·{" "}
                                    <InstantText value={fault.found_at} mode="clock" />
                                </small>
                                {fault.mended_at && (
                                    <small className="fc-yes">
                                        {fault.mended_words} · {mended_by_name} ·{" "}
                                        <InstantText value={fault.mended_at} mode="clock" />
                                    </small>
                                )}
                                {photosOf(fault.photos).map((hash) => (
                                    <img key={hash} className="fc-thumb" src={pictureUrl(hash)} alt="" />
                                ))}
                            </div>
                            <AllowedActions
                                actions={allowed_actions.filter((one) => !one.refused_because)}
                                object={{ type: "fault", id: fault.id }}
                                config={{ "delivery.mend_fault": { fixed: { fault_id: fault.id } } }}
                            />
                        </li>
                    ))}
                </ul>
            )}
        </Card>
    );
}

/** What must be true before the key changes hands, each point with its state. */
function Steps({ record }: { record: Record<string, unknown> }) {
    const { t } = useTranslation();
    const steps: [string, boolean, unknown][] = [
        ["contract", !!record.contract_signed, undefined],
        ["inspected", !!record.inspected_at, record.inspected_at],
        ["no_fault", !!record.inspected_at && record.open_faults === 0, undefined],
        ["prepared", !!record.prepared_at, record.prepared_at],
        ["appointed", !!record.appointed_at, record.appointed_at],
        ["paid", record.open === 0, undefined],
        ["accepted", !!record.accepted_at, record.accepted_at],
        ["delivered", !!record.delivered_at, record.delivered_at],
    ];
    return (
        <Card title={t("ui.delivery.steps")}>
            <ol className="fc-ready">
                {steps.map(([name, done, at]) => (
                    <li key={name} className={done ? "done" : undefined}>
                        <span>
                            {t(`ui.delivery.step_${name}`)}
                            {name === "no_fault" && Number(record.open_faults) > 0 && (
                                <span className="fc-late-text">
                                    {" "}
                                    {t("ui.delivery.faults", { n: record.open_faults })}
                                </span>
                            )}
                        </span>
                        {name === "paid" && !done ? (
                            <span className="fc-due-text">
                                {t("ui.delivery.open")} <MoneyText value={record.open as number} />
                            </span>
                        ) : (
                            typeof at === "string" && (
                                <small>
                                    <InstantText value={at} mode="clock" />
                                </small>
                            )
                        )}
                    </li>
                ))}
            </ol>
        </Card>
    );
}

/** One car and its owner to be: from the inspection to the key. */
export default function Delivery() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const navigate = useNavigate();
    const list = (checklist: string) => ({
        width: 760,
        shape: "drawer" as const,
        labels: { items: t("ui.delivery.checklist") },
        render: { items: (props: object) => <ChecklistField {...props} checklist={checklist} /> },
    });
    return (
        <RecordPage
            view="delivery.delivery_record"
            params={{ delivery_id: id }}
            head="delivery"
            object={{ type: "delivery", id }}
            also={["deals", "payments", "vehicles"]}
            kicker={(one) => `${t("object.delivery")} ${one.number}`}
            title={(one) => one.customer_name}
            beside={(one) => <span className="fc-deal-car">{one.car_title}</span>}
            top={() => <CaseStrip object_type="delivery" object_id={id} />}
            actions={{
                "delivery.record_inspection": list("pre_delivery_inspection"),
                "delivery.record_preparation": list("delivery_preparation"),
                "delivery.sign_acceptance": {
                    icon: <EditOutlined />,
                    onPress: () => navigate(`/deliveries/${id}/accept`),
                },
                "delivery.deliver_car": { initial: { keys: 2 } },
                "delivery.report_fault": { danger: true },
            }}
            facts={[
                {
                    field: "customer_id",
                    show: (one) => (
                        <Link to={`/customers/${one.customer_id}`}>
                            {one.customer_name} {one.phone_masked}
                        </Link>
                    ),
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
                { field: "location", show: (one) => one.location || "—" },
                { field: "key_number", show: (one) => one.key_number || "—" },
                { field: "consultant_id", show: (one) => one.consultant_name },
                "promised_on",
                "appointed_at",
                { field: "mileage_km", show: (one) => (one.mileage_km ? `${one.mileage_km} km` : "—") },
                "plate",
                "delivered_at",
            ]}
            side={(one) => (
                <>
                    <Steps record={one as unknown as Record<string, unknown>} />
                    <Documents object_type="delivery" object_id={id} />
                </>
            )}
        >
            {(one) => <Faults faults={one.faults as unknown as FaultLine[]} />}
        </RecordPage>
    );
}
