import { ArrowRightOutlined } from "@ant-design/icons";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useView } from "@/kit";
import { measureWords } from "@/kit/ChecklistField";
import { inWords } from "../wording";
import type { ListDifference } from "./types";

type Side = ListDifference["before"];

/** What one version of a list says otherwise than the other, item by item. */
export function ListDifferences({ list, isNew }: { list: ListDifference[]; isNew?: boolean }) {
    const { t } = useTranslation();
    const words = (side: Side) => {
        if (side.text) return inWords(side.text);
        if (side.photo) return t(`PhotoRule.${side.photo}`);
        return side.measure ? measureWords(side.measure) : t("ui.lists.no_measure");
    };
    if (isNew) return <p className="fc-soft">{t("ui.lists.all_new")}</p>;
    if (list.length === 0) return <p className="fc-soft">{t("ui.standards.no_differences")}</p>;
    return (
        <ul className="fc-diff">
            {list.map((one) => (
                <li key={`${one.kind} ${one.item}`}>
                    {one.kind !== "item_text" && <b>{inWords(one.item_text) || t("field.title")}</b>}
                    {one.kind === "item_added" || one.kind === "item_removed" || one.kind === "item_moved" ? (
                        <span className={one.kind === "item_removed" ? "removed" : "added"}>
                            {t(`ListChangeKind.${one.kind}`)}
                        </span>
                    ) : (
                        <span>
                            {t(`ListChangeKind.${one.kind}`)} <del>{words(one.before)}</del>{" "}
                            <ArrowRightOutlined aria-label="→" /> <ins>{words(one.after)}</ins>
                        </span>
                    )}
                </li>
            ))}
        </ul>
    );
}

export function ComparedLists({
    checklist,
    before,
    after,
}: {
    checklist: string;
    before: number;
    after: number;
}) {
    const view = useView("checklists.compare_lists", { checklist, before, after });
    return view.data ? <ListDifferences list={view.data.differences} /> : <Skeleton active />;
}
