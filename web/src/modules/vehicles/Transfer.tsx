import { ArrowRightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, MoneyText, RecordPage, StateTag, useView, VinText } from "@/kit";
import { Days } from "./Days";
import "./stock.css";

interface Waiting {
    id: number;
    object_type: string;
    object_id: number;
}

/** Yes or no where this store has to say it. */
function Decide({ transfer }: { transfer: number }) {
    const { t } = useTranslation();
    const rows = (useView("approvals.waiting", {}).data as { rows: Waiting[] } | undefined)?.rows;
    const one = rows?.find((row) => row.object_type === "transfer" && row.object_id === transfer);
    if (!one) return null;
    return (
        <div className="fc-next-steps">
            <ActionButton
                action="approvals.decide"
                strong
                label={t("ui.stock.agree")}
                submitLabel={t("ui.stock.agree")}
                title={t("ui.stock.agree")}
                fixed={{ approval_id: one.id, granted: true }}
            />
            <ActionButton
                action="approvals.decide"
                label={t("ui.stock.disagree")}
                submitLabel={t("ui.stock.disagree")}
                title={t("ui.stock.disagree")}
                fixed={{ approval_id: one.id, granted: false }}
            />
        </div>
    );
}

/** A car's way from one store to the other. */
export default function Transfer() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const { may } = useSession();
    // The same answer the page below reads.
    const { data } = useView("vehicles.transfer_record", { transfer_id: id });
    return (
        <RecordPage
            view="vehicles.transfer_record"
            params={{ transfer_id: id }}
            head="transfer"
            object={{ type: "transfer", id }}
            also={["approvals"]}
            kicker={(one) => `${t("object.transfer")} ${one.number}`}
            title={(one) => `${one.model_name} ${one.colour}`}
            state={() => undefined}
            beside={(one) => <StateTag type="TransferState" value={one.transfer.state} large />}
            actions={{
                // Who is asked says yes or no; taking it back is the asking store's.
                "vehicles.withdraw_transfer": { danger: true, hidden: !!data?.ours_to_decide },
                "vehicles.send_car": { hidden: data?.transfer.state === "requested" },
            }}
            top={(one) => (
                <>
                    {one.transfer.state === "sent" && one.transfer.own_car_id && (
                        <Link to={`/cars/${one.transfer.own_car_id}`} className="fc-next-steps">
                            <Button type="primary">{t("ui.stock.receive_on_car")}</Button>
                        </Link>
                    )}
                    {one.ours_to_decide && may("approvals.decide") && <Decide transfer={id} />}
                    <div className="fc-way">
                        <div>
                            <small className="fc-soft">{t("field.from_store")}</small>
                            <br />
                            <b>{one.from_store}</b>
                        </div>
                        <span>
                            <ArrowRightOutlined />
                        </span>
                        <div>
                            <small className="fc-soft">{t("field.to_store")}</small>
                            <br />
                            <b>{one.to_store}</b>
                        </div>
                    </div>
                </>
            )}
            facts={[
                {
                    field: "vin",
                    show: (one) =>
                        one.transfer.own_car_id ? (
                            <Link to={`/cars/${one.transfer.own_car_id}`}>
                                <VinText value={one.vin} />
                            </Link>
                        ) : (
                            <VinText value={one.vin} />
                        ),
                },
                { field: "price", show: (one) => (one.price ? <MoneyText value={one.price} /> : null) },
                { field: "reason", wide: true, show: (one) => one.transfer.reason },
                { field: "requested_by", show: (one) => one.transfer.requested_by },
                { field: "decided_by", whenSet: true },
                { field: "decided_note", show: (one) => one.decided_note || null },
                { field: "carrier", show: (one) => one.carrier || null },
                { field: "expected_on", show: (one) => one.transfer.expected_on ?? null },
                { field: "sent_at", whenSet: true },
                { field: "arrived_at", whenSet: true },
                { field: "arrived_by", whenSet: true },
                {
                    field: "swap_car",
                    show: (one) =>
                        one.swap_car ? (
                            <>
                                {one.swap_car.model_name} {one.swap_car.colour}{" "}
                                <VinText value={one.swap_car.vin} /> <Days days={one.swap_car.age_days} />
                            </>
                        ) : null,
                },
                {
                    field: "swap_id",
                    show: (one) =>
                        one.swap_id ? (
                            <Link to={`/stock/transfers/${one.swap_id}`}>{t("ui.stock.to_swap")}</Link>
                        ) : null,
                },
            ]}
        />
    );
}
