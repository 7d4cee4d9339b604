import { CheckOutlined, HeartFilled, HeartOutlined } from "@ant-design/icons";
import { Button, Image, Input, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { fileUrl } from "@/api/client";
import { Card, Labelled, ObjectPicker, ProblemView, useAction, useView } from "@/kit";
import "./showroom.css";
import "@/modules/vehicles/compare.css";

const points = ["front", "driver_seat", "rear_seats", "tail", "side", "engine"] as const;

interface Model {
    model: { name: string };
    guide: { point: string; words: string; fits_need: string }[];
    photos: { id: number; file: string; caption: string }[];
}

/**
 * The walk around a car with a customer, on the phone in the consultant's hand: what to say, tick what was
 * shown.
 */
export default function Walk() {
    const id = Number(useParams().id);
    const [search] = useSearchParams();
    const { t } = useTranslation();
    const navigate = useNavigate();
    const [customer, setCustomer] = useState<number | undefined>(
        Number(search.get("customer_id")) || undefined,
    );
    const [shown, setShown] = useState<string[]>([]);
    const [liked, setLiked] = useState<string>();
    const [note, setNote] = useState("");
    const record = useAction("showroom.record_presentation");
    const view = useView("vehicles.model_record", { model_id: id });
    const model = view.data as unknown as Model | undefined;
    const press = (point: string) => {
        const next = shown.includes(point) ? shown.filter((one) => one !== point) : [...shown, point];
        setShown(points.filter((one) => next.includes(one)));
        if (!next.includes(point) && liked === point) setLiked(undefined);
    };
    const send = async () => {
        const answer = await record.run({ customer_id: customer, model_id: id, points: shown, liked, note });
        if (answer && customer) navigate(`/customers/${customer}`);
    };
    return (
        <div className="fc-page fc-book">
            <header className="fc-page-head">
                <h1>{t("ui.walk.start")}</h1>
                <span className="fc-soft">{model?.model.name}</span>
            </header>
            {view.error && <ProblemView problem={view.error} onRetry={() => view.refetch()} />}
            {!model && !view.error && <Skeleton active />}
            {model && model.photos.length > 0 && (
                <div className="fc-model-photos">
                    <Image.PreviewGroup>
                        {model.photos.map((one) => (
                            <Image key={one.id} src={fileUrl(one.file)} width={120} alt={one.caption} />
                        ))}
                    </Image.PreviewGroup>
                </div>
            )}
            {model && (
                <ol className="fc-guide fc-walk">
                    {points.map((point, index) => {
                        const one = model.guide.find((each) => each.point === point);
                        const done = shown.includes(point);
                        return (
                            <li key={point} className={done ? "shown" : undefined}>
                                <h3>
                                    <span className="fc-soft">{index + 1}</span> {t(`GuidePoint.${point}`)}
                                    <span>
                                        {done && (
                                            <Button
                                                type="text"
                                                aria-label={t("ui.walk.liked")}
                                                aria-pressed={liked === point}
                                                icon={liked === point ? <HeartFilled /> : <HeartOutlined />}
                                                onClick={() => setLiked(liked === point ? undefined : point)}
                                            />
                                        )}
                                        <Button
                                            type={done ? "primary" : "default"}
                                            aria-pressed={done}
                                            icon={<CheckOutlined />}
                                            onClick={() => press(point)}
                                        >
                                            {t(done ? "ui.walk.shown" : "ui.walk.show")}
                                        </Button>
                                    </span>
                                </h3>
                                <p>{one?.words ?? t("ui.walk.no_words")}</p>
                                {one?.fits_need && (
                                    <small>{t("ui.catalogue.fits", { need: one.fits_need })}</small>
                                )}
                            </li>
                        );
                    })}
                </ol>
            )}
            <Card title={t("ui.walk.with_whom")}>
                <div className="fc-stack">
                    <Labelled label={t("object.customer")}>
                        {(field) => (
                            <ObjectPicker
                                id={field}
                                object="customer"
                                value={customer}
                                onChange={(value) => setCustomer(value as number | undefined)}
                            />
                        )}
                    </Labelled>
                    <Labelled label={t("field.note")}>
                        {(field) => (
                            <Input
                                id={field}
                                value={note}
                                onChange={(event) => setNote(event.target.value)}
                            />
                        )}
                    </Labelled>
                </div>
            </Card>
            <div className="fc-page-foot">
                <span className="fc-soft">{t("ui.walk.count", { n: shown.length })}</span>
                <Button
                    type="primary"
                    size="large"
                    disabled={!customer || shown.length === 0}
                    loading={record.running}
                    onClick={send}
                >
                    {t("showroom.record_presentation")}
                </Button>
            </div>
        </div>
    );
}
