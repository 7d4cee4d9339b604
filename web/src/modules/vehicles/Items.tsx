import { AutoComplete } from "antd";
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

const usual = ["conformity_certificate", "consistency_certificate", "maker_invoice", "manual"];
const usualOfImports = ["import_certificate", "import_inspection", ...usual.slice(1)];

/** A row for each paper that comes with such a car and is not here yet; its place is that of the others. */
function awaited(vin: string, items: Item[]) {
    const kinds = vin.startsWith("L") ? usual : usualOfImports;
    const place = items.findLast((one) => one.kind !== "key" && one.state === "here")?.place ?? "";
    return kinds
        .filter((kind) => !items.some((one) => one.kind === kind))
        .map((kind) => ({ kind, label: "", place, at_bank: false }));
}

/** Rows without a number are not registered; a row without a place lies where the one above does. */
function namedOnly(values: Record<string, unknown>) {
    let place = "";
    const items = ((values.items ?? []) as { label?: string; place?: string }[])
        .filter((one) => one.label?.trim())
        .map((one) => {
            place = one.place?.trim() || place;
            return { ...one, place };
        });
    return { ...values, items };
}

/** A colleague by name, or somebody from outside. */
function Borrower({ value, onChange }: { value?: string; onChange?: (name: string) => void }) {
    const people = (
        useView("access.people", {}).data as { rows?: { id: number; name: string }[] } | undefined
    )?.rows;
    return (
        <AutoComplete
            value={value}
            onChange={onChange}
            showSearch={{ filterOption: true }}
            options={people?.map((one) => ({ value: one.name })) ?? []}
        />
    );
}

/** The keys and papers of a car: where each one is, and the hand it goes into next. */
export function Items(props: { car: number; vin: string; items: Item[]; writes: boolean }) {
    const { car, vin, items, writes } = props;
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
                        action="vehicles.register_items"
                        size="small"
                        label={t("ui.stock.add_item")}
                        width={760}
                        fixed={{ car_id: car }}
                        before={<p className="fc-soft">{t("ui.stock.items_help")}</p>}
                        initial={{ items: awaited(vin, items) }}
                        labels={{ items: t("ui.stock.items") }}
                        unfinishedRows
                        toInput={namedOnly}
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
                                    render={{ to_whom: (props) => <Borrower {...props} /> }}
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
