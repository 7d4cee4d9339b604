import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, Card, ListPage, MoneyText, PlateText, useView } from "@/kit";
import { storeTime } from "@/words/format";
import { ageTone, Days } from "./Days";
import { StockNav } from "./StockNav";
import { VinFill } from "./VinFill";
import "./stock.css";
import "./vehicles.css";

interface Band {
    min_days: number;
    max_days: number | null;
    cars: number;
    cost: number | null;
    daily_cost: number | null;
    cost_so_far: number | null;
}

interface Series {
    series: string;
    ordered: number;
    in_transit: number;
    in_stock: number;
    locked: number;
    demo: number;
    standing_long: number;
    sold_lately: number;
    days_of_supply: number | null;
    cost: number | null;
}

interface BoardData {
    ordered: number;
    in_transit: number;
    in_stock: number;
    locked: number;
    demo: number;
    average_age_days: number;
    long_after_days: number;
    cost: number | null;
    daily_cost: number | null;
    cost_so_far: number | null;
    annual_basis_points: number;
    bands: Band[];
    series: Series[];
}

/** Filters in the address: a press on a figure, a band or a series shows those cars below. */
function useStockFilter() {
    const [search, setSearch] = useSearchParams();
    const filter = {
        state: search.get("state") ?? undefined,
        series: search.get("series") ?? undefined,
        min_age_days: search.get("min_age_days") ?? undefined,
        max_age_days: search.get("max_age_days") ?? undefined,
    };
    const set = (next: Record<string, string | number | null | undefined>) => {
        const all = new URLSearchParams();
        for (const [name, value] of Object.entries({ ...filter, ...next }))
            if (value !== undefined && value !== null && value !== "") all.set(name, String(value));
        setSearch(all, { replace: true });
    };
    return { filter, set };
}

type Filter = ReturnType<typeof useStockFilter>;

function Bands({ board, filter, set }: { board: BoardData } & Filter) {
    const { t } = useTranslation();
    const most = Math.max(1, ...board.bands.map((one) => one.cars));
    return (
        <Card title={t("ui.stock.bands")} className="fc-bands-card">
            <ul className="fc-bands">
                {board.bands.map((band) => {
                    const chosen = filter.min_age_days === String(band.min_days);
                    const label =
                        band.max_days === null
                            ? t("ui.stock.band_over", { n: band.min_days - 1 })
                            : t("ui.stock.band", { from: band.min_days, to: band.max_days });
                    return (
                        <li key={band.min_days} className={ageTone(band.min_days)}>
                            <button
                                type="button"
                                aria-pressed={chosen}
                                onClick={() =>
                                    set({
                                        min_age_days: chosen ? undefined : band.min_days,
                                        max_age_days: chosen ? undefined : band.max_days,
                                        state: undefined,
                                    })
                                }
                            >
                                <span>{label}</span>
                                <i>
                                    <em style={{ width: `${(band.cars / most) * 100}%` }} />
                                </i>
                                <b>{t("ui.stock.cars", { n: band.cars })}</b>
                                {band.cost !== null && (
                                    <>
                                        <MoneyText value={band.cost} />
                                        <small>
                                            {t("ui.stock.a_day")}
                                            <MoneyText value={band.daily_cost} />
                                        </small>
                                    </>
                                )}
                            </button>
                        </li>
                    );
                })}
            </ul>
        </Card>
    );
}

function SeriesTable({ board, filter, set }: { board: BoardData } & Filter) {
    const { t } = useTranslation();
    const heads = ["ordered", "in_transit", "in_stock", "locked", "demo"] as const;
    return (
        <Card title={t("ui.stock.by_series")} flush>
            <div className="fc-table-wrap">
                <table className="fc-table fc-series-table">
                    <thead>
                        <tr>
                            <th>{t("field.series")}</th>
                            {heads.map((one) => (
                                <th key={one} className="right">
                                    {t(`field.${one}`)}
                                </th>
                            ))}
                            <th className="right">{t("ui.stock.long", { n: board.long_after_days })}</th>
                            <th className="right">{t("field.sold_lately")}</th>
                            <th className="right">{t("field.days_of_supply")}</th>
                            {board.cost !== null && <th className="right">{t("field.cost")}</th>}
                        </tr>
                    </thead>
                    <tbody>
                        {board.series.map((one) => (
                            <tr
                                key={one.series}
                                className={filter.series === one.series ? "chosen" : undefined}
                            >
                                <td>
                                    <button
                                        type="button"
                                        className="fc-link"
                                        aria-pressed={filter.series === one.series}
                                        onClick={() =>
                                            set({
                                                series: filter.series === one.series ? undefined : one.series,
                                            })
                                        }
                                    >
                                        {one.series}
                                    </button>
                                </td>
                                {heads.map((head) => (
                                    <td key={head} className="right">
                                        {one[head] || <span className="fc-none">0</span>}
                                    </td>
                                ))}
                                <td className="right">
                                    {one.standing_long > 0 ? (
                                        <span className="fc-age late">{one.standing_long}</span>
                                    ) : (
                                        <span className="fc-none">0</span>
                                    )}
                                </td>
                                <td className="right">{one.sold_lately}</td>
                                <td className="right">
                                    {one.days_of_supply === null ? (
                                        <span className="fc-none">—</span>
                                    ) : (
                                        <span className={`fc-age ${one.days_of_supply > 60 ? "due" : "ok"}`}>
                                            {one.days_of_supply}
                                        </span>
                                    )}
                                </td>
                                {board.cost !== null && (
                                    <td className="right">
                                        <MoneyText value={one.cost} />
                                    </td>
                                )}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </Card>
    );
}

function Figures({ board, filter, set }: { board: BoardData } & Filter) {
    const { t } = useTranslation();
    const states = ["in_stock", "locked", "in_transit", "demo"] as const;
    return (
        <div className="fc-figures">
            {states.map((one) => (
                <button
                    key={one}
                    type="button"
                    className="fc-figure fc-figure-button"
                    aria-pressed={filter.state === one}
                    onClick={() =>
                        set({
                            state: filter.state === one ? undefined : one,
                            min_age_days: undefined,
                            max_age_days: undefined,
                        })
                    }
                >
                    <b>{board[one]}</b>
                    <span>{t(`CarState.${one}`)}</span>
                </button>
            ))}
            <div className={`fc-figure ${ageTone(board.average_age_days)}`}>
                <b>{board.average_age_days}</b>
                <span>{t("field.average_age_days")}</span>
            </div>
            {board.cost !== null && (
                <>
                    <div className="fc-figure">
                        <b>
                            <MoneyText value={board.cost} />
                        </b>
                        <span>{t("ui.stock.value")}</span>
                    </div>
                    <div className="fc-figure due">
                        <b>
                            <MoneyText value={board.daily_cost} />
                        </b>
                        <span>
                            {t("ui.stock.interest_a_day", {
                                rate: (board.annual_basis_points / 100).toFixed(2),
                            })}
                        </span>
                    </div>
                    <div className="fc-figure late">
                        <b>
                            <MoneyText value={board.cost_so_far} />
                        </b>
                        <span>{t("field.cost_so_far")}</span>
                    </div>
                </>
            )}
        </div>
    );
}

const plate = {
    field: "plate",
    show: (row: { plate?: string | null }) => <PlateText value={row.plate} />,
};

type Shown = ReturnType<typeof useStockFilter>["filter"];

const model = {
    field: "model_name",
    show: (row: { model_name: string; open_claims: number; leaves: boolean }) => <ModelOfCar row={row} />,
};
const vinTail = (title: string) => ({
    field: "vin",
    title,
    show: (row: { vin: string }) => <span className="fc-vin">{row.vin.slice(-6)}</span>,
});

function ModelOfCar({ row }: { row: { model_name: string; open_claims: number; leaves: boolean } }) {
    const { t } = useTranslation();
    return (
        <>
            {row.model_name}{" "}
            {row.open_claims > 0 && <span className="fc-state late">{t("ui.stock.damaged")}</span>}
            {row.leaves && <span className="fc-state plum">{t("field.leaves")}</span>}
        </>
    );
}

/** The cars that stand here, the longest first. */
function InHouse({ filter }: { filter: Shown }) {
    const { t } = useTranslation();
    const { may } = useSession();
    const sees = may("vehicles.stock_cost_read");
    return (
        <ListPage
            key={JSON.stringify(filter)}
            view="vehicles.stock_list"
            embedded
            params={{ ...filter, on_the_way: false }}
            filters={["model_id"]}
            sort="stock_since"
            rowLink={(row) => `/cars/${row.id}`}
            rowTone={(row) => {
                const tone = ageTone(row.age_days as number);
                return tone === "ok" ? undefined : tone;
            }}
            columns={[
                model,
                "state",
                vinTail(t("field.vin_tail")),
                "colour",
                "location",
                {
                    field: "age_days",
                    title: t("ui.vehicles.age"),
                    align: "right",
                    show: (row) => <Days days={row.age_days as number} />,
                },
                { field: "list_price", hideOnPhone: true },
                ...(sees ? ["cost", "cost_so_far"].map((field) => ({ field, hideOnPhone: true })) : []),
                ...(filter.state === "demo" ? [plate] : []),
                ...(sees ? [] : [{ field: "key_number", hideOnPhone: true }]),
            ]}
        />
    );
}

/** How far an expected day lies behind; 0 when it does not. */
function daysLate(expected_on: string | null | undefined): number {
    if (!expected_on) return 0;
    return Math.max(0, storeTime(new Date().toISOString()).startOf("day").diff(expected_on, "day"));
}

/** The cars the maker has sent or builds: when each should be here, and which of them are late. */
function OnTheWay({ filter }: { filter: Shown }) {
    const { t } = useTranslation();
    const { may } = useSession();
    return (
        <ListPage
            key={JSON.stringify(filter)}
            view="vehicles.stock_list"
            embedded
            params={{ series: filter.series, on_the_way: true }}
            filters={["model_id"]}
            sort="ordered_at"
            rowLink={(row) => `/cars/${row.id}`}
            rowTone={(row) => (daysLate(row.expected_on as string) > 0 ? "late" : undefined)}
            columns={[
                model,
                "state",
                vinTail(t("field.vin_tail")),
                "colour",
                "ordered_at",
                {
                    field: "expected_on",
                    title: t("ui.stock.expected"),
                    show: (row) => {
                        const late = daysLate(row.expected_on as string);
                        return (
                            <>
                                {(row.expected_on as string) ?? "—"}{" "}
                                {late > 0 && (
                                    <span className="fc-state late">
                                        {t("ui.stock.days_late", { n: late })}
                                    </span>
                                )}
                            </>
                        );
                    },
                },
                { field: "list_price", hideOnPhone: true },
                ...(may("vehicles.stock_cost_read") ? [{ field: "cost", hideOnPhone: true }] : []),
            ]}
            empty={{ title: t("ui.stock.none_on_the_way") }}
        />
    );
}

/** What stands in the yard, how long, and what that costs; the cars themselves below. */
export default function StockList() {
    const { t } = useTranslation();
    const { may } = useSession();
    const navigate = useNavigate();
    const { filter, set } = useStockFilter();
    const board = useView("vehicles.stock_board", {}).data as BoardData | undefined;
    const filtered = Object.values(filter).some((one) => one !== undefined);
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.stock")}</h1>
                <StockNav />
                <div className="fc-page-actions">
                    {may("vehicles.stock_write") && (
                        <ActionButton
                            action="vehicles.order_car"
                            only={["vin", "model_id", "colour", "cost", "expected_on"]}
                            after={(values) => <VinFill vin={values.vin} fields={{ model_id: "model_id" }} />}
                            onDone={(answer: { id: number }) => navigate(`/cars/${answer.id}`)}
                        />
                    )}
                </div>
            </header>
            {!board && <Skeleton active />}
            {board && (
                <>
                    <Figures board={board} filter={filter} set={set} />
                    <div className="fc-stock-board">
                        <Bands board={board} filter={filter} set={set} />
                        <SeriesTable board={board} filter={filter} set={set} />
                    </div>
                </>
            )}
            <div className="fc-stock-list-head">
                <h2 className="fc-section-title">
                    {t(filter.state === "in_transit" ? "ui.stock.on_the_way" : "ui.stock.in_house")}
                </h2>
                {filtered && (
                    <button
                        type="button"
                        className="fc-link"
                        onClick={() =>
                            set({
                                state: undefined,
                                series: undefined,
                                min_age_days: undefined,
                                max_age_days: undefined,
                            })
                        }
                    >
                        {t("ui.stock.show_all")}
                    </button>
                )}
            </div>
            {filter.state !== "in_transit" && <InHouse filter={filter} />}
            {(filter.state ?? "in_transit") === "in_transit" && !filter.min_age_days && (
                <>
                    {!filter.state && (
                        <h2 className="fc-section-title fc-below">{t("ui.stock.on_the_way")}</h2>
                    )}
                    <OnTheWay filter={filter} />
                </>
            )}
        </div>
    );
}
