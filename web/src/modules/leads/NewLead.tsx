import { Alert, AutoComplete, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import {
    BigChoice,
    Card,
    Choice,
    Labelled,
    ObjectPicker,
    PhoneInput,
    PlateInput,
    peopleOf,
    problemText,
    StateTag,
    useAction,
    useEnumOptions,
    useView,
    VinInput,
} from "@/kit";
import "./leads.css";

interface Duplicate {
    customer_id: number;
    customer_name: string;
    phone_masked: string;
    found_by: "phone" | "plate" | "vin";
    lead_id?: number | null;
    number: string;
    grade: string;
    consultant_name: string;
}

interface Values {
    name?: string;
    phone?: string;
    gender?: string;
    source: string;
    campaign?: string;
    model_id?: number;
    consultant_id?: number;
    note?: string;
    plate?: string;
    vin?: string;
    customer_id?: number;
    somebody_else?: boolean;
}

const complete = {
    phone: (text?: string) => (text && text.replace(/\D/g, "").length >= 11 ? text : undefined),
    plate: (text?: string) => (text && text.length >= 7 ? text : undefined),
    vin: (text?: string) => (text?.length === 17 ? text : undefined),
};

/** Who is known already by what was typed, before anything is saved. */
function Known({
    found,
    values,
    put,
}: {
    found: Duplicate[];
    values: Values;
    put: (change: Partial<Values>) => void;
}) {
    const { t } = useTranslation();
    if (found.length === 0) return null;
    return (
        <Card title={t("ui.leads.known_already")} count={found.length} tone="due" flush>
            <ul className="fc-tasks">
                {found.map((one) => (
                    <li key={one.customer_id} className="fc-task">
                        <span className="fc-task-text">
                            <span>
                                {one.customer_name} {one.phone_masked}{" "}
                                <span className="fc-state due">{t(`FoundBy.${one.found_by}`)}</span>
                            </span>
                            <small>
                                {one.lead_id ? (
                                    <>
                                        {t("ui.leads.with_consultant", {
                                            number: one.number,
                                            name: one.consultant_name,
                                        })}{" "}
                                        <StateTag type="LeadGrade" value={one.grade} />
                                    </>
                                ) : (
                                    t("ui.leads.no_open_lead")
                                )}
                            </small>
                        </span>
                        {one.lead_id ? (
                            <Link to={`/leads/${one.lead_id}`}>
                                <Button size="small" type="primary">
                                    {t("ui.leads.open_this")}
                                </Button>
                            </Link>
                        ) : (
                            <Button
                                size="small"
                                type={values.customer_id === one.customer_id ? "primary" : "default"}
                                onClick={() =>
                                    put({
                                        customer_id:
                                            values.customer_id === one.customer_id
                                                ? undefined
                                                : one.customer_id,
                                        name: values.name || one.customer_name,
                                    })
                                }
                            >
                                {t("ui.leads.it_is_them")}
                            </Button>
                        )}
                    </li>
                ))}
            </ul>
            {found.some((one) => one.found_by !== "phone") && (
                <p className="fc-pad">
                    <button
                        type="button"
                        className={values.somebody_else ? "fc-toggle on" : "fc-toggle"}
                        aria-pressed={!!values.somebody_else}
                        onClick={() => put({ somebody_else: !values.somebody_else })}
                    >
                        {t("ui.leads.somebody_else")}
                    </button>
                </p>
            )}
        </Card>
    );
}

const sources = ["phone_call", "web", "referral", "event", "service", "showroom"];

/** A lead that called or wrote: known people are shown while the number is still being typed. */
export default function NewLead() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const [values, setValues] = useState<Values>({ source: "phone_call" });
    const put = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }));
    const keys = {
        phone: complete.phone(values.phone),
        plate: complete.plate(values.plate),
        vin: complete.vin(values.vin),
    };
    const asks = !!(keys.phone || keys.plate || keys.vin);
    const { data, error } = useView("leads.duplicates", keys, { enabled: asks });
    const found = asks ? ((data as { rows?: Duplicate[] } | undefined)?.rows ?? []) : [];
    const campaigns = useView("leads.campaigns", {}).data?.rows ?? [];
    const register = useAction("leads.register_lead", { showProblem: false });
    // Looking for known people reads the same numbers: what is wrong with one is said while it is typed.
    const wrongAt = (field: string) => (asks ? error?.at(field) : undefined) ?? register.problem?.at(field);
    const sourceOptions = useEnumOptions("LeadSource", sources);
    const genders = useEnumOptions("Gender", ["male", "female"]);
    const send = async () => {
        const filled = Object.fromEntries(
            Object.entries(values).filter(([, value]) => value !== undefined && value !== ""),
        );
        const done = (await register.run(filled)) as { lead_id: number } | undefined;
        if (done) navigate(`/leads/${done.lead_id}`);
    };
    return (
        <div className="fc-page fc-narrow-lead">
            <header className="fc-page-head">
                <h1>{t("leads.register_lead")}</h1>
            </header>
            {register.problem && (
                <Alert type="warning" showIcon role="alert" title={problemText(register.problem)} />
            )}
            <Card title={t("ui.leads.who")}>
                <form
                    className="fc-lead-form"
                    onSubmit={(event) => {
                        event.preventDefault();
                        send();
                    }}
                >
                    <Labelled label={t("field.phone")} wrong={wrongAt("phone")}>
                        {(id) => (
                            <PhoneInput id={id} value={values.phone} onChange={(phone) => put({ phone })} />
                        )}
                    </Labelled>
                    <Labelled label={t("ui.leads.customer_name")} wrong={wrongAt("name")}>
                        {(id) => (
                            <Input
                                id={id}
                                value={values.name}
                                autoComplete="off"
                                onChange={(event) => put({ name: event.target.value })}
                            />
                        )}
                    </Labelled>
                    <Labelled label={t("field.plate")} wrong={wrongAt("plate")}>
                        {(id) => (
                            <PlateInput id={id} value={values.plate} onChange={(plate) => put({ plate })} />
                        )}
                    </Labelled>
                    <Labelled label={t("field.vin")} wrong={wrongAt("vin")}>
                        {(id) => <VinInput id={id} value={values.vin} onChange={(vin) => put({ vin })} />}
                    </Labelled>
                    <div className="wide">
                        <Known found={found} values={values} put={put} />
                    </div>
                    <div className="wide">
                        <BigChoice
                            label={t("field.source")}
                            columns={6}
                            value={values.source}
                            options={sourceOptions}
                            onChange={(source) => put({ source })}
                        />
                    </div>
                    <Labelled label={t("field.campaign")}>
                        {(id) => (
                            <AutoComplete
                                id={id}
                                allowClear
                                value={values.campaign}
                                placeholder={t("ui.leads.campaign_help")}
                                options={campaigns.map((one) => ({ value: one.campaign }))}
                                showSearch={{ filterOption: true }}
                                onChange={(campaign) => put({ campaign })}
                            />
                        )}
                    </Labelled>
                    <Labelled label={t("field.gender")}>
                        {(id) => (
                            <Choice
                                id={id}
                                optional
                                options={genders}
                                value={values.gender}
                                onChange={(gender) => put({ gender: gender as string | undefined })}
                            />
                        )}
                    </Labelled>
                    <Labelled label={t("field.model_id")}>
                        {(id) => (
                            <ObjectPicker
                                id={id}
                                object="model"
                                optional
                                value={values.model_id}
                                onChange={(value) => put({ model_id: value as number | undefined })}
                            />
                        )}
                    </Labelled>
                    <Labelled label={t("ui.leads.consultant_or_turn")} className="wide">
                        {(id) => (
                            <ObjectPicker
                                id={id}
                                source={peopleOf("sales")}
                                optional
                                value={values.consultant_id}
                                onChange={(value) => put({ consultant_id: value as number | undefined })}
                            />
                        )}
                    </Labelled>
                    <Labelled label={t("field.note")} className="wide" wrong={wrongAt("note")}>
                        {(id) => (
                            <Input.TextArea
                                id={id}
                                rows={2}
                                value={values.note}
                                onChange={(event) => put({ note: event.target.value })}
                            />
                        )}
                    </Labelled>
                    <div className="wide">
                        <Button
                            type="primary"
                            size="large"
                            block
                            htmlType="submit"
                            loading={register.running}
                            disabled={!values.name?.trim()}
                        >
                            {t("leads.register_lead")}
                        </Button>
                    </div>
                </form>
            </Card>
        </div>
    );
}
