import { CheckCircleFilled } from "@ant-design/icons";
import { Alert, Button, Input, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { ActionAnswer, ViewAnswer } from "@/api/typed";
import { PlateText, problemText, useAction, useView } from "@/kit";
import { storeTime } from "@/words/format";
import { SlotPicker } from "../SlotPicker";

type Mine = ViewAnswer<"workshop.my_service">;

const wishes = ["service", "noise", "brake", "light", "air", "tyre"] as const;

function Done({ answer, token }: { answer: ActionAnswer<"workshop.book_appointment">; token: string }) {
    const { t } = useTranslation();
    return (
        <section className="my-card my-done">
            <CheckCircleFilled />
            <h1>{t("ui.my.booked")}</h1>
            <p className="when">{storeTime(answer.starts_at).format(t("ui.my.time_format"))}</p>
            <p>{t("ui.my.advisor_waits", { name: answer.advisor_name })}</p>
            <p className="fc-soft">{t("ui.my.booking_number", { number: answer.number })}</p>
            <Link to={`/c/${token}`}>
                <Button size="large" block>
                    {t("ui.my.to_home")}
                </Button>
            </Link>
        </section>
    );
}

/** Books a service: which car, what for, when. */
export default function Book() {
    const { t } = useTranslation();
    const token = useParams().token!;
    const { data } = useView("workshop.my_service", {});
    const [chosen, setChosen] = useState<number>();
    const [words, setWords] = useState("");
    const [startsAt, setStartsAt] = useState<string>();
    const [booked, setBooked] = useState<ActionAnswer<"workshop.book_appointment">>();
    const { run, running, problem } = useAction("workshop.book_appointment", {
        showProblem: false,
        showDone: false,
        onDone: setBooked,
    });
    if (booked) return <Done answer={booked} token={token} />;
    if (!data) return <Skeleton active />;
    const cars = data.cars as Mine["cars"];
    const car = chosen ?? cars[0]?.id;
    const add = (text: string) =>
        setWords((before) => (before.includes(text) ? before : before ? `${before}，${text}` : text));
    return (
        <>
            <h1 className="my-hello">{t("ui.my.book")}</h1>
            {cars.length > 1 && (
                <section className="my-card">
                    <h2>{t("ui.my.which_car")}</h2>
                    <div className="my-choose">
                        {cars.map((one: Mine["cars"][number]) => (
                            <button
                                key={one.id}
                                type="button"
                                aria-pressed={one.id === car}
                                onClick={() => setChosen(one.id)}
                            >
                                <b>{one.model_name}</b>
                                {one.plate && <PlateText value={one.plate} />}
                            </button>
                        ))}
                    </div>
                </section>
            )}
            <section className="my-card">
                <h2>{t("ui.my.what_for")}</h2>
                <div className="ws-chips large">
                    {wishes.map((key) => {
                        const text = t(`ui.workshop.wish.${key}`);
                        return (
                            <button
                                key={key}
                                type="button"
                                aria-pressed={words.includes(text)}
                                onClick={() => add(text)}
                            >
                                {text}
                            </button>
                        );
                    })}
                </div>
                <Input.TextArea
                    className="fc-grow"
                    rows={2}
                    value={words}
                    placeholder={t("ui.my.own_words")}
                    aria-label={t("ui.my.what_for")}
                    onChange={(event) => setWords(event.target.value)}
                />
            </section>
            <section className="my-card">
                <h2>{t("ui.my.when")}</h2>
                <SlotPicker value={startsAt} onChange={setStartsAt} />
            </section>
            <footer className="my-foot">
                {problem && <Alert type="warning" showIcon role="alert" title={problemText(problem)} />}
                <Button
                    type="primary"
                    size="large"
                    block
                    loading={running}
                    disabled={!car || !words.trim() || !startsAt}
                    onClick={() => run({ car_id: car, starts_at: startsAt, words: words.trim() })}
                >
                    {startsAt
                        ? t("ui.my.book_at", { at: storeTime(startsAt).format(t("ui.my.time_format")) })
                        : t("ui.my.book")}
                </Button>
            </footer>
        </>
    );
}
