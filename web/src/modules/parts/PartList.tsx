import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "@/app/session";
import { ActionButton, ListPage } from "@/kit";
import { quantityText } from "@/words/format";

interface Part {
    id: number;
    number: string;
    brand: string;
    unit: string;
    on_hand: number;
    reserved: number;
    reorder_point: number;
}

/** The parts of the store: what lies there, what of it is laid aside, what must be bought. */
export default function PartList() {
    const { t } = useTranslation();
    const { may } = useSession();
    return (
        <ListPage
            view="parts.part_list"
            sort="number"
            filters={["category", "low"]}
            rowLink={(row) => `/parts/${(row as unknown as Part).id}`}
            rowTone={(row) => {
                const part = row as unknown as Part;
                const free = part.on_hand - part.reserved;
                return free <= 0 ? "late" : free <= part.reorder_point ? "due" : undefined;
            }}
            columns={[
                "name",
                {
                    field: "number",
                    show: (row) => {
                        const part = row as unknown as Part;
                        return (
                            <>
                                {part.number} <small className="fc-soft">{part.brand}</small>
                            </>
                        );
                    },
                },
                { field: "origin", hideOnPhone: true },
                { field: "fits", hideOnPhone: true },
                "bin",
                {
                    field: "on_hand",
                    show: (row) => {
                        const part = row as unknown as Part;
                        return `${quantityText(part.on_hand)} ${part.unit}`;
                    },
                },
                "reserved",
                "price",
                { field: "value", title: t("ui.parts.value"), hideOnPhone: true },
            ]}
            actions={
                may("parts.write") && (
                    <>
                        <ActionButton action="parts.add_part" shape="drawer" />
                        <Link to="/parts/receive">
                            <Button type="primary">{t("parts.receive_goods")}</Button>
                        </Link>
                    </>
                )
            }
        />
    );
}
