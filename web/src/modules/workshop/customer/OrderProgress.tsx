import { FilePdfOutlined, LeftOutlined } from "@ant-design/icons";
import { Alert, Button, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import {
    MoneyText,
    PlateText,
    ProblemView,
    problemText,
    SignaturePad,
    StateTag,
    useAction,
    useView,
} from "@/kit";
import { pdfUrl } from "@/kit/Documents";
import { uploadsSettled } from "@/kit/uploads";
import { storeTime } from "@/words/format";
import { type Answers, approvedSum, ConsentLines } from "../ConsentLines";
import { Photos } from "../OrderFindings";
import { type Finding, listOf, type MyLine, type MyOrder } from "../types";
import { Way } from "./Way";

/** Who only said no to some wants the others; who began to say yes line by line goes on so. */
export function completed(lines: MyLine[], answers: Answers): { answers: Answers; rest: number } {
    const open = lines.filter((line) => answers[line.id] === undefined);
    if (lines.some((line) => answers[line.id])) return { answers, rest: 0 };
    const yes = Object.fromEntries(open.map((line) => [line.id, true]));
    return { answers: { ...answers, ...yes }, rest: open.length };
}

/** The question: each line yes or no, the sum runs along; the button says what it sends. */
function Question({ order }: { order: MyOrder }) {
    const { t } = useTranslation();
    const [chosen, setChosen] = useState<Answers>({});
    const [signature, setSignature] = useState<string>();
    const { run, running, problem } = useAction("workshop.answer_consent", {
        showProblem: false,
        showDone: false,
    });
    const lines = (order.lines as MyLine[]).filter((line) => line.state === "asked");
    const { answers, rest } = completed(lines, chosen);
    const left = lines.filter((line) => answers[line.id] === undefined).length;
    const some = lines.some((line) => answers[line.id]);
    const send = async () => {
        await uploadsSettled();
        await run({
            consent_id: order.open_consent_id,
            answers: lines.map((line) => ({ line_id: line.id, approved: answers[line.id] })),
            signature,
        });
    };
    const label = () => {
        if (rest === lines.length) return t("ui.my.approve_all_send");
        if (rest > 0) return t("ui.my.approve_rest_send", { n: rest });
        return t(some ? "ui.my.send_answer" : "ui.my.decline_all");
    };
    return (
        <section className="my-question">
            <header>
                <h2>{t("ui.my.question")}</h2>
                <p>{t("ui.my.question_text")}</p>
            </header>
            <ConsentLines lines={lines} findings={order.findings} answers={chosen} onChange={setChosen} />
            {left === 0 && some && (
                <details className="my-card my-sign">
                    <summary>{t("ui.my.sign")}</summary>
                    <SignaturePad value={signature} onChange={setSignature} />
                </details>
            )}
            <footer className="my-foot">
                {problem && <Alert type="warning" showIcon role="alert" title={problemText(problem)} />}
                <p>
                    <span>
                        {t("ui.my.you_approve")}
                        {left > 0 && <small>{t("ui.my.still_open", { n: left })}</small>}
                    </span>
                    <MoneyText value={approvedSum(lines, answers)} strong />
                </p>
                <Button
                    type="primary"
                    size="large"
                    block
                    loading={running}
                    disabled={left > 0}
                    onClick={send}
                >
                    {label()}
                </Button>
            </footer>
        </section>
    );
}

function Lines({ order }: { order: MyOrder }) {
    const { t } = useTranslation();
    const lines = (order.lines as MyLine[]).filter((line) => line.state !== "asked");
    if (lines.length === 0) return null;
    return (
        <section className="my-card">
            <h2>{t("ui.my.agreed")}</h2>
            <ul className="my-lines">
                {lines.map((line) => (
                    <li key={line.id} className={line.state}>
                        <span>
                            {line.name}
                            <small>
                                {line.state === "declined"
                                    ? t("LineState.declined")
                                    : line.kind === "part"
                                      ? t("LineKind.part")
                                      : t(`Work.${line.work}`)}
                                {line.payer !== "customer" && ` · ${t(`Payer.${line.payer}`)}`}
                            </small>
                        </span>
                        <MoneyText value={line.amount} />
                    </li>
                ))}
            </ul>
            <p className="my-total">
                <span>{t(order.has_settlement ? "field.customer_total" : "field.approved_total")}</span>
                <MoneyText
                    value={order.has_settlement ? order.customer_total : order.approved_total}
                    strong
                />
            </p>
            {order.has_settlement && (
                <p className="my-total">
                    <span>{t("field.paid")}</span>
                    <MoneyText value={order.paid} />
                </p>
            )}
        </section>
    );
}

function Found({ findings }: { findings: Finding[] }) {
    const { t } = useTranslation();
    if (findings.length === 0) return null;
    return (
        <section className="my-card">
            <h2>{t("ui.workshop.findings")}</h2>
            <ul className="my-found">
                {findings.map((one) => (
                    <li key={one.id}>
                        <b>
                            {one.part_of_car} <StateTag type="Urgency" value={one.urgency} />
                        </b>
                        <p>
                            {one.words} {one.reading && <b>{one.reading}</b>}
                        </p>
                        <Photos hashes={one.photos} size={96} />
                    </li>
                ))}
            </ul>
        </section>
    );
}

interface Paper {
    id: number;
    title: string;
    number: string;
    ready: boolean;
}

function Papers({ id }: { id: number }) {
    const { t } = useTranslation();
    const { data } = useView("documents.of", { object_type: "repair_order", object_id: id });
    const rows = ((data as { rows?: Paper[] } | undefined)?.rows ?? []).filter((one) => one.ready);
    if (rows.length === 0) return null;
    return (
        <section className="my-card">
            <h2>{t("ui.documents")}</h2>
            <ul className="my-past">
                {rows.map((one) => (
                    <li key={one.id}>
                        <a
                            href={pdfUrl("documents.pdf", { document_id: one.id })}
                            target="_blank"
                            rel="noreferrer"
                        >
                            <span>
                                <FilePdfOutlined /> {one.title}
                            </span>
                            <small>{one.number}</small>
                        </a>
                    </li>
                ))}
            </ul>
        </section>
    );
}

/** One order as the car's owner follows it. */
export default function OrderProgress() {
    const { t } = useTranslation();
    const { token, id } = useParams();
    const { data, error, refetch } = useView(
        "workshop.my_order",
        { order_id: Number(id) },
        { everyMs: 8_000 },
    );
    useEffect(() => {
        if (data) document.title = `${data.plate || data.number} · ${t("ui.my.progress")}`;
    }, [data, t]);
    if (error && !data) return <ProblemView problem={error} onRetry={() => refetch()} />;
    if (!data) return <Skeleton active />;
    const order = data as MyOrder;
    const late = order.promised_at !== order.first_promised_at;
    return (
        <>
            <Link to={`/c/${token}`} className="my-back">
                <LeftOutlined /> {t("ui.my.to_home")}
            </Link>
            <section className="my-card my-head">
                <header>
                    {order.plate && <PlateText value={order.plate} />} <b>{order.model_name}</b>
                </header>
                <h1>{t(`ui.my.state.${order.state}`)}</h1>
                <Way state={order.state} />
                {order.state !== "handed_back" && order.state !== "cancelled" && (
                    <p className="my-promise">
                        {t("ui.my.ready_by", {
                            at: storeTime(order.promised_at).format(t("ui.my.time_format")),
                        })}
                        {late && <small>{t("ui.my.promise_moved")}</small>}
                    </p>
                )}
                <p className="fc-soft">
                    {t("ui.my.advisor_is", { name: order.advisor_name, number: order.number })}
                </p>
            </section>
            {order.open_consent_id ? (
                <Question key={order.open_consent_id} order={order} />
            ) : (
                <>
                    <Lines order={order} />
                    <Found findings={order.findings} />
                </>
            )}
            <section className="my-card">
                <h2>{t("ui.my.your_words")}</h2>
                <q>{order.words}</q>
                <Photos hashes={listOf<string>(order.photos)} size={96} />
            </section>
            <Papers id={order.id} />
        </>
    );
}
