import { CheckCircleFilled, SendOutlined } from "@ant-design/icons";
import { Alert, Button, Checkbox, Input, Segmented } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Problem } from "@/api/problem";
import { InstantText, Labelled, PhoneInput, problemText, useAction, useEnumOptions, useView } from "@/kit";
import { type Line, Lines } from "../Lines";
import "@/modules/workshop/customer/customer.css";
import "../consultation.css";

const topics = ["new_car", "price", "test_drive", "finance", "service", "parts", "used_car", "other"];
const kept = "forecourt_chat";

interface Conversation {
    state: string;
    number: string;
    respond_by?: string | null;
    lines: Line[];
}
interface Asked {
    number: string;
    respond_by: string;
}

interface Contact {
    name: string;
    phone?: string;
    topic: string;
    agreed: boolean;
}

/** Who asks and may be called back; nothing more is asked for. */
function ContactFields({
    value,
    problem,
    onChange,
}: {
    value: Contact;
    problem: Problem | null;
    onChange: (value: Contact) => void;
}) {
    const { t } = useTranslation();
    const options = useEnumOptions("Topic", topics);
    return (
        <>
            <div className="cn-topics">
                {options.map((one) => (
                    <button
                        key={one.value}
                        type="button"
                        aria-pressed={value.topic === one.value}
                        onClick={() => onChange({ ...value, topic: one.value })}
                    >
                        {one.label}
                    </button>
                ))}
            </div>
            <Labelled label={t("ui.consultation.your_name")} wrong={problem?.at("name")}>
                {(id) => (
                    <Input
                        id={id}
                        size="large"
                        autoComplete="name"
                        value={value.name}
                        onChange={(event) => onChange({ ...value, name: event.target.value })}
                    />
                )}
            </Labelled>
            <Labelled label={t("field.phone")} wrong={problem?.at("phone")}>
                {(id) => (
                    <PhoneInput
                        id={id}
                        value={value.phone}
                        onChange={(phone) => onChange({ ...value, phone })}
                    />
                )}
            </Labelled>
            <Checkbox
                checked={value.agreed}
                onChange={(event) => onChange({ ...value, agreed: event.target.checked })}
            >
                {t("ui.consultation.consent")}
            </Checkbox>
        </>
    );
}

const nobody: Contact = { name: "", topic: "new_car", agreed: false };
const isWhole = (one: Contact) => !!one.name.trim() && !!one.phone && one.agreed;

function Sent({ asked, onAgain }: { asked: Asked; onAgain: () => void }) {
    const { t } = useTranslation();
    return (
        <section className="my-card my-done">
            <CheckCircleFilled />
            <h1>{t("ui.consultation.sent")}</h1>
            <p>{t("ui.consultation.sent_number", { number: asked.number })}</p>
            <p className="fc-soft">
                {t("ui.consultation.answer_until")} <InstantText value={asked.respond_by} mode="clock" />
            </p>
            <Button onClick={onAgain}>{t("ui.consultation.ask_again")}</Button>
        </section>
    );
}

/** The form: a question, who asks, and that they may be called back. */
function LeaveQuestion() {
    const { t } = useTranslation();
    const [search] = useSearchParams();
    const campaign = search.get("campaign") ?? undefined;
    const [words, setWords] = useState("");
    const [contact, setContact] = useState(nobody);
    const [asked, setAsked] = useState<Asked>();
    const send = useAction("consultation.ask", { showProblem: false, showDone: false });
    if (asked) return <Sent asked={asked} onAgain={() => setAsked(undefined)} />;
    const submit = async () => {
        const done = await send.run({
            words,
            ...contact,
            ...(campaign ? { channel: "campaign", campaign } : { channel: "web_form" }),
        });
        if (!done) return;
        setAsked(done as unknown as Asked);
        setWords("");
    };
    return (
        <section className="my-card cn-leave">
            <h2>{t("ui.consultation.leave")}</h2>
            {send.problem && <Alert type="warning" showIcon role="alert" title={problemText(send.problem)} />}
            <Labelled label={t("ui.consultation.your_question")} wrong={send.problem?.at("words")}>
                {(id) => (
                    <Input.TextArea
                        id={id}
                        autoSize={{ minRows: 3 }}
                        maxLength={500}
                        value={words}
                        onChange={(event) => setWords(event.target.value)}
                    />
                )}
            </Labelled>
            <ContactFields value={contact} problem={send.problem} onChange={setContact} />
            <Button
                type="primary"
                size="large"
                block
                loading={send.running}
                disabled={!words.trim() || !isWhole(contact)}
                onClick={submit}
            >
                {t("consultation.ask")}
            </Button>
        </section>
    );
}

/** Hands the whole conversation to a person of the store. */
function AskPerson({ token, onDone }: { token: string; onDone: () => void }) {
    const { t } = useTranslation();
    const [contact, setContact] = useState(nobody);
    const [open, setOpen] = useState(false);
    const ask = useAction("consultation.ask_person", { showProblem: false, showDone: false, onDone });
    if (!open)
        return (
            <Button block onClick={() => setOpen(true)}>
                {t("consultation.ask_person")}
            </Button>
        );
    return (
        <div className="cn-person">
            <h2>{t("ui.consultation.to_person")}</h2>
            {ask.problem && <Alert type="warning" showIcon role="alert" title={problemText(ask.problem)} />}
            <ContactFields value={contact} problem={ask.problem} onChange={setContact} />
            <Button
                type="primary"
                block
                loading={ask.running}
                disabled={!isWhole(contact)}
                onClick={() => ask.run({ chat_token: token, ...contact })}
            >
                {t("consultation.ask_person")}
            </Button>
        </div>
    );
}

/** The conversation with the assistant; goes on after the page was closed. */
function Chat() {
    const { t } = useTranslation();
    const [token, setToken] = useState(() => sessionStorage.getItem(kept) ?? "");
    const [words, setWords] = useState("");
    const end = useRef<HTMLDivElement>(null);
    const common = useView("consultation.common_questions", {});
    const start = useAction("consultation.start_chat", { showDone: false });
    const say = useAction("consultation.say", { showDone: false });
    const view = useView(
        "consultation.conversation",
        { chat_token: token },
        { enabled: token !== "", everyMs: 5000 },
    );
    const chat = token ? (view.data as unknown as Conversation | undefined) : undefined;
    const lines = chat?.lines ?? [];
    const questions = (common.data as { rows?: { title: string }[] } | undefined)?.rows ?? [];
    const gone = !!view.error;
    // biome-ignore lint/correctness/useExhaustiveDependencies: the newest line comes into sight
    useEffect(() => {
        end.current?.scrollIntoView({ block: "nearest" });
    }, [lines.length]);
    useEffect(() => {
        if (!gone) return;
        sessionStorage.removeItem(kept);
        setToken("");
    }, [gone]);
    const send = async (text: string) => {
        if (!text.trim()) return;
        let known = token;
        if (!known) {
            const begun = (await start.run({})) as { chat_token: string } | undefined;
            if (!begun) return;
            known = begun.chat_token;
            sessionStorage.setItem(kept, known);
            setToken(known);
        }
        const said = await say.run({ chat_token: known, words: text.trim() });
        if (said) setWords("");
        view.refetch();
    };
    const over = chat?.state === "closed";
    return (
        <section className="my-card cn-chat">
            {lines.length === 0 && <p className="cn-hello">{t("ui.consultation.hello")}</p>}
            {lines.length > 0 && <Lines lines={lines} mine="customer" />}
            {chat?.state === "waiting" && chat.respond_by && (
                <Alert
                    type="info"
                    showIcon
                    title={
                        <>
                            {t("ui.consultation.waiting", { number: chat.number })}{" "}
                            <InstantText value={chat.respond_by} mode="clock" />
                        </>
                    }
                />
            )}
            {lines.length === 0 && questions.length > 0 && (
                <div className="cn-common">
                    {questions.map((one) => (
                        <button key={one.title} type="button" onClick={() => send(one.title)}>
                            {one.title}
                        </button>
                    ))}
                </div>
            )}
            <div ref={end} />
            {over ? (
                <Button
                    block
                    onClick={() => {
                        sessionStorage.removeItem(kept);
                        setToken("");
                    }}
                >
                    {t("ui.consultation.begin_again")}
                </Button>
            ) : (
                <form
                    className="cn-say"
                    onSubmit={(event) => {
                        event.preventDefault();
                        send(words);
                    }}
                >
                    <Input
                        size="large"
                        value={words}
                        maxLength={500}
                        aria-label={t("ui.consultation.your_question")}
                        placeholder={t("ui.consultation.your_question")}
                        onChange={(event) => setWords(event.target.value)}
                    />
                    <Button
                        type="primary"
                        size="large"
                        htmlType="submit"
                        icon={<SendOutlined />}
                        aria-label={t("consultation.say")}
                        loading={start.running || say.running}
                        disabled={!words.trim()}
                    />
                </form>
            )}
            {chat?.state === "assistant" && lines.length > 0 && (
                <AskPerson token={token} onDone={() => view.refetch()} />
            )}
        </section>
    );
}

/** What anybody may ask without signing in: the assistant at once, or a person who calls back. */
export default function Ask() {
    const { t } = useTranslation();
    const [search] = useSearchParams();
    const [way, setWay] = useState(search.has("campaign") ? "leave" : "chat");
    const common = useView("consultation.common_questions", {});
    const store = (common.data as { store_name?: string } | undefined)?.store_name;
    return (
        <div className="cn-ask">
            <h1 className="my-hello">{store || t("ui.consultation.ask_us")}</h1>
            <Segmented
                block
                size="large"
                value={way}
                onChange={setWay}
                options={[
                    { value: "chat", label: t("ui.consultation.chat") },
                    { value: "leave", label: t("ui.consultation.leave") },
                ]}
            />
            {way === "chat" ? <Chat /> : <LeaveQuestion />}
        </div>
    );
}
