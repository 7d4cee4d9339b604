import { Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { ChecklistField, type ItemAnswer, ProblemView, SigningPage, useAction, useView } from "@/kit";
import { uploadsSettled } from "@/kit/uploads";

/** What is explained at the car, point by point, signed by the customer. */
export default function Explain() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const navigate = useNavigate();
    const view = useView("delivery.delivery_record", { delivery_id: id });
    const beganAt = view.data?.delivery.created_at;
    const definition = useView(
        "checklists.definition",
        { name: "delivery_explanation", began_at: beganAt },
        { enabled: !!beganAt },
    );
    const [items, setItems] = useState<ItemAnswer[]>([]);
    const sign = useAction("delivery.explain", { showProblem: false });
    if (view.error) return <ProblemView problem={view.error} onRetry={() => view.refetch()} />;
    if (!view.data || !definition.data) return <Skeleton active className="fc-page" />;
    const record = view.data as unknown as {
        delivery: { number: string };
        customer_name: string;
        car_title: string;
    };
    const left = (definition.data as unknown as { items: unknown[] }).items.length - items.length;
    return (
        <SigningPage
            title={t("ui.delivery.explanation")}
            subtitle={`${record.delivery.number} · ${record.car_title}`}
            clauses={[]}
            before={
                <ChecklistField
                    checklist="delivery_explanation"
                    beganAt={beganAt}
                    verdicts={{ ok: "ui.delivery.explained", not_applicable: "Verdict.not_applicable" }}
                    value={items}
                    onChange={setItems}
                />
            }
            name={record.customer_name}
            running={sign.running}
            problem={sign.problem}
            refused={left > 0 ? t("ui.delivery.go_through_all", { n: left }) : undefined}
            submitLabel={t("delivery.explain")}
            onBack={() => navigate(`/deliveries/${id}`)}
            onSign={async (signed) => {
                await uploadsSettled();
                const done = await sign.run({ delivery_id: id, answers: items, signature: signed.signature });
                if (done) navigate(`/deliveries/${id}`);
            }}
        />
    );
}
