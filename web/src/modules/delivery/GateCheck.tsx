import { CheckCircleFilled, CloseCircleFilled } from "@ant-design/icons";
import { Button, Input, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { InstantText, PlateText, problemText, useAction, useView, VinText } from "@/kit";
import "./delivery.css";

interface Check {
    number: string;
    car_title: string;
    colour: string;
    vin: string;
    plate: string;
    customer_name: string;
    issued_at: string;
    left_at?: string;
    allowed_actions: { name: string; refused_because?: string }[];
}

/** At the gate: scan the paper, compare the car, let it out once. */
export default function GateCheck() {
    const code = useParams().code;
    const { t } = useTranslation();
    const navigate = useNavigate();
    const [typed, setTyped] = useState("");
    const view = useView("delivery.gate_check", { code }, { enabled: code !== undefined });
    const out = useAction("delivery.let_out");
    const check = view.data as unknown as Check | undefined;
    return (
        <div className="fc-page fc-gate">
            <header className="fc-page-head">
                <h1>{t("view.delivery.gate_check")}</h1>
            </header>
            <Input.Search
                size="large"
                aria-label={t("ui.delivery.gate_code")}
                placeholder={t("ui.delivery.gate_code")}
                value={typed}
                enterButton={t("ui.delivery.gate_look")}
                onChange={(event) => setTyped(event.target.value)}
                onSearch={(text) => {
                    const last = text.trim().split("/").pop();
                    if (last) navigate(`/gate/${last}`);
                    setTyped("");
                }}
            />
            {code !== undefined && !check && !view.error && <Skeleton active />}
            {view.error && (
                <section className="fc-gate-answer no" role="alert">
                    <CloseCircleFilled />
                    <h2>{t("ui.delivery.gate_stop")}</h2>
                    <p>{problemText(view.error)}</p>
                </section>
            )}
            {check && (
                <section className={check.left_at ? "fc-gate-answer no" : "fc-gate-answer yes"}>
                    {check.left_at ? <CloseCircleFilled /> : <CheckCircleFilled />}
                    <h2>{t(check.left_at ? "ui.delivery.gate_used" : "ui.delivery.gate_go")}</h2>
                    <p className="car">
                        {check.car_title} · {check.colour}
                    </p>
                    <p className="vin">
                        {check.plate ? <PlateText value={check.plate} /> : t("ui.delivery.temporary_plate")}{" "}
                        <VinText value={check.vin} />
                    </p>
                    <p>
                        {check.customer_name} · {check.number} ·{" "}
                        <InstantText value={check.issued_at} mode="clock" />
                    </p>
                    {check.left_at ? (
                        <p>
                            {t("ui.delivery.left")} <InstantText value={check.left_at} mode="clock" />
                        </p>
                    ) : (
                        check.allowed_actions.some((one) => !one.refused_because) && (
                            <Button
                                type="primary"
                                size="large"
                                loading={out.running}
                                onClick={() => out.run({ code })}
                            >
                                {t("delivery.let_out")}
                            </Button>
                        )
                    )}
                </section>
            )}
        </div>
    );
}
