import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/app/session";
import { ActionButton, Card, EmptyState, InstantText, StateTag, useView } from "@/kit";
import "./stock.css";

interface Item {
    id: number;
    kind: string;
    label: string;
    state: string;
    place: string;
    holder: string;
    since: string;
    due_at: string | null;
    version: number;
    allowed_actions: { name: string; refused_because?: string | null }[];
}

interface Move {
    state: string;
    who: string;
    purpose: string;
    at: string;
    by_name: string;
}

function Moves({ item }: { item: number }) {
    const { t } = useTranslation();
    const rows = (useView("vehicles.item_moves", { item_id: item }).data as { rows: Move[] } | undefined)
        ?.rows;
    return (
        <ul className="fc-moves">
            {rows?.map((one) => (
                <li key={one.at + one.state}>
                    <small>
                        <InstantText value={one.at} /> {t(`ItemState.${one.state}`)} {one.who} {one.purpose}
                    </small>
                </li>
            ))}
        </ul>
    );
}

/** The keys and papers of a car: where each one is, and the hand it goes into next. */
export function Items({ car, items, writes }: { car: number; items: Item[]; writes: boolean }) {
    const { t } = useTranslation();
    const { may } = useSession();
    const [open, setOpen] = useState<number>();
    const mayWrite = writes && may("vehicles.key_write");
    return (
        <Card
            title={t("ui.stock.items")}
            count={items.length}
            extra={
                mayWrite && (
                    <ActionButton
                        action="vehicles.register_item"
                        size="small"
                        label={t("ui.stock.add_item")}
                        fixed={{ car_id: car }}
                    />
                )
            }
        >
            {items.length === 0 && <EmptyState small title={t("ui.stock.no_items")} />}
            <ul className="fc-items">
                {items.map((one) => {
                    const action = one.allowed_actions.find((each) => !each.refused_because);
                    const late = one.due_at !== null && Date.parse(one.due_at) < Date.now();
                    return (
                        <li key={one.id} className={late ? "late" : undefined}>
                            <span>
                                <button
                                    type="button"
                                    className="fc-link"
                                    aria-expanded={open === one.id}
                                    onClick={() => setOpen(open === one.id ? undefined : one.id)}
                                >
                                    {t(`ItemKind.${one.kind}`)} {one.label}
                                </button>{" "}
                                <StateTag type="ItemState" value={one.state} />
                                <br />
                                <small>
                                    {one.state === "out" ? one.holder : one.place}
                                    {one.due_at && (
                                        <>
                                            {" "}
                                            {t("ui.stock.back_by")} <InstantText value={one.due_at} />
                                        </>
                                    )}
                                </small>
                            </span>
                            {mayWrite && action && (
                                <ActionButton
                                    action={action.name}
                                    size="small"
                                    label={one.state === "at_bank" ? t("ui.stock.redeem") : undefined}
                                    fixed={{ item_id: one.id, version: one.version }}
                                    initial={{ place: one.state === "out" ? one.place : undefined }}
                                />
                            )}
                            {open === one.id && <Moves item={one.id} />}
                        </li>
                    );
                })}
            </ul>
        </Card>
    );
}
