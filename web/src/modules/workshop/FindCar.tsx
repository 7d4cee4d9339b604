import { CarOutlined, SearchOutlined, UserOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { getView } from "@/api/client";
import { ActionButton, EmptyState, PlateText, useView } from "@/kit";

export interface CarAndCustomer {
    car_id: number;
    customer_id: number;
    plate: string;
    vin: string;
    model_name: string;
    mileage_km: number;
    customer_name: string;
    phone_masked: string;
}

interface Hit {
    object_type: string;
    object_id: number;
    title: string;
    subtitle: string;
}

interface Car {
    id: number;
    vin: string;
    model_name: string;
    plate?: string | null;
    mileage_km: number;
}

interface CustomerRecord {
    customer: { id: number; name: string; phone_masked: string };
    cars: Car[];
}

function found(record: CustomerRecord, car: Car): CarAndCustomer {
    return {
        car_id: car.id,
        customer_id: record.customer.id,
        plate: car.plate ?? "",
        vin: car.vin,
        model_name: car.model_name,
        mileage_km: car.mileage_km,
        customer_name: record.customer.name,
        phone_masked: record.customer.phone_masked,
    };
}

/** A customer's cars to choose from; a new one is added here. */
function CarsOf({ customerId, onFound }: { customerId: number; onFound: (one: CarAndCustomer) => void }) {
    const { t } = useTranslation();
    const { data } = useView("customers.customer_record", { customer_id: customerId });
    const record = data as unknown as CustomerRecord | undefined;
    if (!record) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
    return (
        <div className="ws-find-cars">
            <p>{t("ui.workshop.cars_of", { name: record.customer.name })}</p>
            {record.cars.map((car) => (
                <button key={car.id} type="button" onClick={() => onFound(found(record, car))}>
                    <CarOutlined />
                    {car.plate ? <PlateText value={car.plate} /> : <b>{car.vin.slice(-6)}</b>}
                    <span>{car.model_name}</span>
                </button>
            ))}
            <ActionButton action="customers.add_car" size="small" fixed={{ customer_id: customerId }} />
        </div>
    );
}

/** Finds the car that stands at the door: by plate, by the last of the VIN, by the owner's name or phone. */
export function FindCar({ onFound }: { onFound: (one: CarAndCustomer) => void }) {
    const { t } = useTranslation();
    const [typed, setTyped] = useState("");
    const [text, setText] = useState("");
    const [customer, setCustomer] = useState<number>();
    useEffect(() => {
        const timer = setTimeout(() => setText(typed.trim()), 200);
        return () => clearTimeout(timer);
    }, [typed]);
    const { data, isFetching } = useQuery({
        queryKey: ["find_car", text],
        queryFn: () => getView<{ hits: Hit[] }>("search.find", { q: text, limit: 30 }),
        enabled: text.length > 1,
    });
    const hits = (data?.hits ?? [])
        .filter((one) => one.object_type === "car" || one.object_type === "customer")
        .slice(0, 8);
    const pick = async (hit: Hit) => {
        if (hit.object_type === "customer") return setCustomer(hit.object_id);
        const { car } = await getView<{ car: Car & { customer_id?: number | null } }>("vehicles.car_record", {
            car_id: hit.object_id,
        });
        if (!car.customer_id) return;
        const record = await getView<CustomerRecord>("customers.customer_record", {
            customer_id: car.customer_id,
        });
        onFound(found(record, car));
    };
    return (
        <div className="ws-find">
            <Input
                size="large"
                autoFocus
                allowClear
                prefix={<SearchOutlined />}
                value={typed}
                placeholder={t("ui.workshop.find_car")}
                aria-label={t("ui.workshop.find_car")}
                onChange={(event) => {
                    setTyped(event.target.value);
                    setCustomer(undefined);
                }}
                onPressEnter={() => hits.length === 1 && pick(hits[0]!)}
            />
            {customer === undefined && text.length > 1 && !isFetching && hits.length === 0 && (
                <EmptyState
                    small
                    title={t("ui.workshop.car_unknown")}
                    action={
                        <ActionButton
                            action="customers.register"
                            onDone={(answer: { id: number }) => setCustomer(answer.id)}
                        />
                    }
                />
            )}
            {customer === undefined && hits.length > 0 && (
                <ul className="ws-hits">
                    {hits.map((hit) => (
                        <li key={`${hit.object_type} ${hit.object_id}`}>
                            <button type="button" onClick={() => pick(hit)}>
                                {hit.object_type === "car" ? <CarOutlined /> : <UserOutlined />}
                                <b>{hit.title}</b>
                                <small>{hit.subtitle}</small>
                            </button>
                        </li>
                    ))}
                </ul>
            )}
            {customer !== undefined && (
                <>
                    <CarsOf customerId={customer} onFound={onFound} />
                    <Button type="link" size="small" onClick={() => setCustomer(undefined)}>
                        {t("ui.back")}
                    </Button>
                </>
            )}
        </div>
    );
}
