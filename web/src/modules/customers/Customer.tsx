import { QrcodeOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { findView } from "@/api/contract";
import type { ActionAnswer } from "@/api/typed";
import { linkOf } from "@/app/registry";
import { useSession } from "@/app/session";
import {
    ActionButton,
    Card,
    DataTable,
    Documents,
    EmptyState,
    InstantText,
    PersonalLink,
    peopleOf,
    RecordPage,
} from "@/kit";
import { VinFill } from "../vehicles/VinFill";
import { Business } from "./Business";
import { Links } from "./Links";
import { Reveal } from "./Reveal";

interface Consent {
    id: number;
    purpose: string;
    channel: string;
    given_at: string;
    given_by: string;
    withdrawn_at?: string | null;
}

interface Duplicate {
    id: number;
    name: string;
    phone_masked: string;
    created_at: string;
}

function Consents({ customer_id, consents }: { customer_id: number; consents: Consent[] }) {
    const { t } = useTranslation();
    const { may } = useSession();
    return (
        <Card
            title={t("ui.customers.consents")}
            count={consents.filter((one) => !one.withdrawn_at).length}
            flush
            extra={
                may("customers.customer_write") && (
                    <ActionButton
                        action="customers.give_consent"
                        size="small"
                        fixed={{ customer_id, text_version: "2026-01" }}
                        initial={{ channel: "on_screen" }}
                    />
                )
            }
        >
            {consents.length === 0 ? (
                <EmptyState small title={t("ui.customers.no_consents")} />
            ) : (
                <ul className="fc-tasks">
                    {consents.map((one) => (
                        <li key={one.id} className="fc-task">
                            <span className="fc-task-text">
                                <span>{t(`ConsentPurpose.${one.purpose}`)}</span>
                                <small>
                                    {t(`ConsentChannel.${one.channel}`)}，
                                    <InstantText value={one.given_at} mode="clock" />
                                </small>
                            </span>
                            {one.withdrawn_at ? (
                                <span className="fc-state">{t("ui.customers.withdrawn")}</span>
                            ) : (
                                <ActionButton
                                    action="customers.withdraw_consent"
                                    size="small"
                                    type="text"
                                    fixed={{ consent_id: one.id }}
                                    confirm={t(`ConsentPurpose.${one.purpose}`)}
                                />
                            )}
                        </li>
                    ))}
                </ul>
            )}
        </Card>
    );
}

function Duplicates({ into_id, rows }: { into_id: number; rows: Duplicate[] }) {
    const { t } = useTranslation();
    const { may } = useSession();
    if (rows.length === 0) return null;
    return (
        <Card title={t("ui.customers.duplicates")} count={rows.length} tone="due" flush>
            <ul className="fc-tasks">
                {rows.map((one) => (
                    <li key={one.id} className="fc-task">
                        <span className="fc-task-text">
                            <Link to={`/customers/${one.id}`}>{one.name}</Link>
                            <small>{one.phone_masked}</small>
                        </span>
                        {may("customers.customer_merge") && (
                            <ActionButton
                                action="customers.merge"
                                size="small"
                                fixed={{ from_id: one.id, into_id }}
                                label={t("ui.customers.merge_here")}
                            />
                        )}
                    </li>
                ))}
            </ul>
        </Card>
    );
}

export default function Customer() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const { may } = useSession();
    const navigate = useNavigate();
    const { modal } = App.useApp();
    const showLink = ({ link, ends_at }: ActionAnswer<"customers.make_link">) =>
        modal.info({
            title: t("customers.make_link"),
            icon: null,
            width: 420,
            content: <PersonalLink link={link} ends_at={ends_at} caption={t("ui.customers.link_scan")} />,
            okText: t("ui.close"),
        });
    const carFields =
        findView("customers.customer_record")?.fields.find((one) => one.name === "cars")?.item?.fields ?? [];
    return (
        <RecordPage
            view="customers.customer_record"
            params={{ customer_id: id }}
            head="customer"
            object={{ type: "customer", id }}
            also={["vehicles", "care", "complaints"]}
            calm={() => true}
            kicker={(one) => (one.company ? t("ui.customers.company") : t("object.customer"))}
            title={(one) => one.name}
            beside={(one) =>
                one.merged_into ? (
                    <Link to={`/customers/${one.merged_into}`}>{t("ui.customers.merged")}</Link>
                ) : null
            }
            actions={{
                "customers.reveal_phone": { hidden: true },
                "customers.reveal_identity_number": { hidden: true },
                "customers.give_consent": { hidden: true },
                "customers.merge": { hidden: true },
                "customers.make_link": { icon: <QrcodeOutlined />, onDone: showLink },
                "customers.assign_consultant": { options: { consultant_id: peopleOf("sales") } },
                "customers.add_car": {
                    only: [
                        "vin",
                        "plate",
                        "model_id",
                        "model_text",
                        "colour",
                        "mileage_km",
                        "first_registered",
                    ],
                    after: (values) => (
                        <VinFill
                            vin={values.vin}
                            fields={{ model_id: "model_id", model_name: "model_text" }}
                        />
                    ),
                },
            }}
            facts={[
                {
                    field: "phone_masked",
                    show: (one) => (
                        <Reveal
                            action="customers.reveal_phone"
                            customer_id={id}
                            masked={one.phone_masked}
                            allowed={one.allowed_actions}
                        />
                    ),
                },
                {
                    field: "identity_masked",
                    show: (one) => (
                        <Reveal
                            action="customers.reveal_identity_number"
                            customer_id={id}
                            masked={one.identity_masked}
                            allowed={one.allowed_actions}
                        />
                    ),
                },
                "gender",
                { field: "consultant_id", show: (one) => one.consultant_name || "—" },
                "source",
                "email",
                "created_at",
                { field: "address", wide: true, show: (one) => one.address || null },
                { field: "note", wide: true, show: (one) => one.note || null },
            ]}
            top={() =>
                may("leads.lead_write") && (
                    <div className="fc-next-steps">
                        <ActionButton
                            action="leads.open_lead"
                            fixed={{ customer_id: id }}
                            only={["source", "note"]}
                            onDone={(answer: { lead_id: number }) => navigate(`/leads/${answer.lead_id}`)}
                        />
                        <Link to={`/showroom/book?customer_id=${id}`}>
                            <Button>{t("showroom.book_test_drive")}</Button>
                        </Link>
                        <Link to={`/deals/new?customer_id=${id}`}>
                            <Button>{t("deals.start_quote")}</Button>
                        </Link>
                    </div>
                )
            }
            side={(one) => (
                <>
                    <Duplicates into_id={id} rows={one.possible_duplicates ?? []} />
                    <Consents customer_id={id} consents={one.consents ?? []} />
                    <Links customer_id={id} />
                    <Documents object_type="customer" object_id={id} />
                </>
            )}
        >
            {(one) => (
                <>
                    <Card title={t("ui.customers.cars")} count={one.cars.length} flush>
                        {one.cars.length === 0 ? (
                            <EmptyState small title={t("ui.customers.no_cars")} />
                        ) : (
                            <DataTable
                                rows={one.cars}
                                fields={carFields}
                                view="customers.customer_record"
                                columns={["model_name", "plate", "vin", "mileage_km", "warranty_start"]}
                                rowLink={(car: { id: number }) => linkOf("car", car.id)}
                            />
                        )}
                    </Card>
                    <Business customer_id={id} />
                </>
            )}
        </RecordPage>
    );
}
