import { useTranslation } from "react-i18next";
import type { AllowedAction } from "@/kit";
import { AllowedActions, Card, ChecklistField, InstantText, useView } from "@/kit";

interface Duty {
    started: boolean;
    started_at?: string | null;
    faults: number;
    away_since?: string | null;
    away_reason: string;
    allowed_actions: AllowedAction[];
}

/** My own day on the floor: begin with the self-check, step away, come back, end. */
export default function MyDuty() {
    const { t } = useTranslation();
    const { data } = useView("reception.my_duty", {});
    const duty = data as Duty | undefined;
    if (!duty) return null;
    const actions = duty.allowed_actions.filter(
        (one) => !one.refused_because || one.refused_because === "still_with_customer",
    );
    return (
        <Card title={t("view.reception.my_duty")}>
            <p className="fc-duty">
                {!duty.started && t("ui.reception.not_started")}
                {duty.started && !duty.away_since && (
                    <>
                        {t("ui.reception.on_floor_since")}{" "}
                        <InstantText value={duty.started_at} mode="clock" />
                    </>
                )}
                {duty.away_since && (
                    <>
                        {t("ConsultantState.away")}：{duty.away_reason}{" "}
                        <InstantText value={duty.away_since} mode="clock" />
                    </>
                )}
            </p>
            <AllowedActions
                actions={actions}
                object={{ type: "duty", id: 0 }}
                config={{
                    "reception.start_duty": {
                        width: 720,
                        render: { answers: (props) => <ChecklistField {...props} checklist="appearance" /> },
                        labels: { answers: t("ui.reception.self_check") },
                    },
                }}
                besides={2}
            />
        </Card>
    );
}
