import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Card, EmptyState, useView } from "@/kit";
import { percent } from "./Bars";
import { type DeviationKind, kindTones } from "./kinds";

/** Each person's steps in the period: how many as the norm says, and what the others lacked. */
export function People({
    params,
    onNarrow,
}: {
    params: Record<string, unknown>;
    onNarrow: (user_id: number, name: string, kind?: DeviationKind) => void;
}) {
    const { t } = useTranslation();
    const view = useView("standards.conformance_people", params);
    return (
        <Card title={t("ui.insight.by_person")} flush>
            {!view.data && <Skeleton active />}
            {view.data?.rows.length === 0 && <EmptyState small title={t("ui.insight.nobody")} />}
            <ul className="in-milestones">
                {view.data?.rows.map((one) => (
                    <li key={one.user_id}>
                        <span className="name">
                            <button
                                type="button"
                                className="fc-link"
                                onClick={() => onNarrow(one.user_id, one.name)}
                            >
                                <b>{one.name || t("ui.insight.system")}</b>
                            </button>
                            <small>
                                {t("ui.insight.steps_kept", {
                                    share: percent(one.kept, one.steps),
                                    n: one.steps,
                                })}
                            </small>
                        </span>
                        <span className="kinds">
                            {one.kinds.map((kind) => (
                                <button
                                    key={kind.kind}
                                    type="button"
                                    className={`fc-state ${kindTones[kind.kind]}`}
                                    onClick={() => onNarrow(one.user_id, one.name, kind.kind)}
                                >
                                    {t(`DeviationKind.${kind.kind}`)} {kind.times}
                                </button>
                            ))}
                        </span>
                    </li>
                ))}
            </ul>
        </Card>
    );
}
