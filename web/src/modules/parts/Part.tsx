import "./parts.css";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { ViewAnswer } from "@/api/typed";
import { linkOf } from "@/app/registry";
import { Card, EmptyState, InstantText, MoneyText, RecordPage, StateTag, useView } from "@/kit";
import { quantityText } from "@/words/format";

type PartRecord = ViewAnswer<"parts.part">;
type Move = PartRecord["moves"][number];
type Bin = PartRecord["bins"][number];

function Figures({ part }: { part: PartRecord }) {
    const { t } = useTranslation();
    const low = part.available <= part.reorder_point;
    const figure = (label: string, value: number, tone?: string) => (
        <div className={tone}>
            <b>{quantityText(value)}</b>
            <span>{label}</span>
        </div>
    );
    return (
        <div className="pt-figures">
            {figure(t("field.on_hand"), part.on_hand)}
            {figure(t("field.reserved"), part.reserved)}
            {figure(t("field.available"), part.available, part.available <= 0 ? "late" : low ? "due" : "ok")}
            {figure(t("field.reorder_point"), part.reorder_point)}
            <div>
                <b>
                    <MoneyText value={part.value} />
                </b>
                <span>{t("ui.parts.value")}</span>
            </div>
        </div>
    );
}

function Moves({ moves, unit }: { moves: Move[]; unit: string }) {
    const { t } = useTranslation();
    if (moves.length === 0) return <EmptyState small title={t("ui.parts.no_moves")} />;
    return (
        <ul className="ws-rows pt-moves">
            {moves.map((one) => {
                const incoming = one.kind === "received" || one.kind === "returned";
                const link = one.object_id ? linkOf(one.object_type, one.object_id) : undefined;
                return (
                    <li key={one.id}>
                        <StateTag type="MoveKind" value={one.kind} />
                        <span>
                            {one.from_place} → {one.to_place}
                            {link && (
                                <>
                                    {" "}
                                    <Link to={link}>{t(`object.${one.object_type}`)}</Link>
                                </>
                            )}
                            {one.reason && <small className="fc-soft"> {one.reason}</small>}
                        </span>
                        <span className="end">
                            <b className={incoming ? "fc-yes" : undefined}>
                                {incoming ? "+" : one.kind === "issued" ? "−" : ""}
                                {quantityText(Math.abs(one.quantity))} {unit}
                            </b>{" "}
                            <small className="fc-soft">
                                {one.moved_by_name} <InstantText value={one.moved_at} mode="clock" />
                            </small>
                        </span>
                    </li>
                );
            })}
        </ul>
    );
}

/** A part: what lies where, and every move of it. */
export default function Part() {
    const { t } = useTranslation();
    const id = Number(useParams().id);
    const { data: part } = useView("parts.part", { part_id: id });
    const bin = part?.bins[0]?.name ?? part?.bin;
    return (
        <RecordPage
            view="parts.part"
            params={{ part_id: id }}
            also={["workshop"]}
            object={{ type: "part", id }}
            title={(one) => one.name}
            kicker={(one) => `${one.number} · ${one.brand}`}
            beside={(one) =>
                one.withdrawn_at && <span className="fc-state mute">{t("ui.parts.withdrawn")}</span>
            }
            facts={["origin", "category", "fits", "price", "average_cost", "bin", "unit"]}
            top={(one) => <Figures part={one} />}
            actions={{
                "parts.change_part": {
                    initial: part && {
                        name: part.name,
                        fits: part.fits,
                        price: part.price,
                        reorder_point: part.reorder_point,
                        bin: part.bin,
                    },
                },
                "parts.receive_goods": { hidden: true },
                "parts.move_stock": { initial: { from_bin: bin } },
                "parts.count_stock": { initial: { bin } },
                "parts.withdraw_part": { danger: true },
            }}
            side={(one) => (
                <Card title={t("field.bins")} count={one.bins.length} flush>
                    {one.bins.length === 0 && <EmptyState small title={t("ui.parts.nowhere")} />}
                    <ul className="ws-rows">
                        {one.bins.map((place: Bin) => (
                            <li key={place.place_id}>
                                <b>{place.name}</b>
                                <span />
                                <span className="end">
                                    {quantityText(place.quantity)} {one.unit}
                                </span>
                            </li>
                        ))}
                    </ul>
                </Card>
            )}
        >
            {(one) => (
                <Card title={t("field.moves")} count={one.moves.length} flush>
                    <Moves moves={one.moves} unit={one.unit} />
                </Card>
            )}
        </RecordPage>
    );
}
