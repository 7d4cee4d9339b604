import { Button, Rate } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { useSession } from "@/app/session";
import {
    ActionButton,
    Card,
    CaseStrip,
    Documents,
    EmptyState,
    type FactOf,
    InstantText,
    PlateText,
    peopleOf,
    RecordPage,
    useView,
} from "@/kit";
import { storeTime } from "@/words/format";
import "./showroom.css";

const scores = ["comfort", "power", "handling", "space"] as const;

/** The licence as it was seen, or the button to look at it; without it nothing is signed. */
function LicenceCard({ drive }: { drive: Record<string, unknown> }) {
    const { t, i18n } = useTranslation();
    const { may } = useSession();
    const licence = drive.licence as
        | { licence_class: string; issued_on: string; valid_until?: string | null; checked_at: string }
        | undefined;
    const refused = drive.licence_refused_because as string | undefined;
    const open = ["booked", "agreed"].includes(drive.state as string);
    const check = may("showroom.test_drive_write") && open && (
        <ActionButton
            action="showroom.check_licence"
            size="small"
            label={licence ? t("ui.showroom.check_again") : undefined}
            fixed={{ customer_id: drive.customer_id }}
            only={["licence_class", "issued_on", "valid_until", "photo"]}
            help={{ valid_until: t("ui.showroom.valid_until_help") }}
        />
    );
    return (
        <Card title={t("ui.showroom.licence")} extra={check}>
            {!licence ? (
                <EmptyState small title={t("ui.showroom.licence_not_seen")} />
            ) : (
                <dl className="fc-facts">
                    <div>
                        <dt>{t("field.licence_class")}</dt>
                        <dd>
                            <b>{licence.licence_class}</b>
                        </dd>
                    </div>
                    <div>
                        <dt>{t("field.issued_on")}</dt>
                        <dd>{licence.issued_on}</dd>
                    </div>
                    <div>
                        <dt>{t("field.valid_until")}</dt>
                        <dd>{licence.valid_until ?? t("ui.showroom.for_good")}</dd>
                    </div>
                    <div>
                        <dt>{t("ui.showroom.seen_at")}</dt>
                        <dd>
                            <InstantText value={licence.checked_at} />
                        </dd>
                    </div>
                </dl>
            )}
            {refused && licence && (
                <p className="fc-late-text">
                    {i18n.exists(`refusal.${refused}`) ? t(`refusal.${refused}`) : refused}
                </p>
            )}
            {!!drive.companion_needed && <p className="fc-due-text">{t("ui.showroom.companion")}</p>}
        </Card>
    );
}

function rate(label: string) {
    return (props: { value?: number; onChange?: (value: number) => void }) => (
        <Rate {...props} className="fc-rate" aria-label={label} />
    );
}

export default function TestDrive() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const navigate = useNavigate();
    const { may } = useSession();
    // The same answer the page below reads: without a licence nothing else can be next.
    const { data } = useView("showroom.test_drive_record", { test_drive_id: id });
    const car = useView(
        "vehicles.car_record",
        { car_id: data?.test_drive.car_id },
        { enabled: data?.test_drive.state === "agreed" },
    );
    const state = data?.test_drive.state ?? "";
    // What lies behind is not offered any more, not even to say why it can not be done.
    const over = state === "finished" || state === "cancelled";
    const lacksLicence = !!data && (!data.licence || !!data.licence_refused_because);
    return (
        <RecordPage
            view="showroom.test_drive_record"
            params={{ test_drive_id: id }}
            head="test_drive"
            object={{ type: "test_drive", id }}
            also={["customers"]}
            kicker={(drive) => `${t("object.test_drive")} ${drive.number}`}
            title={(drive) => drive.customer_name}
            beside={(drive) => (
                <span className="fc-soft">
                    {storeTime(drive.starts_at).format("MM-DD HH:mm")}–
                    {storeTime(drive.ends_at).format("HH:mm")}
                </span>
            )}
            top={(drive) => (
                <>
                    <CaseStrip object_type="test_drive" object_id={id} />
                    {drive.feedback && may("deals.deal_write") && (
                        <div className="fc-next-steps">
                            <Button
                                type="primary"
                                onClick={() =>
                                    navigate(
                                        `/deals/new?customer_id=${drive.customer_id}${
                                            drive.lead_id ? `&lead_id=${drive.lead_id}` : ""
                                        }`,
                                    )
                                }
                            >
                                {t("deals.start_quote")}
                            </Button>
                        </div>
                    )}
                </>
            )}
            calm={(drive) => !!drive.feedback}
            next={() => (lacksLicence && !over ? "showroom.check_licence" : undefined)}
            actions={{
                "showroom.check_licence": {
                    hidden: over || !lacksLicence,
                    only: ["licence_class", "issued_on", "valid_until", "photo"],
                    fixed: { customer_id: data?.test_drive.customer_id },
                    help: { valid_until: t("ui.showroom.valid_until_help") },
                },
                "showroom.sign_agreement": {
                    hidden: over,
                    onPress: () => navigate(`/test_drives/${id}/sign`),
                },
                "showroom.record_feedback": {
                    render: Object.fromEntries(scores.map((name) => [name, rate(t(`field.${name}`))])),
                    columns: 1,
                },
                "showroom.start_drive": {
                    hidden: over,
                    initial: { fuel_percent: 80, mileage_km: car.data?.car.mileage_km },
                },
                "showroom.finish_drive": {
                    hidden: over,
                    initial: {
                        fuel_percent: data?.test_drive.fuel_out_percent,
                        mileage_km: data?.test_drive.mileage_out_km,
                        damage: "",
                    },
                },
                "showroom.move_test_drive": {
                    hidden: over,
                    options: {
                        consultant_id: peopleOf("sales"),
                        car_id: {
                            view: "vehicles.demo_car_list",
                            label: (row: { model_name: string; plate?: string }) =>
                                `${row.model_name} ${row.plate ?? ""}`,
                        },
                    },
                },
                "showroom.report_incident": { danger: true },
                "showroom.cancel_test_drive": { hidden: over, danger: true },
            }}
            facts={
                [
                    {
                        field: "customer_id",
                        show: (drive) => (
                            <Link to={`/customers/${drive.customer_id}`}>
                                {drive.customer_name} {drive.phone_masked}
                            </Link>
                        ),
                    },
                    {
                        field: "car_id",
                        show: (drive) => (
                            <>
                                <Link to={`/cars/${drive.car_id}`}>{drive.car_title}</Link>{" "}
                                <PlateText value={drive.plate} />
                            </>
                        ),
                    },
                    { field: "gearbox", show: (drive) => t(`Gearbox.${drive.gearbox}`) },
                    { field: "consultant_id", show: (drive) => drive.consultant_name },
                    "route",
                    {
                        field: "signed_at",
                        show: (drive) =>
                            drive.signed_at ? (
                                <>
                                    {drive.signed_name} <InstantText value={drive.signed_at} mode="clock" />
                                </>
                            ) : (
                                "—"
                            ),
                    },
                    "started_at",
                    "finished_at",
                    {
                        field: "mileage_out_km",
                        label: t("ui.showroom.mileage"),
                        show: (drive) =>
                            drive.mileage_out_km
                                ? `${drive.mileage_out_km} → ${drive.mileage_in_km ?? "…"} km`
                                : "—",
                    },
                    {
                        field: "fuel_out_percent",
                        label: t("ui.showroom.fuel"),
                        show: (drive) =>
                            drive.fuel_out_percent !== null && drive.fuel_out_percent !== undefined
                                ? `${drive.fuel_out_percent}% → ${drive.fuel_in_percent ?? "…"}%`
                                : "—",
                    },
                    { label: t("ui.showroom.damage"), show: (drive) => drive.damage || null },
                    { field: "cancel_reason", show: (drive) => drive.cancel_reason || null },
                ] as FactOf<"showroom.test_drive_record", "test_drive">[]
            }
            side={() => <Documents object_type="test_drive" object_id={id} />}
        >
            {(drive) => (
                <>
                    <LicenceCard drive={drive} />
                    {drive.feedback && (
                        <Card title={t("ui.showroom.feedback")}>
                            <dl className="fc-facts">
                                {scores.map((name) => (
                                    <div key={name}>
                                        <dt>{t(`field.${name}`)}</dt>
                                        <dd>
                                            <Rate disabled value={drive.feedback?.[name]} />
                                        </dd>
                                    </div>
                                ))}
                                <div>
                                    <dt>{t("field.intent")}</dt>
                                    <dd>{t(`BuyingIntent.${drive.feedback.intent}`)}</dd>
                                </div>
                                {drive.feedback.words && (
                                    <div className="wide">
                                        <dt>{t("field.words")}</dt>
                                        <dd>{drive.feedback.words}</dd>
                                    </div>
                                )}
                            </dl>
                        </Card>
                    )}
                    {drive.incidents.length > 0 && (
                        <Card title={t("ui.showroom.incidents")} count={drive.incidents.length} tone="late">
                            {(drive.incidents as { id: number; words: string; reported_at: string }[]).map(
                                (one) => (
                                    <p key={one.id}>
                                        {one.words}{" "}
                                        <span className="fc-soft">
                                            <InstantText value={one.reported_at} mode="clock" />
                                        </span>
                                    </p>
                                ),
                            )}
                        </Card>
                    )}
                </>
            )}
        </RecordPage>
    );
}
