import { CalendarOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { ViewAnswer } from "@/api/typed";
import { useSession } from "@/app/session";
import { ActionButton, MoneyText, PlateText, ProblemView, useView } from "@/kit";
import { PurchaseCards } from "@/modules/deals/customer/PurchaseCard";
import { storeTime } from "@/words/format";
import { Way } from "./Way";

type Mine = ViewAnswer<"workshop.my_service">;

const over = new Set(["handed_back", "cancelled"]);

function OpenOrder({ order, token }: { order: Mine["orders"][number]; token: string }) {
    const { t } = useTranslation();
    const asks = order.state === "awaiting_consent";
    return (
        <Link to={`/c/${token}/orders/${order.id}`} className={`my-card my-open${asks ? " asks" : ""}`}>
            <header>
                {order.plate && <PlateText value={order.plate} />}
                <b>{order.model_name}</b>
                <RightOutlined />
            </header>
            <h2>{t(`ui.my.state.${order.state}`)}</h2>
            <Way state={order.state} />
            <p>
                {asks
                    ? t("ui.my.please_answer")
                    : t("ui.my.ready_by", {
                          at: storeTime(order.promised_at).format(t("ui.my.time_format")),
                      })}
            </p>
        </Link>
    );
}

/** The customer's own page: cars, the open order, the next appointment, what was done before. */
export default function Home() {
    const { t } = useTranslation();
    const token = useParams().token!;
    const { session } = useSession();
    const { data, error, refetch } = useView("workshop.my_service", {}, { everyMs: 15_000 });
    if (error && !data) return <ProblemView problem={error} onRetry={() => refetch()} />;
    if (!data) return <Skeleton active />;
    const open = (data.orders as Mine["orders"]).filter(
        (one: Mine["orders"][number]) => !over.has(one.state),
    );
    const past = (data.orders as Mine["orders"]).filter(
        (one: Mine["orders"][number]) => one.state === "handed_back",
    );
    return (
        <>
            <h1 className="my-hello">{t("ui.my.hello", { name: session?.customer?.name ?? "" })}</h1>
            {open.map((order: Mine["orders"][number]) => (
                <OpenOrder key={order.id} order={order} token={token} />
            ))}
            <PurchaseCards token={token} />
            {data.appointments.map((one: Mine["appointments"][number]) => (
                <section key={one.id} className="my-card my-next">
                    <small>{t("ui.my.next_appointment")}</small>
                    <h2>{storeTime(one.starts_at).format(t("ui.my.time_format"))}</h2>
                    <p>
                        {one.plate && <PlateText value={one.plate} />} {one.words}
                    </p>
                    <p className="fc-soft">{t("ui.my.advisor_waits", { name: one.advisor_name })}</p>
                    <ActionButton
                        action="workshop.cancel_appointment"
                        type="text"
                        size="small"
                        only={[]}
                        danger
                        fixed={{ appointment_id: one.id, version: one.version }}
                        label={t("ui.my.cancel_appointment")}
                        confirm={t("ui.my.cancel_sure")}
                    />
                </section>
            ))}
            <Link to={`/c/${token}/book`} className="my-book">
                <Button type="primary" size="large" block icon={<CalendarOutlined />}>
                    {t("ui.my.book")}
                </Button>
            </Link>
            <section className="my-card">
                <h2>{t("ui.my.cars")}</h2>
                <ul className="my-cars">
                    {data.cars.map((car: Mine["cars"][number]) => (
                        <li key={car.id}>
                            <b>{car.model_name}</b>
                            {car.plate && <PlateText value={car.plate} />}
                            <small>
                                {t("ui.workshop.km", { n: car.mileage_km.toLocaleString("en-US") })}
                            </small>
                        </li>
                    ))}
                </ul>
            </section>
            {past.length > 0 && (
                <section className="my-card">
                    <h2>{t("ui.my.past")}</h2>
                    <ul className="my-past">
                        {past.map((order: Mine["orders"][number]) => (
                            <li key={order.id}>
                                <Link to={`/c/${token}/orders/${order.id}`}>
                                    <span>
                                        {storeTime(order.opened_at).format("YYYY-MM-DD")} {order.plate}
                                    </span>
                                    <MoneyText value={order.customer_total} />
                                </Link>
                            </li>
                        ))}
                    </ul>
                </section>
            )}
        </>
    );
}
