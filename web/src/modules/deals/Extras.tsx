import { useTranslation } from "react-i18next";
import {
    ActionButton,
    type AllowedAction,
    Card,
    canDraw,
    MoneyText,
    type PromiseLine,
    PromiseText,
    StateTag,
    useView,
} from "@/kit";
import "./deals.css";

interface Extras {
    fittings: {
        fitting: {
            id: number;
            title: string;
            state: string;
            expected_cost: number;
            cost: number;
            note: string;
        };
        allowed_actions: AllowedAction[];
    }[];
    promises: PromiseLine[];
    allowed_actions: AllowedAction[];
}

/** A promise, with the press that draws it once. */
function PromiseItem({ line }: { line: PromiseLine }) {
    return (
        <li>
            <PromiseText line={line} />
            {canDraw(line) && (
                <ActionButton
                    action="deals.draw_promise"
                    size="small"
                    fixed={{ promise_id: line.promise.id, version: line.promise.version }}
                    initial={{ note: "" }}
                />
            )}
        </li>
    );
}

/** What is fitted before the hand-over, and what was promised for after it. */
export function ExtrasCard({ deal }: { deal: { id: number; version: number } }) {
    const { t } = useTranslation();
    const view = useView("deals.deal_extras", { deal_id: deal.id });
    const data = view.data as unknown as Extras | undefined;
    if (!data) return null;
    const add = data.allowed_actions.find((one) => one.name === "deals.add_promise" && !one.refused_because);
    const waiting = data.fittings.filter((one) => one.fitting.state === "planned").length;
    if (data.fittings.length === 0 && data.promises.length === 0 && !add) return null;
    return (
        <Card
            title={t("view.deals.deal_extras")}
            count={waiting > 0 ? waiting : undefined}
            tone="due"
            extra={
                add && (
                    <ActionButton
                        action="deals.add_promise"
                        size="small"
                        fixed={{ deal_id: deal.id, version: deal.version }}
                        initial={{ times: 5, valid_months: 36 }}
                    />
                )
            }
        >
            {data.promises.length === 0 && data.fittings.length === 0 && (
                <p className="fc-soft">{t("ui.deals.no_promises")}</p>
            )}
            <ul className="fc-extras">
                {data.fittings.map(({ fitting, allowed_actions }) => (
                    <li key={fitting.id}>
                        <span className="fc-task-text">
                            <b>{fitting.title}</b>
                            <small>
                                {fitting.note}
                                {fitting.state === "fitted" && fitting.cost > 0 && (
                                    <>
                                        {" "}
                                        {t("field.cost")} <MoneyText value={fitting.cost} />
                                    </>
                                )}
                            </small>
                        </span>
                        <StateTag type="FittingState" value={fitting.state} />
                        {allowed_actions.some((one) => !one.refused_because) && (
                            <ActionButton
                                action="deals.finish_fitting"
                                size="small"
                                fixed={{ fitting_id: fitting.id }}
                                initial={{ cost: fitting.expected_cost, note: "" }}
                            />
                        )}
                    </li>
                ))}
                {data.promises.map((line) => (
                    <PromiseItem key={line.promise.id} line={line} />
                ))}
            </ul>
        </Card>
    );
}
