import { Alert, Button, Drawer, Input, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PlateText, problemText, useAction, useIsPhone } from "@/kit";
import { usePeople } from "@/kit/people";
import { type CarAndCustomer, FindCar } from "./FindCar";
import { SlotPicker } from "./SlotPicker";

const lengths = [30, 60, 120, 240];

function Form({ onClose }: { onClose: () => void }) {
    const { t } = useTranslation();
    const [car, setCar] = useState<CarAndCustomer>();
    const [startsAt, setStartsAt] = useState<string>();
    const [minutes, setMinutes] = useState(60);
    const [words, setWords] = useState("");
    const [advisor, setAdvisor] = useState<number>();
    const advisors = usePeople("advisor");
    const { run, running, problem } = useAction("workshop.book_appointment", {
        showProblem: false,
        onDone: onClose,
    });
    if (!car) return <FindCar onFound={setCar} />;
    const send = () =>
        run({
            customer_id: car.customer_id,
            car_id: car.car_id,
            starts_at: startsAt,
            minutes,
            words: words.trim(),
            advisor_id: advisor,
        });
    return (
        <div className="ws-answer">
            {problem && <Alert type="warning" showIcon role="alert" title={problemText(problem)} />}
            <div className="ws-who">
                <div>
                    {car.plate && <PlateText value={car.plate} />} <b>{car.model_name}</b> {car.customer_name}
                </div>
                <Button size="small" onClick={() => setCar(undefined)}>
                    {t("ui.workshop.other_car")}
                </Button>
            </div>
            <Segmented
                block
                value={minutes}
                aria-label={t("field.minutes")}
                onChange={(value) => {
                    setMinutes(value);
                    setStartsAt(undefined);
                }}
                options={lengths.map((value) => ({ value, label: t("ui.clock.minutes", { n: value }) }))}
            />
            <SlotPicker value={startsAt} onChange={setStartsAt} minutes={minutes} />
            <Input.TextArea
                className="fc-grow"
                rows={2}
                value={words}
                placeholder={t("ui.workshop.words_hint")}
                aria-label={t("field.words")}
                onChange={(event) => setWords(event.target.value)}
            />
            <Select
                className="fc-wide"
                allowClear
                value={advisor}
                placeholder={t("ui.workshop.any_advisor")}
                aria-label={t("field.advisor_id")}
                options={advisors.map((one) => ({ value: one.id, label: one.name }))}
                onChange={setAdvisor}
            />
            <footer className="ws-drawer-foot">
                <span />
                <Button type="primary" loading={running} disabled={!startsAt || !words.trim()} onClick={send}>
                    {t("workshop.book_appointment")}
                </Button>
            </footer>
        </div>
    );
}

/** Books a car in: which car, how long, when, and what for. */
export function BookDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
    const { t } = useTranslation();
    const phone = useIsPhone();
    return (
        <Drawer
            open={open}
            onClose={onClose}
            title={t("workshop.book_appointment")}
            placement={phone ? "bottom" : "right"}
            size={phone ? "100%" : 620}
            mask={{ closable: false }}
            destroyOnHidden
        >
            <Form onClose={onClose} />
        </Drawer>
    );
}
