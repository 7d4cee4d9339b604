import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useView } from "@/kit";
import { currentLanguage } from "@/words/i18n";
import { changedPart, readable } from "./pieces";
import type { ClauseDifference, TemplateValue } from "./types";

/** What became different in a text: the old words struck out, the new ones beside them. */
function Change({ before, after }: { before: string; after: string }) {
    const part = changedPart(before, after);
    return (
        <span>
            {part.head}
            {part.before && <del>{part.before}</del>}
            {part.after && <ins>{part.after}</ins>}
            {part.tail}
        </span>
    );
}

/** What one version of a contract says otherwise than the other, clause by clause. */
export function ClauseDifferences({ list, values }: { list: ClauseDifference[]; values: TemplateValue[] }) {
    const { t } = useTranslation();
    if (list.length === 0) return <p className="fc-soft">{t("ui.standards.no_differences")}</p>;
    const words = (one: ClauseDifference, side: string) =>
        one.kind === "conspicuous" ? t(`ui.templates.${side}`) : readable(side, values, currentLanguage());
    return (
        <ul className="fc-diff">
            {list.map((one) => (
                <li key={`${one.kind} ${one.clause}`}>
                    {one.kind !== "title" && <b>{one.clause_title}</b>}
                    <span
                        className={
                            one.kind === "clause_removed"
                                ? "removed"
                                : one.kind === "clause_added" || one.kind === "clause_moved"
                                  ? "added"
                                  : "fc-soft"
                        }
                    >
                        {t(`ClauseChangeKind.${one.kind}`)}
                    </span>
                    {one.kind !== "clause_moved" && (
                        <Change before={words(one, one.before)} after={words(one, one.after)} />
                    )}
                </li>
            ))}
        </ul>
    );
}

export function ComparedTemplates(props: {
    name: string;
    before: number;
    after: number;
    values: TemplateValue[];
}) {
    const { name, before, after } = props;
    const view = useView("contract_templates.compare_templates", { template_name: name, before, after });
    return view.data ? (
        <ClauseDifferences list={view.data.differences} values={props.values} />
    ) : (
        <Skeleton active />
    );
}
