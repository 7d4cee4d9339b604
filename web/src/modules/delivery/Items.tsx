import { Input, InputNumber, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { ProblemView, SigningPage, useAction, useView } from "@/kit";
import { uploadsSettled } from "@/kit/uploads";
import { type Farewell, useFarewell } from "./FarewellCard";
import "./delivery.css";

/** Papers and keys, counted together and signed for. */
export default function Items() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const navigate = useNavigate();
    const record = useView("delivery.delivery_record", { delivery_id: id });
    const view = useFarewell(id);
    const [counted, setCounted] = useState<Record<string, { pieces?: number; number?: string }>>({});
    const sign = useAction("delivery.hand_over_items", { showProblem: false });
    if (view.error) return <ProblemView problem={view.error} onRetry={() => view.refetch()} />;
    if (!view.data || !record.data) return <Skeleton active className="fc-page" />;
    const { wanted } = view.data as unknown as Farewell;
    const head = record.data as unknown as {
        delivery: { number: string };
        customer_name: string;
        car_title: string;
    };
    const pieces = (name: string, usual: number) => counted[name]?.pieces ?? usual;
    const set = (name: string, change: { pieces?: number; number?: string }) =>
        setCounted((before) => ({ ...before, [name]: { ...before[name], ...change } }));
    return (
        <SigningPage
            title={t("ui.delivery.items")}
            subtitle={`${head.delivery.number} · ${head.car_title}`}
            clauses={[]}
            before={
                <ul className="fc-hand-items">
                    {wanted.map((item) => (
                        <li key={item.name}>
                            <span>{item.title}</span>
                            <InputNumber
                                min={0}
                                max={9}
                                aria-label={`${item.title} ${t("field.pieces")}`}
                                value={pieces(item.name, item.pieces)}
                                onChange={(value) => set(item.name, { pieces: value ?? 0 })}
                            />
                            <Input
                                aria-label={`${item.title} ${t("field.number")}`}
                                placeholder={t("ui.delivery.item_number")}
                                value={counted[item.name]?.number ?? ""}
                                onChange={(event) => set(item.name, { number: event.target.value })}
                            />
                        </li>
                    ))}
                </ul>
            }
            name={head.customer_name}
            running={sign.running}
            problem={sign.problem}
            submitLabel={t("delivery.hand_over_items")}
            onBack={() => navigate(`/deliveries/${id}`)}
            onSign={async (signed) => {
                await uploadsSettled();
                const done = await sign.run({
                    delivery_id: id,
                    items: wanted.map((item) => ({
                        item: item.name,
                        pieces: pieces(item.name, item.pieces),
                        number: counted[item.name]?.number ?? "",
                    })),
                    signature: signed.signature,
                });
                if (done) navigate(`/deliveries/${id}`);
            }}
        />
    );
}
