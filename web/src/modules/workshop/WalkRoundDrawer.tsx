import { Alert, Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChecklistField, type ItemAnswer, problemText, useAction, useIsPhone } from "@/kit";
import { uploadsSettled } from "@/kit/uploads";

/** The walk-round's list, filled in beside the car. */
export function WalkRoundDrawer({
    orderId,
    beganAt,
    open,
    onClose,
}: {
    orderId: number;
    beganAt: string;
    open: boolean;
    onClose: () => void;
}) {
    const { t } = useTranslation();
    const phone = useIsPhone();
    const [answers, setAnswers] = useState<ItemAnswer[]>([]);
    const { run, running, problem } = useAction("workshop.record_walk_round", {
        showProblem: false,
        onDone: onClose,
    });
    const send = async () => {
        await uploadsSettled();
        await run({ order_id: orderId, answers });
    };
    return (
        <Drawer
            open={open}
            onClose={onClose}
            title={t("workshop.record_walk_round")}
            placement={phone ? "bottom" : "right"}
            size={phone ? "100%" : 620}
            mask={{ closable: false }}
            footer={
                <div className="fc-panel-foot">
                    <Button onClick={onClose}>{t("ui.cancel")}</Button>
                    <Button type="primary" loading={running} onClick={send}>
                        {t("workshop.record_walk_round")}
                    </Button>
                </div>
            }
        >
            {problem && (
                <Alert type="warning" showIcon role="alert" title={problemText(problem)} className="ws-gap" />
            )}
            <ChecklistField checklist="walk_round" beganAt={beganAt} value={answers} onChange={setAnswers} />
        </Drawer>
    );
}
