import { DownOutlined } from "@ant-design/icons";
import { Alert, Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
    BigChoice,
    Labelled,
    ObjectPicker,
    PhoneInput,
    PlateInput,
    peopleOf,
    problemText,
    useAction,
    useEnumOptions,
    useView,
} from "@/kit";
import { fieldLabel } from "@/words/i18n";

const purposes = [
    "look_at_cars",
    "test_drive",
    "sign_contract",
    "collect_car",
    "service",
    "complaint",
    "other",
];
const channels = ["walk_in", "invited", "appointment", "web", "referral", "event"];
const start = { party_size: 1, purpose: "look_at_cars", channel: "walk_in" };

interface Optional {
    name?: string;
    phone?: string;
    gender?: string;
    plate?: string;
    customer_id?: number;
    asked_for_id?: number;
    series?: string;
}

/** A walk-in in three presses, each with the usual answer already chosen; all else folded away. */
export function RegisterForm({ onDone }: { onDone?: () => void }) {
    const { t } = useTranslation();
    const [three, setThree] = useState(start);
    const [more, setMore] = useState<Optional>({});
    const [open, setOpen] = useState(false);
    const register = useAction("reception.register_arrival", { showProblem: false });
    const put = (change: Partial<Optional>) => setMore((before) => ({ ...before, ...change }));
    const purposeOptions = useEnumOptions("VisitPurpose", purposes);
    const channelOptions = useEnumOptions("VisitChannel", channels);
    const genders = useEnumOptions("Gender", ["male", "female"]);
    const rota = useView("reception.rota", {}, { enabled: open });
    const series = (rota.data as { series_offered?: string[] } | undefined)?.series_offered ?? [];
    const send = async () => {
        const filled = Object.entries(more).filter(([, value]) => value !== undefined && value !== "");
        const done = await register.run({ ...three, ...Object.fromEntries(filled) });
        if (!done) return;
        setThree(start);
        setMore({});
        setOpen(false);
        onDone?.();
    };
    const sizes = [1, 2, 3, 4, 5].map((value) => ({
        value,
        label: value < 5 ? String(value) : t("ui.reception.five_or_more"),
    }));
    return (
        <form
            className="fc-register"
            onSubmit={(event) => {
                event.preventDefault();
                send();
            }}
        >
            {register.problem && (
                <Alert type="warning" showIcon role="alert" title={problemText(register.problem)} />
            )}
            <BigChoice
                label={t("field.party_size")}
                columns={5}
                value={Math.min(three.party_size, 5)}
                options={sizes}
                onChange={(party_size) => setThree({ ...three, party_size })}
            />
            <BigChoice
                label={t("ui.reception.purpose")}
                value={three.purpose}
                options={purposeOptions}
                onChange={(purpose) => setThree({ ...three, purpose })}
            />
            <BigChoice
                label={t("field.channel")}
                value={three.channel}
                options={channelOptions}
                onChange={(channel) => setThree({ ...three, channel })}
            />
            <button
                type="button"
                className="fc-fold"
                aria-expanded={open}
                onClick={() => setOpen((before) => !before)}
            >
                <DownOutlined rotate={open ? 180 : 0} /> {t("ui.reception.more")}
                <small>{t("ui.reception.more_hint")}</small>
            </button>
            {open && (
                <div className="fc-register-more">
                    <Labelled label={t("ui.reception.known_customer")} className="wide">
                        {(id) => (
                            <ObjectPicker
                                id={id}
                                object="customer"
                                value={more.customer_id}
                                optional
                                onChange={(value) => put({ customer_id: value as number | undefined })}
                            />
                        )}
                    </Labelled>
                    <Labelled
                        label={fieldLabel("name", "reception.identify_visitor")}
                        wrong={register.problem?.at("name")}
                    >
                        {(id) => (
                            <Input
                                id={id}
                                value={more.name}
                                autoComplete="off"
                                onChange={(event) => put({ name: event.target.value })}
                            />
                        )}
                    </Labelled>
                    <Labelled label={t("field.phone")} wrong={register.problem?.at("phone")}>
                        {(id) => (
                            <PhoneInput id={id} value={more.phone} onChange={(phone) => put({ phone })} />
                        )}
                    </Labelled>
                    <Labelled label={t("field.plate")} wrong={register.problem?.at("plate")}>
                        {(id) => (
                            <PlateInput id={id} value={more.plate} onChange={(plate) => put({ plate })} />
                        )}
                    </Labelled>
                    <Labelled label={t("ui.reception.series")}>
                        {(id) => (
                            <Select
                                id={id}
                                className="fc-wide"
                                allowClear
                                value={more.series}
                                options={series.map((value) => ({ value, label: value }))}
                                onChange={(value) => put({ series: value })}
                            />
                        )}
                    </Labelled>
                    <Labelled label={t("field.asked_for_id")}>
                        {(id) => (
                            <ObjectPicker
                                id={id}
                                source={peopleOf("sales")}
                                value={more.asked_for_id}
                                optional
                                onChange={(value) => put({ asked_for_id: value as number | undefined })}
                            />
                        )}
                    </Labelled>
                    <div className="wide">
                        <BigChoice
                            label={t("field.gender")}
                            columns={2}
                            value={more.gender}
                            options={genders}
                            onChange={(gender) => put({ gender })}
                        />
                    </div>
                </div>
            )}
            <Button type="primary" size="large" block htmlType="submit" loading={register.running}>
                {t("reception.register_arrival")}
            </Button>
        </form>
    );
}
