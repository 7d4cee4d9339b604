import { EyeOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActionForm, type AllowedAction } from "@/kit";
import { phoneText } from "@/words/format";

interface RevealProps {
    action: "customers.reveal_phone" | "customers.reveal_identity_number";
    customer_id: number;
    masked: string;
    allowed: AllowedAction[];
}

/** A number behind stars; who must see it says why, and the customer can read that later. */
export function Reveal({ action, customer_id, masked, allowed }: RevealProps) {
    const { t } = useTranslation();
    const [asking, setAsking] = useState(false);
    const [number, setNumber] = useState<string>();
    if (!masked) return <span className="fc-none">—</span>;
    const may = allowed.some((one) => one.name === action && !one.refused_because);
    return (
        <>
            <span className="fc-nowrap">{phoneText(number ?? masked)}</span>
            {may && !number && (
                <Button size="small" type="link" icon={<EyeOutlined />} onClick={() => setAsking(true)}>
                    {t("ui.customers.reveal")}
                </Button>
            )}
            <ActionForm
                open={asking}
                onClose={() => setAsking(false)}
                action={action}
                fixed={{ customer_id }}
                before={<p className="fc-form-hint">{t("ui.customers.reveal_logged")}</p>}
                onDone={(answer: { number: string }) => setNumber(answer.number)}
            />
        </>
    );
}
