import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { tones } from "@/app/registry";
import { useSession } from "@/app/session";
import { Board, EmptyState, MoneyText, ProblemView, useAction, useView } from "@/kit";
import { BuyUsedCar, EnterTradeIn } from "./BuyUsedCar";
import { inDays } from "./days";
import { Took } from "./Took";
import { UsedNav } from "./UsedNav";
import "./used_cars.css";

interface Step {
    step: string;
    target_days: number;
    cars: number;
    late_cars: number;
    stays: number;
    late_stays: number;
    median_minutes?: number | null;
}

interface OneCar {
    id: number;
    model_text: string;
    vin_tail: string;
    plate: string;
    mileage_km: number;
    first_registered: string;
    location: string;
    step: string;
    minutes_in_step: number;
    late: boolean;
    days_in_stock: number;
    open_jobs: number;
    promised: boolean;
    asking_price?: number | null;
    version: number;
}

interface BoardData {
    steps: Step[];
    cars: OneCar[];
    looks_back_days: number;
    median_minutes_to_sale?: number | null;
    cost?: number | null;
    daily_cost?: number | null;
}

function Figures({ board }: { board: BoardData }) {
    const { t } = useTranslation();
    const late = board.cars.filter((one) => one.late).length;
    const toSale = board.median_minutes_to_sale ? inDays(board.median_minutes_to_sale) : undefined;
    return (
        <div className="fc-figures">
            <div className="fc-figure">
                <b>{board.cars.length}</b>
                <span>{t("ui.used.in_stock")}</span>
            </div>
            <div className="fc-figure ok">
                <b>{board.cars.filter((one) => one.step === "for_sale").length}</b>
                <span>{t("UsedStep.for_sale")}</span>
            </div>
            <div className={late > 0 ? "fc-figure late" : "fc-figure"}>
                <b>{late}</b>
                <span>{t("ui.used.late")}</span>
            </div>
            <div className="fc-figure">
                <b>{toSale ? t(`ui.used.${toSale.key}`, { n: toSale.n }) : "—"}</b>
                <span>{t("ui.used.to_sale", { n: board.looks_back_days })}</span>
            </div>
            {board.cost !== undefined && board.cost !== null && (
                <>
                    <div className="fc-figure">
                        <b>
                            <MoneyText value={board.cost} />
                        </b>
                        <span>{t("ui.used.bound")}</span>
                    </div>
                    <div className="fc-figure due">
                        <b>
                            <MoneyText value={board.daily_cost} />
                        </b>
                        <span>{t("ui.used.a_day")}</span>
                    </div>
                </>
            )}
        </div>
    );
}

function StepNote({ step }: { step: Step }) {
    const { t } = useTranslation();
    return (
        <span className="uc-note">
            {t("ui.used.target", { n: step.target_days })}
            {step.median_minutes !== null && step.median_minutes !== undefined && (
                <>
                    {" · "}
                    {t("ui.used.median")} <Took minutes={step.median_minutes} />
                </>
            )}
            {step.late_cars > 0 && (
                <b className="fc-age late"> {t("ui.used.late_n", { n: step.late_cars })}</b>
            )}
        </span>
    );
}

function CarCard({ car }: { car: OneCar }) {
    const { t } = useTranslation();
    return (
        <Link to={`/used-cars/${car.id}`} className="uc-card">
            <b>{car.model_text}</b>
            <small>
                {car.plate || car.vin_tail} · {car.first_registered.slice(0, 7)} ·{" "}
                {t("ui.used.km", {
                    wan: (car.mileage_km / 10_000).toFixed(1),
                    km: car.mileage_km.toLocaleString(),
                })}
            </small>
            <span className="uc-card-foot">
                <Took minutes={car.minutes_in_step} late={car.late} />
                {car.promised && <span className="fc-state due">{t("CarState.locked")}</span>}
                {car.open_jobs > 0 && (
                    <span className="fc-soft">{t("ui.used.open_jobs", { n: car.open_jobs })}</span>
                )}
                {car.asking_price ? <MoneyText value={car.asking_price} /> : null}
            </span>
        </Link>
    );
}

/** Every used car in the step where it is, with the days it has been there. */
export default function UsedBoard() {
    const { t } = useTranslation();
    const { may } = useSession();
    const [search] = useSearchParams();
    const view = useView("used_cars.board", {}, { also: ["vehicles", "deals"] });
    const move = useAction("used_cars.enter_step");
    const board = view.data as unknown as BoardData | undefined;
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.used_cars")}</h1>
                <UsedNav />
                <div className="fc-page-actions">{may("used_cars.used_car_write") && <BuyUsedCar />}</div>
            </header>
            {search.has("deal_id") && may("used_cars.used_car_write") && <EnterTradeIn />}
            {!board && (view.error ? <ProblemView problem={view.error} /> : <Skeleton active />)}
            {board && <Figures board={board} />}
            {board && board.cars.length === 0 && (
                <EmptyState title={t("ui.used.none")} text={t("ui.used.none_text")} />
            )}
            {board && board.cars.length > 0 && (
                <div className="uc-board">
                    <Board<OneCar>
                        columns={board.steps.map((one) => ({
                            key: one.step,
                            title: t(`UsedStep.${one.step}`),
                            tone: tones[`UsedStep.${one.step}`],
                            note: <StepNote step={one} />,
                        }))}
                        cards={board.cars}
                        columnOf={(car) => car.step}
                        keyOf={(car) => car.id}
                        tone={(car) => (car.late ? "late" : undefined)}
                        show={(car) => <CarCard car={car} />}
                        mayMove={(car, step) => step !== "arrived" && !car.promised}
                        onMove={
                            may("used_cars.reconditioning_write")
                                ? (car, step) => move.run({ used_car_id: car.id, step, version: car.version })
                                : undefined
                        }
                    />
                </div>
            )}
        </div>
    );
}
