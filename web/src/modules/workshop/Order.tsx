import "./workshop.css";
import "./reception.css";
import { QrcodeOutlined } from "@ant-design/icons";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { ActionAnswer } from "@/api/typed";
import { linkOf } from "@/app/registry";
import { useSession } from "@/app/session";
import {
    type AllowedActionConfig,
    Card,
    CaseStrip,
    ClockBadge,
    Documents,
    DownloadLink,
    Facts,
    InstantText,
    MoneyText,
    RecordPage,
    useView,
    VinText,
} from "@/kit";
import { phoneText } from "@/words/format";
import { AnswerDrawer } from "./AnswerDrawer";
import { Bill } from "./Bill";
import { CheckDrawer } from "./CheckDrawer";
import { ConsentLink } from "./ConsentLink";
import { CarAtArrival, Consents, Findings } from "./OrderFindings";
import { LinesCard } from "./OrderLines";
import { OrderPromises } from "./OrderPromises";
import { ClocksCard, QualityCard } from "./OrderWork";
import { isOver } from "./orderTime";
import type { OrderLine, OrderRecord } from "./types";
import { useLineForms } from "./useLineForms";
import { WalkRoundDrawer } from "./WalkRoundDrawer";

/** What should happen next with the order: the one strong button of its page. */
export function nextAction(record: OrderRecord): string | undefined {
    const lines = (record.lines as OrderLine[]).filter((line) => line.state !== "declined");
    switch (record.order.state) {
        case "received":
            return lines.length === 0 ? "workshop.record_finding" : "workshop.request_consent";
        case "awaiting_consent":
            return "workshop.answer_consent";
        case "approved":
        case "in_work":
            return lines.some((line) => line.state === "planned")
                ? "workshop.request_consent"
                : "workshop.record_check";
        case "quality_check":
            return "workshop.record_check";
        case "ready":
            return "workshop.settle_order";
        case "settled":
            return "workshop.hand_back";
        default:
            return undefined;
    }
}

const otherModules = ["parts", "payments", "checklists", "documents"];

type Open = "answer" | "check" | "walk_round" | undefined;

/** Work the store itself asked for: by which record, and that no customer pays it. */
function OrderedBy({ order }: { order: OrderRecord["order"] }) {
    const { t } = useTranslation();
    const { may } = useSession();
    const words = t("ui.workshop.ordered_by", {
        object: t(`object.${order.source_type}`),
        number: order.source_number,
    });
    const to = linkOf(order.source_type, order.source_id);
    const readable = order.source_type !== "delivery" || may("delivery.delivery_read");
    return (
        <p className="ws-internal">
            <span className="fc-state info">{t("ui.workshop.internal")}</span>{" "}
            {to && readable ? <Link to={to}>{words}</Link> : words}
        </p>
    );
}

function Head({ record }: { record: OrderRecord }) {
    const { t } = useTranslation();
    const { order } = record;
    return (
        <Card title={t("ui.workshop.order_facts")}>
            {order.source_id !== 0 && <OrderedBy order={order} />}
            <Facts
                record={record}
                fields={[]}
                facts={[
                    {
                        label: t(order.source_id === 0 ? "field.customer_id" : "ui.workshop.meant_for"),
                        show: () => (
                            <Link to={linkOf("customer", order.customer_id) ?? "#"}>
                                {record.customer_name}
                            </Link>
                        ),
                    },
                    { label: t("field.customer_phone"), show: () => phoneText(record.customer_phone) },
                    { label: t("field.advisor_id"), show: () => record.advisor_name },
                    {
                        label: t("field.mileage_km"),
                        show: () => t("ui.workshop.km", { n: order.mileage_km.toLocaleString("en-US") }),
                    },
                    { label: t("field.vin"), show: () => <VinText value={record.vin} /> },
                    ...(order.source_id === 0
                        ? [{ label: t("field.fuel_percent"), show: () => `${order.fuel_percent}%` }]
                        : []),
                    { label: t("field.repair_class"), show: () => t(`RepairClass.${order.repair_class}`) },
                    {
                        label: t("field.promised_at"),
                        show: () => (
                            <>
                                <InstantText value={order.promised_at} mode="clock" />
                                {order.promised_at !== order.first_promised_at && (
                                    <small className="fc-soft">
                                        {" "}
                                        {t("ui.workshop.first_promised")}{" "}
                                        <InstantText value={order.first_promised_at} mode="clock" />
                                    </small>
                                )}
                            </>
                        ),
                    },
                    {
                        label: t(order.source_id === 0 ? "field.words" : "ui.workshop.found"),
                        wide: true,
                        show: () => <q className="ws-words">{order.words}</q>,
                    },
                ]}
            />
        </Card>
    );
}

function Sums({ record }: { record: OrderRecord }) {
    const { t } = useTranslation();
    const { order } = record;
    const billed = record.settlement ?? undefined;
    return (
        <Card title={t("ui.workshop.money")} className="ws-sums">
            <dl>
                <dt>{t("field.planned_total")}</dt>
                <dd>
                    <MoneyText value={order.planned_total} />
                </dd>
                <dt>{t("field.approved_total")}</dt>
                <dd>
                    <MoneyText value={order.approved_total} />
                </dd>
                {billed && (
                    <>
                        <dt>{t("field.customer_total")}</dt>
                        <dd>
                            <MoneyText value={billed.customer_total} strong />
                        </dd>
                    </>
                )}
                <dt>{t("field.paid")}</dt>
                <dd>
                    <MoneyText value={record.paid} />
                </dd>
                {billed && record.paid < billed.customer_total && (
                    <>
                        <dt className="due">{t("ui.workshop.open")}</dt>
                        <dd className="due">
                            <MoneyText value={billed.customer_total - record.paid} />
                        </dd>
                    </>
                )}
            </dl>
            {billed && (
                <div className="ws-papers">
                    <DownloadLink view="workshop.settlement_pdf" params={{ order_id: order.id }}>
                        {t("view.workshop.settlement_pdf")}
                    </DownloadLink>
                    {order.certificate_number && (
                        <DownloadLink view="workshop.certificate_pdf" params={{ order_id: order.id }}>
                            {t("view.workshop.certificate_pdf")}
                        </DownloadLink>
                    )}
                </div>
            )}
        </Card>
    );
}

/** A repair order from the car's arrival to its return. */
export default function Order() {
    const { t } = useTranslation();
    const { modal } = App.useApp();
    const id = Number(useParams().id);
    const [open, setOpen] = useState<Open>();
    // The same answer the page below reads: the actions' forms start from it.
    const { data: record } = useView("workshop.order", { order_id: id }, { also: otherModules });
    const openConsent = record?.consents.find((one: { state: string }) => one.state === "open")?.id;
    const show = (what: Open) => () => setOpen(what);
    const actions: Record<string, AllowedActionConfig> = {
        "workshop.record_walk_round": { onPress: show("walk_round") },
        "workshop.answer_consent": { onPress: show("answer") },
        "workshop.record_check": { onPress: show("check") },
        "workshop.record_finding": {
            only: ["part_of_car", "urgency", "words", "reading", "photos"],
            initial: { urgency: "soon" },
        },
        ...useLineForms(record),
        "workshop.request_consent": {
            only: [],
            onDone: (answer: { link: string; asked_amount: number; lines: number }) =>
                modal.info({
                    title: t("ui.workshop.asked_title"),
                    icon: null,
                    width: 420,
                    content: (
                        <ConsentLink
                            link={answer.link}
                            amount={answer.asked_amount}
                            lines={answer.lines}
                            note={t("ui.workshop.link_sent")}
                        />
                    ),
                    okText: t("ui.close"),
                }),
        },
        "workshop.make_consent_link": {
            icon: <QrcodeOutlined />,
            fixed: { consent_id: openConsent },
            hidden: openConsent === undefined,
            onDone: (answer: ActionAnswer<"workshop.make_consent_link">) =>
                modal.info({
                    title: t("ui.workshop.link_title"),
                    icon: null,
                    width: 420,
                    content: (
                        <ConsentLink
                            link={answer.link}
                            amount={answer.asked_amount}
                            lines={answer.lines}
                            ends_at={answer.ends_at}
                        />
                    ),
                    okText: t("ui.close"),
                }),
        },
        "workshop.withdraw_consent": {
            fixed: { consent_id: openConsent },
            confirm: t("ui.workshop.withdraw_confirm"),
        },
        "workshop.settle_order": {
            only: ["discount", "discount_reason", "round_to"],
            before: record && <Bill record={record} />,
            initial: { round_to: "fen" },
            width: 560,
        },
        "workshop.hand_back": {
            only: [
                "mileage_out_km",
                "received_by",
                "next_service_on",
                "next_service_km",
                "old_parts",
                "explained",
                "signature",
            ],
            shape: "drawer",
            initial: {
                mileage_out_km: record?.order.mileage_km,
                old_parts: record?.order.wants_old_parts ? "given_to_customer" : "none",
                next_service_km: record
                    ? Math.ceil((record.order.mileage_km + 10_000) / 1000) * 1000
                    : undefined,
            },
            help: { received_by: t("ui.workshop.received_by_help") },
        },
        "workshop.change_promise": { initial: { promised_at: record?.order.promised_at } },
        // Offered beside each promise.
        "workshop.use_promise": { hidden: true },
        "workshop.set_repair_class": { initial: { repair_class: record?.order.repair_class } },
        "workshop.cancel_settlement": { danger: true },
        "workshop.cancel_order": { danger: true },
    };
    return (
        <RecordPage
            view="workshop.order"
            params={{ order_id: id }}
            head="order"
            also={otherModules}
            object={{ type: "repair_order", id }}
            title={(one: OrderRecord) => `${one.plate || one.vin} ${one.model_name}`}
            kicker={(one: OrderRecord) => `${t("object.repair_order")} ${one.order.number}`}
            beside={(one: OrderRecord) =>
                !isOver(one.order) &&
                one.order.state !== "cancelled" && (
                    <ClockBadge
                        due_at={one.order.promised_at}
                        started_at={one.order.opened_at}
                        label={t("field.promised_at")}
                        compact
                    />
                )
            }
            facts={[]}
            next={nextAction}
            actions={actions}
            top={() => <CaseStrip object_type="repair_order" object_id={id} />}
            side={(one: OrderRecord) => (
                <>
                    <Sums record={one} />
                    <OrderPromises record={one} />
                    <QualityCard record={one} onCheck={show("check")} />
                    <Documents object_type="repair_order" object_id={id} />
                </>
            )}
        >
            {(one: OrderRecord) => (
                <>
                    <Head record={one} />
                    <LinesCard record={one} />
                    <Findings findings={one.findings} />
                    <ClocksCard record={one} />
                    <Consents consents={one.consents} />
                    {one.order.source_id === 0 && (
                        <CarAtArrival order={one.order} onWalkRound={show("walk_round")} />
                    )}
                    <AnswerDrawer record={one} open={open === "answer"} onClose={show(undefined)} />
                    <CheckDrawer record={one} open={open === "check"} onClose={show(undefined)} />
                    <WalkRoundDrawer
                        orderId={id}
                        beganAt={one.order.opened_at}
                        open={open === "walk_round"}
                        onClose={show(undefined)}
                    />
                </>
            )}
        </RecordPage>
    );
}
