import { useTranslation } from "react-i18next";
import { TableScroll } from "@/kit";
import { measureWords } from "@/kit/ChecklistField";
import { inWords } from "../wording";
import type { CheckList } from "./types";

const photoTones = { required: "due", optional: "info", never: "mute" } as const;

/** A list to read: what to look at, and with which proof. */
export function ItemTable({ list }: { list: CheckList }) {
    const { t } = useTranslation();
    return (
        <TableScroll>
            <table className="fc-table">
                <thead>
                    <tr>
                        <th>#</th>
                        <th>{t("field.item")}</th>
                        <th>{t("field.photo")}</th>
                        <th>{t("field.measured")}</th>
                    </tr>
                </thead>
                <tbody>
                    {list.items.map((one, index) => (
                        <tr key={one.name}>
                            <td className="fc-soft">{index + 1}</td>
                            <td className="text">{inWords(one.text)}</td>
                            <td>
                                <span className={`fc-state ${photoTones[one.photo]}`}>
                                    {t(`PhotoRule.${one.photo}`)}
                                </span>
                            </td>
                            <td>
                                {one.measure ? measureWords(one.measure) : <span className="fc-none">—</span>}
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </TableScroll>
    );
}
