import { Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { ChecklistField, type ItemAnswer, ProblemView, SigningPage, useAction, useView } from "@/kit";
import { uploadsSettled } from "@/kit/uploads";

interface Answer {
    delivery: { version: number; number: string };
    customer_name: string;
    car_title: string;
}

/** The hand-over list, gone through with the customer at the car and signed by her. */
export default function Accept() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const navigate = useNavigate();
    const view = useView("delivery.delivery_record", { delivery_id: id });
    const beganAt = view.data?.delivery.created_at;
    const definition = useView(
        "checklists.definition",
        { name: "delivery_acceptance", began_at: beganAt },
        { enabled: !!beganAt },
    );
    const [items, setItems] = useState<ItemAnswer[]>([]);
    const sign = useAction("delivery.accept", { showProblem: false });
    if (view.error) return <ProblemView problem={view.error} onRetry={() => view.refetch()} />;
    if (!view.data || !definition.data) return <Skeleton active className="fc-page" />;
    const record = view.data as unknown as Answer;
    const all = (definition.data as unknown as { items: unknown[] }).items.length;
    return (
        <SigningPage
            title={t("ui.delivery.acceptance")}
            subtitle={`${record.delivery.number} · ${record.car_title}`}
            clauses={[]}
            before={
                <ChecklistField
                    checklist="delivery_acceptance"
                    beganAt={beganAt}
                    value={items}
                    onChange={setItems}
                />
            }
            name={record.customer_name}
            running={sign.running}
            problem={sign.problem}
            refused={
                items.length < all ? t("ui.delivery.go_through_all", { n: all - items.length }) : undefined
            }
            submitLabel={t("delivery.accept")}
            onBack={() => navigate(`/deliveries/${id}`)}
            onSign={async (signed) => {
                await uploadsSettled();
                const done = await sign.run({
                    delivery_id: id,
                    version: record.delivery.version,
                    answers: items,
                    signature: signed.signature,
                });
                if (done) navigate(`/deliveries/${id}`);
            }}
        />
    );
}
