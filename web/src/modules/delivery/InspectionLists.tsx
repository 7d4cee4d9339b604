import "./delivery.css";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ViewAnswer } from "@/api/typed";
import {
    ActionButton,
    Card,
    Choice,
    EmptyState,
    InstantText,
    ProblemView,
    TableScroll,
    useView,
} from "@/kit";
import { currentLanguage } from "@/words/i18n";

type Lists = ViewAnswer<"delivery.inspection_lists">;
type Model = Lists["models"][number];

function inWords(text: { zh: string; en: string }): string {
    return currentLanguage() === "en" ? text.en || text.zh : text.zh;
}

function Row({ one, lists, mayWrite }: { one: Model; lists: Lists; mayWrite: boolean }) {
    const { t } = useTranslation();
    const options = [
        { value: "", label: t("ui.delivery.by_drive") },
        ...lists.offered.map((list) => ({ value: list.checklist, label: inWords(list.title) })),
    ];
    return (
        <tr>
            <td className="text">
                <b>{one.model_name}</b>
                <small>{t(`Fuel.${one.fuel}`)}</small>
            </td>
            <td className="text">
                <Link to={`/standards/lists/${one.checklist}`}>{inWords(one.title)}</Link>
                <small>{t("ui.lists.items", { n: one.items_count })}</small>
            </td>
            <td className="text">
                {one.is_own ? (
                    <>
                        <span className="fc-state info">{t("field.is_own")}</span>
                        <small>
                            {one.set_by_name} · <InstantText value={one.set_at} mode="clock" />
                        </small>
                    </>
                ) : (
                    <span className="fc-soft">{t("ui.delivery.by_drive")}</span>
                )}
            </td>
            {mayWrite && (
                <td>
                    <ActionButton
                        action="delivery.set_inspection_list"
                        size="small"
                        label={t("ui.delivery.change_list")}
                        title={one.model_name}
                        fixed={{ model_id: one.model_id }}
                        initial={{ checklist: one.is_own ? one.checklist : "" }}
                        render={{ checklist: (props) => <Choice {...props} options={options} /> }}
                        toInput={(values) => ({ ...values, checklist: values.checklist || null })}
                        before={<p className="fc-soft">{t("ui.delivery.change_list_note")}</p>}
                    />
                </td>
            )}
        </tr>
    );
}

/** By which list each model is looked over before it is handed over. */
export default function InspectionLists() {
    const { t } = useTranslation();
    const view = useView("delivery.inspection_lists", {}, { also: ["checklists"] });
    const lists = view.data;
    const mayWrite = (lists?.allowed_actions.length ?? 0) > 0;
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("ui.delivery.inspection_lists")}</h1>
                <p className="fc-soft">{t("ui.delivery.inspection_about")}</p>
            </header>
            {view.error && !lists && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {!lists && !view.error && <Skeleton active />}
            {lists && (
                <Card flush title={t("field.models")} count={lists.models.length}>
                    {lists.models.length === 0 ? (
                        <EmptyState small title={t("ui.delivery.no_models")} />
                    ) : (
                        <TableScroll>
                            <table className="fc-table fc-inspection">
                                <thead>
                                    <tr>
                                        <th>{t("field.model_id")}</th>
                                        <th>{t("field.checklist")}</th>
                                        <th>{t("ui.delivery.chosen")}</th>
                                        {mayWrite && <th />}
                                    </tr>
                                </thead>
                                <tbody>
                                    {lists.models.map((one) => (
                                        <Row key={one.model_id} one={one} lists={lists} mayWrite={mayWrite} />
                                    ))}
                                </tbody>
                            </table>
                        </TableScroll>
                    )}
                </Card>
            )}
        </div>
    );
}
