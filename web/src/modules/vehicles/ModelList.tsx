import { PlusOutlined } from "@ant-design/icons";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, EmptyState, MoneyText, ProblemView, useListView } from "@/kit";
import "./vehicles.css";

interface Row {
    id: number;
    brand: string;
    series: string;
    trim: string;
    name: string;
    year: number;
    fuel: string;
    gearbox: string;
    displacement_ml: number;
    seats: number;
    price: number;
    on_offer: boolean;
    in_stock: number;
    in_transit: number;
}

const fuels = ["petrol", "hybrid", "plug_in_hybrid", "electric", "diesel"];

/**
 * The catalogue the way customers ask for it: a series with its trims, prices and what stands in the yard.
 */
export default function ModelList() {
    const { t } = useTranslation();
    const { may } = useSession();
    const navigate = useNavigate();
    const [search, setSearch] = useSearchParams();
    const fuel = search.get("fuel") ?? undefined;
    const list = useListView("vehicles.model_list", { limit: 200, fuel, on_offer: true });
    const rows = list.rows as unknown as Row[];
    const series = [...new Set(rows.map((one) => `${one.brand} ${one.series}`))];
    const choose = (value: string | undefined) => setSearch(value ? { fuel: value } : {}, { replace: true });
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.models")}</h1>
                <div className="fc-chips">
                    <button type="button" aria-pressed={!fuel} onClick={() => choose(undefined)}>
                        {t("ui.vehicles.all")}
                    </button>
                    {fuels.map((one) => (
                        <button
                            key={one}
                            type="button"
                            aria-pressed={fuel === one}
                            onClick={() => choose(one)}
                        >
                            {t(`Fuel.${one}`)}
                        </button>
                    ))}
                </div>
                <div className="fc-page-actions">
                    <Link to="/models/compare">
                        <Button>{t("nav.compare")}</Button>
                    </Link>
                    {may("vehicles.catalogue_write") && (
                        <>
                            <Link to="/models/rivals">
                                <Button>{t("view.vehicles.rival_list")}</Button>
                            </Link>
                            <Link to="/models/prices">
                                <Button>{t("view.vehicles.price_list")}</Button>
                            </Link>
                        </>
                    )}
                    {may("vehicles.catalogue_write") && (
                        <ActionButton
                            action="vehicles.add_model"
                            icon={<PlusOutlined />}
                            shape="drawer"
                            hide={["specs"]}
                            onDone={(answer: { id: number }) => navigate(`/models/${answer.id}`)}
                        />
                    )}
                </div>
            </header>
            {list.error && <ProblemView problem={list.error} onRetry={() => list.refetch()} />}
            {list.isPending && <Skeleton active />}
            {!list.isPending && rows.length === 0 && <EmptyState title={t("ui.list.empty")} />}
            {series.map((name) => (
                <section key={name} className="fc-series">
                    <h2>{name}</h2>
                    <div className="fc-models">
                        {rows
                            .filter((one) => `${one.brand} ${one.series}` === name)
                            .toSorted((a, b) => a.price - b.price)
                            .map((one) => (
                                <Link key={one.id} to={`/models/${one.id}`} className="fc-model">
                                    <b>{one.trim}</b>
                                    <span className="fc-soft">
                                        {t("ui.vehicles.year", { year: one.year })} · {t(`Fuel.${one.fuel}`)}{" "}
                                        · {t(`Gearbox.${one.gearbox}`)} ·{" "}
                                        {t("ui.vehicles.seats", { n: one.seats })}
                                    </span>
                                    <span className="fc-model-foot">
                                        <MoneyText value={one.price} strong />
                                        <span className={one.in_stock > 0 ? "fc-state ok" : "fc-state"}>
                                            {t("ui.vehicles.in_stock", { n: one.in_stock })}
                                        </span>
                                        {one.in_transit > 0 && (
                                            <span className="fc-state info">
                                                {t("ui.vehicles.in_transit", { n: one.in_transit })}
                                            </span>
                                        )}
                                    </span>
                                </Link>
                            ))}
                    </div>
                </section>
            ))}
        </div>
    );
}
