import { Alert, Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import {
    BigChoice,
    Card,
    DateInput,
    Labelled,
    ObjectPicker,
    PlateText,
    peopleOf,
    problemText,
    useAction,
    useEnumOptions,
    useView,
} from "@/kit";
import { instantOfStoreTime, storeTime, storeToday } from "@/words/format";
import type { DayPlan } from "./types";
import "./showroom.css";

interface FreeTime {
    car_id: number;
    car_title: string;
    starts_at: string;
    ends_at: string;
}

function clock(at: string): string {
    return storeTime(at).format("HH:mm");
}

/** Books a test drive on one page: customer, day and car, one of the free times, the route. */
export default function Book() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const [search] = useSearchParams();
    const number = (name: string) => (search.get(name) ? Number(search.get(name)) : undefined);
    const [customer_id, setCustomer] = useState(number("customer_id"));
    const [date, setDate] = useState(search.get("date") ?? storeToday());
    const [car_id, setCar] = useState(number("car_id"));
    const minute = number("minute");
    const [starts_at, setStart] = useState(
        minute === undefined
            ? undefined
            : instantOfStoreTime(
                  `${date} ${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`,
              ),
    );
    const [route, setRoute] = useState("city");
    const [consultant_id, setConsultant] = useState<number>();
    const routes = useEnumOptions("TestDriveRoute", ["city", "motorway", "mixed"]);
    const customer = useView(
        "customers.customer_record",
        { customer_id },
        { enabled: customer_id !== undefined },
    );
    const plan = useView("showroom.test_drive_calendar", { date }).data as DayPlan | undefined;
    const free = useView("showroom.free_test_drive_times", { date }).data as { rows: FreeTime[] } | undefined;
    const book = useAction("showroom.book_test_drive", { showProblem: false });
    const times = (free?.rows ?? []).filter((one) => one.car_id === car_id);
    const send = async () => {
        const answer = await book.run({
            customer_id,
            lead_id: number("lead_id"),
            car_id,
            starts_at,
            route,
            consultant_id,
        });
        if (answer) navigate(`/test_drives/${(answer as { id: number }).id}`);
    };
    const name = (customer.data as { customer: { name: string; phone_masked: string } } | undefined)
        ?.customer;
    const ready = customer_id && car_id && starts_at;
    return (
        <div className="fc-page fc-book">
            <header className="fc-page-head">
                <h1>{t("showroom.book_test_drive")}</h1>
            </header>
            {book.problem && <Alert type="warning" showIcon role="alert" title={problemText(book.problem)} />}
            <Card title={t("object.customer")}>
                <ObjectPicker
                    key={name?.name}
                    object="customer"
                    aria-label={t("object.customer")}
                    source={
                        name && customer_id
                            ? [{ value: customer_id, label: `${name.name} ${name.phone_masked}` }]
                            : undefined
                    }
                    value={customer_id}
                    optional
                    onChange={(value) => setCustomer(value as number | undefined)}
                />
            </Card>
            <Card
                title={t("ui.showroom.car_and_time")}
                extra={
                    <DateInput
                        value={date}
                        aria-label={t("field.date")}
                        onChange={(value) => {
                            setDate(value ?? storeToday());
                            setStart(undefined);
                        }}
                    />
                }
            >
                {!plan && <Skeleton active title={false} />}
                {plan && (
                    <BigChoice
                        label={t("ui.showroom.which_car")}
                        value={car_id}
                        options={plan.cars.map((car) => ({
                            value: car.id,
                            label: car.title,
                            detail: (
                                <>
                                    <PlateText value={car.plate} /> {t(`Gearbox.${car.gearbox}`)}
                                </>
                            ),
                        }))}
                        onChange={(value) => {
                            setCar(value);
                            setStart(undefined);
                        }}
                    />
                )}
                {car_id !== undefined && (
                    <div className="fc-book-times">
                        {times.length === 0 && !starts_at && (
                            <p className="fc-soft">{t("ui.showroom.no_free_time")}</p>
                        )}
                        <BigChoice
                            label={t("ui.showroom.which_time")}
                            value={starts_at}
                            options={[
                                ...(starts_at && !times.some((one) => one.starts_at === starts_at)
                                    ? [{ value: starts_at, label: clock(starts_at) }]
                                    : []),
                                ...times.map((one) => ({
                                    value: one.starts_at,
                                    label: clock(one.starts_at),
                                })),
                            ]}
                            onChange={setStart}
                        />
                    </div>
                )}
            </Card>
            <Card title={t("ui.showroom.how")}>
                <div className="fc-book-how">
                    <BigChoice
                        label={t("field.route")}
                        columns={3}
                        value={route}
                        options={routes}
                        onChange={setRoute}
                    />
                    <Labelled label={t("field.consultant_id")}>
                        {(id) => (
                            <ObjectPicker
                                id={id}
                                source={peopleOf("sales")}
                                value={consultant_id}
                                optional
                                placeholder={t("ui.showroom.any_free")}
                                onChange={(value) => setConsultant(value as number | undefined)}
                            />
                        )}
                    </Labelled>
                </div>
            </Card>
            <div className="fc-page-foot">
                <Button size="large" onClick={() => navigate(-1)}>
                    {t("ui.cancel")}
                </Button>
                <Button type="primary" size="large" disabled={!ready} loading={book.running} onClick={send}>
                    {t("showroom.book_test_drive")}
                </Button>
            </div>
        </div>
    );
}
