import { PlusOutlined } from "@ant-design/icons";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { useSession, useSignedIn } from "@/app/session";
import { ActionButton, ClockBadge, ListPage, useView } from "@/kit";
import "./consultation.css";

interface Overview {
    channels: {
        channel: string;
        questions: number;
        open: number;
        in_time: number;
        late: number;
        became_lead: number;
    }[];
}

/** The last thirty days by channel; pressing one filters the list. */
function Channels({
    chosen,
    onChoose,
}: {
    chosen?: string;
    onChoose: (channel: string | undefined) => void;
}) {
    const { t } = useTranslation();
    const { data } = useView("consultation.inbox_overview", {});
    const channels = (data as unknown as Overview | undefined)?.channels ?? [];
    if (channels.length === 0) return null;
    return (
        <div className="cn-channels">
            <h2 className="cn-sub">{t("ui.consultation.last_days", { n: 30 })}</h2>
            {channels.map((one) => (
                <button
                    key={one.channel}
                    type="button"
                    aria-pressed={chosen === one.channel}
                    onClick={() => onChoose(chosen === one.channel ? undefined : one.channel)}
                >
                    <span>{t(`QuestionChannel.${one.channel}`)}</span>
                    <b>{one.questions}</b>
                    <small>
                        {one.open > 0 && <em>{t("ui.consultation.open_n", { n: one.open })}</em>}{" "}
                        {one.late > 0 && (
                            <span className="fc-late-text">
                                {t("ui.consultation.late_n", { n: one.late })}
                            </span>
                        )}{" "}
                        {t("ui.consultation.leads_n", { n: one.became_lead })}
                    </small>
                </button>
            ))}
        </div>
    );
}

/** Every question from every channel in one list, the answer due first on top. */
export default function Inbox() {
    const { t } = useTranslation();
    const { user } = useSignedIn();
    const { may } = useSession();
    const navigate = useNavigate();
    const [search, setSearch] = useSearchParams();
    const state = search.get("state") ?? "open";
    const who = search.get("who") ?? "all";
    const channel = search.get("channel") ?? undefined;
    const put = (name: string, value: string | undefined) =>
        setSearch(
            (before) => {
                const next = new URLSearchParams(before);
                if (value) next.set(name, value);
                else next.delete(name);
                return next;
            },
            { replace: true },
        );
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("nav.questions")}</h1>
                <Segmented
                    value={state}
                    onChange={(value) => put("state", value)}
                    options={["open", "answered", "closed"].map((value) => ({
                        value,
                        label: t(`QuestionState.${value}`),
                    }))}
                />
                <Segmented
                    value={who}
                    onChange={(value) => put("who", value)}
                    options={[
                        { value: "all", label: t("ui.consultation.everybody") },
                        { value: "mine", label: t("ui.consultation.mine") },
                    ]}
                />
                <div className="fc-page-actions">
                    {may("consultation.question_write") && (
                        <ActionButton
                            action="consultation.record_question"
                            strong
                            icon={<PlusOutlined />}
                            only={["channel", "topic", "words", "name", "phone", "customer_id", "model_id"]}
                            initial={{ channel: "phone_call" }}
                            onDone={(answer: { question_id: number }) =>
                                navigate(`/questions/${answer.question_id}`)
                            }
                        />
                    )}
                </div>
            </header>
            <Channels chosen={channel} onChoose={(value) => put("channel", value)} />
            <div className="fc-sheet-box">
                <ListPage
                    key={`${state} ${who} ${channel}`}
                    embedded
                    view="consultation.question_list"
                    sort={state === "open" ? "respond_by" : "-asked_at"}
                    params={{ state, channel, owner_id: who === "mine" ? user.id : undefined }}
                    filters={["topic"]}
                    rowLink={(row) => `/questions/${row.id}`}
                    rowTone={(row) =>
                        row.state === "open" && Date.parse(row.respond_by as string) < Date.now()
                            ? "late"
                            : undefined
                    }
                    empty={{ title: t("ui.consultation.nothing_waits") }}
                    columns={[
                        {
                            field: "words",
                            show: (row) => <span className="cn-words">{row.words as string}</span>,
                        },
                        "asker_name",
                        "channel",
                        { field: "topic", hideOnPhone: true },
                        {
                            field: "respond_by",
                            show: (row) =>
                                row.state === "open" ? (
                                    <ClockBadge due_at={row.respond_by as string} compact />
                                ) : row.late ? (
                                    <span className="fc-state late">{t("ui.consultation.was_late")}</span>
                                ) : (
                                    <span className="fc-state ok">{t("field.in_time")}</span>
                                ),
                        },
                        { field: "owner_name", hideOnPhone: true },
                        { field: "asked_at", hideOnPhone: true },
                        ...(state === "closed" ? ["outcome"] : []),
                    ]}
                />
            </div>
        </div>
    );
}
