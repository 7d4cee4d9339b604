import { CloseOutlined } from "@ant-design/icons";
import { Modal, Skeleton, Switch, Typography } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, EmptyState, MoneyText, ObjectPicker, ProblemView, QrCode, useView } from "@/kit";
import { firstWord } from "@/words/i18n";
import { specGroups, specName, specTable, specValue } from "./specs";
import "./compare.css";

interface Car {
    id: number;
    is_rival: boolean;
    name: string;
    year: number;
    fuel: string;
    gearbox: string;
    seats: number;
    price: number;
    specs: unknown;
    source: string;
    checked_on: string | null;
}

/** Which figure is the better one, where more or less is plainly better. */
const better: Record<string, "more" | "less"> = {
    boot_l: "more",
    wheelbase_mm: "more",
    power_kw: "more",
    torque_nm: "more",
    range_ev_km: "more",
    range_total_km: "more",
    airbags: "more",
    screen_in: "more",
    zero_to_100_s: "less",
    fuel_l_100km: "less",
    energy_kwh_100km: "less",
    charge_dc_min: "less",
};

function bestOf(name: string, values: unknown[]): number | undefined {
    const way = better[name];
    const numbers = values.filter((one): one is number => typeof one === "number");
    if (!way || numbers.length < 2 || new Set(numbers).size < 2) return undefined;
    return way === "more" ? Math.max(...numbers) : Math.min(...numbers);
}

interface LineProps {
    label: string;
    values: unknown[];
    show: (value: unknown) => ReactNode;
    best?: number;
    onlyDifferent: boolean;
}

function Line({ label, values, show, best, onlyDifferent }: LineProps) {
    const differs = new Set(values.map((one) => JSON.stringify(one))).size > 1;
    if (onlyDifferent && !differs) return null;
    return (
        <tr className={differs ? "differs" : undefined}>
            <th scope="row">{label}</th>
            {values.map((value, index) => (
                <td key={index} className={best !== undefined && value === best ? "best" : undefined}>
                    {value === undefined || value === null || value === "" ? "—" : show(value)}
                </td>
            ))}
        </tr>
    );
}

/** Cars beside each other with what differs marked: for the desk, and for the customer's phone. */
export function CompareTable({ cars, onDrop }: { cars: Car[]; onDrop?: (car: Car) => void }) {
    const { t } = useTranslation();
    const [onlyDifferent, setOnly] = useState(false);
    const tables = cars.map((car) => specTable(car.specs));
    const names = [...new Set(tables.flatMap((one) => Object.keys(one)))];
    return (
        <>
            <label className="fc-compare-only" htmlFor="compare-only">
                <Switch id="compare-only" size="small" checked={onlyDifferent} onChange={setOnly} />{" "}
                {t("ui.compare.only_different")}
            </label>
            <div className="fc-compare-box">
                <table className="fc-compare" style={{ minWidth: `${92 + cars.length * 128}px` }}>
                    <thead>
                        <tr>
                            <th />
                            {cars.map((car) => (
                                <th key={`${car.is_rival}${car.id}`} scope="col">
                                    {onDrop && (
                                        <button
                                            type="button"
                                            aria-label={`${t("ui.compare.drop")} ${car.name}`}
                                            onClick={() => onDrop(car)}
                                        >
                                            <CloseOutlined />
                                        </button>
                                    )}
                                    <b>{car.name}</b>
                                    {car.is_rival && (
                                        <small>
                                            {t("ui.compare.rival", {
                                                source: car.source,
                                                day: car.checked_on ?? "",
                                            })}
                                        </small>
                                    )}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        <Line
                            label={t("field.price")}
                            values={cars.map((one) => one.price)}
                            show={(value) => <MoneyText value={value as number} />}
                            best={cars.length > 1 ? Math.min(...cars.map((one) => one.price)) : undefined}
                            onlyDifferent={onlyDifferent}
                        />
                        {(["fuel", "gearbox", "seats", "year"] as const).map((name) => (
                            <Line
                                key={name}
                                label={t(`field.${name}`)}
                                values={cars.map((one) => one[name])}
                                show={(value) =>
                                    name === "fuel"
                                        ? t(`Fuel.${value}`)
                                        : name === "gearbox"
                                          ? t(`Gearbox.${value}`)
                                          : String(value)
                                }
                                onlyDifferent={onlyDifferent}
                            />
                        ))}
                    </tbody>
                    {specGroups(names).map(([group, list]) => (
                        <tbody key={group}>
                            <tr className="group">
                                <th colSpan={cars.length + 1}>{firstWord([`spec_group.${group}`, group])}</th>
                            </tr>
                            {list.map((name) => {
                                const values = tables.map((one) => one[name]);
                                return (
                                    <Line
                                        key={name}
                                        label={specName(name)}
                                        values={values}
                                        show={(value) => specValue(name, value)}
                                        best={bestOf(name, values)}
                                        onlyDifferent={onlyDifferent}
                                    />
                                );
                            })}
                        </tbody>
                    ))}
                </table>
            </div>
        </>
    );
}

function useChosen() {
    const [search, setSearch] = useSearchParams();
    const ids = (name: string) =>
        search
            .getAll(name)
            .map(Number)
            .filter((one) => one > 0);
    const models = ids("models");
    const rivals = ids("rivals");
    const set = (next: { models?: number[]; rivals?: number[] }) => {
        const all = new URLSearchParams();
        for (const one of next.models ?? models) all.append("models", String(one));
        for (const one of next.rivals ?? rivals) all.append("rivals", String(one));
        setSearch(all, { replace: true });
    };
    return { models, rivals, set };
}

/** The page the customer opens by a link: nothing but the table. */
export function CustomerCompare() {
    const { t } = useTranslation();
    const { models, rivals } = useChosen();
    const view = useView("vehicles.compare_models", {
        models: models.join(","),
        rivals: rivals.join(","),
    });
    const cars = (view.data as { cars: Car[] } | undefined)?.cars;
    return (
        <div className="fc-stack">
            <h1>{t("nav.compare")}</h1>
            {view.error && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {cars && <CompareTable cars={cars} />}
        </div>
    );
}

/** A link of the customer's own to this comparison, to scan from the screen or to send. */
function Share({ models, rivals }: { models: number[]; rivals: number[] }) {
    const { t } = useTranslation();
    const [link, setLink] = useState<string>();
    const address = link && `${window.location.origin}${link}`;
    return (
        <>
            <ActionButton
                action="showroom.share_comparison"
                fixed={{ models, rivals }}
                onDone={(answer: { link: string }) => setLink(answer.link)}
            />
            <Modal
                open={!!address}
                title={t("ui.compare.for_customer")}
                onCancel={() => setLink(undefined)}
                footer={null}
                width={360}
            >
                {address && (
                    <div className="fc-stack" style={{ justifyItems: "center" }}>
                        <QrCode value={address} />
                        <Typography.Text copyable={{ text: address }}>{t("ui.compare.copy")}</Typography.Text>
                    </div>
                )}
            </Modal>
        </>
    );
}

export default function Compare() {
    const { t } = useTranslation();
    const { may } = useSession();
    const { models, rivals, set } = useChosen();
    const count = models.length + rivals.length;
    const view = useView(
        "vehicles.compare_models",
        { models: models.join(","), rivals: rivals.join(",") },
        { enabled: count > 0 },
    );
    const rivalList = useView("vehicles.rival_list", {}, { enabled: may("vehicles.catalogue_read") }).data as
        | { rows: { id: number; brand: string; name: string }[] }
        | undefined;
    const cars = count > 0 ? (view.data as { cars: Car[] } | undefined)?.cars : [];
    const drop = (car: Car) =>
        set(
            car.is_rival
                ? { rivals: rivals.filter((one) => one !== car.id) }
                : { models: models.filter((one) => one !== car.id) },
        );
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.compare")}</h1>
                {count < 4 && (
                    <div className="fc-compare-add">
                        <ObjectPicker
                            key={`m${models.length}`}
                            object="model"
                            optional
                            aria-label={t("ui.compare.add_model")}
                            placeholder={t("ui.compare.add_model")}
                            value={undefined}
                            onChange={(value) => {
                                if (typeof value === "number" && !models.includes(value))
                                    set({ models: [...models, value] });
                            }}
                        />
                        <ObjectPicker
                            key={`r${rivals.length}`}
                            source={(rivalList?.rows ?? []).map((one) => ({
                                value: one.id,
                                label: `${one.brand} ${one.name}`,
                            }))}
                            optional
                            aria-label={t("ui.compare.add_rival")}
                            placeholder={t("ui.compare.add_rival")}
                            value={undefined}
                            onChange={(value) => {
                                if (typeof value === "number" && !rivals.includes(value))
                                    set({ rivals: [...rivals, value] });
                            }}
                        />
                    </div>
                )}
                <div className="fc-page-actions">
                    {count > 0 && may("showroom.test_drive_write") && (
                        <Share models={models} rivals={rivals} />
                    )}
                </div>
            </header>
            {view.error && count > 0 && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {count > 0 && !cars && <Skeleton active />}
            {count === 0 && <EmptyState title={t("ui.compare.empty")} text={t("ui.compare.empty_text")} />}
            {cars && cars.length > 0 && <CompareTable cars={cars} onDrop={drop} />}
        </div>
    );
}
