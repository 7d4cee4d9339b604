import { PlusOutlined } from "@ant-design/icons";
import { Button, Image, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { fileUrl } from "@/api/client";
import { useSession } from "@/app/session";
import {
    ActionButton,
    Card,
    ChecklistField,
    EmptyState,
    InstantText,
    MoneyText,
    ProblemView,
    useAction,
    useView,
} from "@/kit";
import { currentLanguage } from "@/words/i18n";
import type { Fault, Place, Plan } from "./plan";
import { Spot } from "./Spot";
import "./showroom.css";

const carsInHouse = {
    view: "vehicles.stock_list",
    params: { limit: 200 },
    label: (row: { model_name: string; colour: string; vin: string }) =>
        `${row.model_name} ${row.colour} ${row.vin.slice(-6)}`,
    detail: (row: { location: string }) => row.location || undefined,
};

function hashes(photos: unknown): string[] {
    const list = typeof photos === "string" ? JSON.parse(photos) : photos;
    return Array.isArray(list) ? list : [];
}

function Faults({ faults }: { faults: Fault[] }) {
    const { t } = useTranslation();
    const definition = useView("checklists.definition", { name: "display_check" }).data as
        | { items: { name: string; text: { zh: string; en: string } }[] }
        | undefined;
    const language = currentLanguage();
    return (
        <ul className="fc-stack">
            {faults.map((one) => (
                <li key={one.id}>
                    <b>
                        {one.note || definition?.items.find((item) => item.name === one.item)?.text[language]}
                    </b>
                    <br />
                    <small className="fc-soft">
                        {definition?.items.find((item) => item.name === one.item)?.text[language]} ·{" "}
                        {one.raised_by} <InstantText value={one.raised_at} />
                    </small>
                    <div className="fc-photos">
                        {hashes(one.photos).map((hash) => (
                            <Image key={hash} src={fileUrl(hash)} width={96} alt={one.note} />
                        ))}
                    </div>
                    <ActionButton
                        action="showroom.close_display_fault"
                        size="small"
                        fixed={{ fault_id: one.id, version: one.version }}
                        label={t("showroom.close_display_fault")}
                    />
                </li>
            ))}
        </ul>
    );
}

function PlaceCard({ place, arranging }: { place: Place; arranging: boolean }) {
    const { t } = useTranslation();
    const fixed = { position_id: place.id, version: place.version };
    const open = (name: string) =>
        place.allowed_actions.some((one) => one.name === name && !one.refused_because);
    return (
        <>
            <Card title={place.name}>
                {place.car ? (
                    <div className="fc-stack">
                        <div>
                            <Link to={`/cars/${place.car.id}`}>
                                <b>{place.car.title}</b>
                            </Link>
                            <br />
                            <span className="fc-soft">
                                {place.car.colour} · {place.car.vin_tail}
                            </span>
                        </div>
                        {place.car.list_price !== null && (
                            <div>
                                <span className="fc-soft">{t("ui.display.price_board")} </span>
                                <MoneyText value={place.car.list_price} strong />
                            </div>
                        )}
                        <div className="fc-soft">
                            {place.checked_at ? (
                                <>
                                    {t("ui.display.last_check")} <InstantText value={place.checked_at} />
                                </>
                            ) : (
                                t("ui.display.never_checked")
                            )}
                        </div>
                    </div>
                ) : (
                    <EmptyState small title={t("ui.display.empty")} />
                )}
                <div className="fc-next-steps" style={{ marginTop: 14, marginBottom: 0 }}>
                    {open("showroom.check_display") && (
                        <ActionButton
                            action="showroom.check_display"
                            strong
                            shape="drawer"
                            fixed={{ position_id: place.id }}
                            render={{
                                answers: (props) => (
                                    <ChecklistField
                                        checklist="display_check"
                                        verdicts={{ ok: "Verdict.ok", fault: "Verdict.fault" }}
                                        {...(props as object)}
                                    />
                                ),
                            }}
                        />
                    )}
                    {open("showroom.display_car") && (
                        <ActionButton
                            action="showroom.display_car"
                            strong
                            fixed={fixed}
                            options={{ car_id: carsInHouse }}
                        />
                    )}
                    {open("showroom.clear_position") && (
                        <ActionButton action="showroom.clear_position" fixed={fixed} />
                    )}
                    {arranging && (
                        <ActionButton
                            action="showroom.move_position"
                            fixed={fixed}
                            initial={{ x: place.x, y: place.y }}
                            help={{ x: t("ui.display.x_help"), y: t("ui.display.y_help") }}
                        />
                    )}
                    {arranging && open("showroom.remove_position") && (
                        <ActionButton action="showroom.remove_position" danger type="text" fixed={fixed} />
                    )}
                </div>
            </Card>
            {place.faults.length > 0 && (
                <Card title={t("object.display_fault")} count={place.faults.length} tone="late">
                    <Faults faults={place.faults} />
                </Card>
            )}
        </>
    );
}

/** The showroom from above: what stands where, what was looked at today, what is wrong. */
export default function Display() {
    const { t } = useTranslation();
    const { may } = useSession();
    const [chosen, setChosen] = useState<number>();
    const [arranging, setArranging] = useState(false);
    const move = useAction("showroom.move_position");
    const view = useView("showroom.display_plan", {}, { also: ["vehicles"] });
    const plan = view.data as Plan | undefined;
    const place =
        plan?.positions.find((one) => one.id === chosen) ??
        plan?.positions.find((one) => one.faults.length > 0) ??
        plan?.positions.find((one) => one.car && !one.checked_today) ??
        plan?.positions[0];
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.display")}</h1>
                {plan && (
                    <span>
                        <span className={plan.to_check > 0 ? "fc-state due" : "fc-state ok"}>
                            {t("ui.display.progress", {
                                done: plan.checked,
                                all: plan.checked + plan.to_check,
                            })}
                        </span>{" "}
                        {plan.open_faults > 0 && (
                            <span className="fc-state late">
                                {t("ui.display.faults", { n: plan.open_faults })}
                            </span>
                        )}
                    </span>
                )}
                <div className="fc-page-actions">
                    {may("showroom.display_write") && plan && plan.positions.length > 0 && (
                        <Button aria-pressed={arranging} onClick={() => setArranging(!arranging)}>
                            {t(arranging ? "ui.display.arranged" : "ui.display.arrange")}
                        </Button>
                    )}
                    {may("showroom.display_write") && (
                        <ActionButton
                            action="showroom.add_position"
                            icon={<PlusOutlined />}
                            initial={{ x: 500, y: 500 }}
                            help={{ x: t("ui.display.x_help"), y: t("ui.display.y_help") }}
                            onDone={(answer: { id: number }) => setChosen(answer.id)}
                        />
                    )}
                </div>
            </header>
            {view.error && !plan && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {!plan && !view.error && <Skeleton active />}
            {arranging && <p className="fc-soft fc-arrange-help">{t("ui.display.arrange_help")}</p>}
            {plan && (
                <div className="fc-display">
                    <div className={arranging ? "fc-plan arranging" : "fc-plan"}>
                        {plan.positions.map((one) => (
                            <Spot
                                key={one.id}
                                place={one}
                                chosen={one.id === place?.id}
                                onChoose={() => setChosen(one.id)}
                                onMove={
                                    arranging
                                        ? (x, y) =>
                                              move.run({ position_id: one.id, x, y, version: one.version })
                                        : undefined
                                }
                            />
                        ))}
                        {plan.positions.length === 0 && <EmptyState title={t("ui.display.no_places")} />}
                        <span className="fc-plan-door">{t("ui.display.door")}</span>
                    </div>
                    <div className="fc-stack">
                        {place && <PlaceCard key={place.id} place={place} arranging={arranging} />}
                    </div>
                </div>
            )}
        </div>
    );
}
