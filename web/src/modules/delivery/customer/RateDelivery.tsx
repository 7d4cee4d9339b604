import { CheckCircleFilled } from "@ant-design/icons";
import { Alert, Button, Input, Rate, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { ProblemView, problemText, useAction } from "@/kit";
import { type Farewell, useFarewell } from "../FarewellCard";
import "../delivery.css";

/** How the hand-over was, on the customer's phone. */
export default function RateDelivery() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    const view = useFarewell(id);
    const rate = useAction("delivery.rate_delivery", { showProblem: false });
    const [score, setScore] = useState(0);
    const [explained, setExplained] = useState(0);
    const [words, setWords] = useState("");
    if (view.error) return <ProblemView problem={view.error} onRetry={() => view.refetch()} />;
    if (!view.data) return <Skeleton active />;
    const data = view.data as unknown as Farewell;
    if (data.rating)
        return (
            <section className="my-card my-done">
                <CheckCircleFilled />
                <h1>{t("ui.delivery.thanks")}</h1>
                <Rate disabled value={data.rating.score} />
            </section>
        );
    return (
        <section className="my-card fc-rate-form">
            <h1>{t("ui.delivery.how_was_it")}</h1>
            <fieldset>
                <legend>{t("ui.delivery.rate_all")}</legend>
                <Rate value={score} onChange={setScore} />
            </fieldset>
            <fieldset>
                <legend>{t("ui.delivery.rate_explained")}</legend>
                <Rate value={explained} onChange={setExplained} />
            </fieldset>
            <Input.TextArea
                rows={3}
                aria-label={t("ui.delivery.rate_words")}
                placeholder={t("ui.delivery.rate_words")}
                value={words}
                onChange={(event) => setWords(event.target.value)}
            />
            {rate.problem && <Alert type="warning" showIcon role="alert" title={problemText(rate.problem)} />}
            <Button
                type="primary"
                size="large"
                block
                loading={rate.running}
                disabled={score === 0 || explained === 0 || !data.can_be_rated}
                onClick={() => rate.run({ delivery_id: id, score, explained, words })}
            >
                {t("ui.delivery.send_rating")}
            </Button>
        </section>
    );
}
