import { Alert, Button, Checkbox, Input, type InputRef } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { findView } from "@/api/contract";
import {
    ActionButton,
    Card,
    DataTable,
    Labelled,
    problemText,
    RecordPage,
    StateTag,
    useAction,
    VinText,
} from "@/kit";
import "./stock.css";

interface Line {
    vin: string;
    vin_tail: string;
    car_id: number | null;
    title: string;
    place: string;
    result: "missing" | "found" | "unexpected";
    seen_at_place: string;
    scanned_by: string | null;
    reason: string;
}

interface Scanned {
    result: string;
    title: string;
    vin_tail: string;
    again: boolean;
    in_another_place: boolean;
}

/** One line to scan into: a hand scanner types the VIN and Enter; a person types the last six. */
function Scan({ count }: { count: number }) {
    const { t } = useTranslation();
    const [code, setCode] = useState("");
    const [place, setPlace] = useState("");
    const [last, setLast] = useState<Scanned>();
    const input = useRef<InputRef>(null);
    const scan = useAction("vehicles.scan_car", { showProblem: false, showDone: false });
    const send = async () => {
        if (!code.trim()) return;
        const answer = await scan.run({
            count_id: count,
            code: code.trim(),
            place: place.trim() || undefined,
        });
        setLast(answer as Scanned | undefined);
        setCode("");
        input.current?.focus();
    };
    const tone = !last
        ? ""
        : last.result === "unexpected"
          ? "late"
          : last.again || last.in_another_place
            ? "due"
            : "";
    return (
        <Card title={t("vehicles.scan_car")}>
            <form
                className="fc-scan"
                onSubmit={(event) => {
                    event.preventDefault();
                    send();
                }}
            >
                <Labelled label={t("ui.stock.scan_label")}>
                    {(id) => (
                        <Input
                            id={id}
                            ref={input}
                            size="large"
                            autoFocus
                            autoComplete="off"
                            value={code}
                            onChange={(event) => setCode(event.target.value)}
                        />
                    )}
                </Labelled>
                <Labelled label={t("ui.stock.scan_place")}>
                    {(id) => (
                        <Input
                            id={id}
                            size="large"
                            value={place}
                            onChange={(event) => setPlace(event.target.value)}
                        />
                    )}
                </Labelled>
                <Button type="primary" size="large" htmlType="submit" loading={scan.running}>
                    {t("ui.stock.scan")}
                </Button>
            </form>
            {scan.problem && (
                <Alert
                    style={{ marginTop: 12 }}
                    type="error"
                    showIcon
                    role="alert"
                    title={problemText(scan.problem)}
                />
            )}
            {last && !scan.problem && (
                <output className={`fc-scan-answer ${tone}`}>
                    <b>{t(`StockCountResult.${last.result}`)}</b>
                    <span>
                        {last.title} {last.vin_tail}
                    </span>
                    {last.again && <span>{t("field.again")}</span>}
                    {last.in_another_place && <span>{t("field.in_another_place")}</span>}
                </output>
            )}
        </Card>
    );
}

const differs = (line: Line) => line.result !== "found";

/** Why a car is missing or too many, and the way to say it. */
function Reason({ line, count, open }: { line: Line; count: number; open: boolean }) {
    const { t } = useTranslation();
    if (!open || !differs(line)) return line.reason || "—";
    return (
        <>
            {line.reason}{" "}
            <ActionButton
                action="vehicles.explain_differences"
                size="small"
                type={line.reason ? "text" : "default"}
                label={t("ui.stock.explain")}
                fixed={{ count_id: count, vins: [line.vin] }}
                initial={{ reason: line.reason }}
            />
        </>
    );
}

/** Where it belongs, and where it was seen if that is elsewhere. */
function Place({ line }: { line: Line }) {
    const { t } = useTranslation();
    const elsewhere = line.seen_at_place && line.seen_at_place !== line.place;
    return (
        <>
            {line.place || "—"}
            {elsewhere && (
                <>
                    <br />
                    <small className="fc-soft">
                        {t("field.seen_at_place")} {line.seen_at_place}
                    </small>
                </>
            )}
        </>
    );
}

function lineFields() {
    const lines = findView("vehicles.count_record")?.fields.find((one) => one.name === "lines");
    return lines?.item?.fields ?? [];
}

const order = { unexpected: 0, missing: 1, found: 2 };

/** Every car that was counted, the differences on top: each with its reason, or several with the same. */
function Sheet({ count, lines, open }: { count: number; lines: Line[]; open: boolean }) {
    const { t } = useTranslation();
    const [chosen, setChosen] = useState<string[]>([]);
    const rows = lines.toSorted((a, b) => order[a.result] - order[b.result]);
    const toExplain = rows.filter((line) => differs(line) && !line.reason).map((line) => line.vin);
    const many = open && toExplain.length > 1;
    const vins = chosen.filter((vin) => toExplain.includes(vin));
    const choose = (vin: string, on: boolean) =>
        setChosen((before) => (on ? [...before, vin] : before.filter((one) => one !== vin)));
    return (
        <Card
            title={t("ui.stock.sheet")}
            count={lines.length}
            flush
            extra={
                many && (
                    <>
                        <Checkbox
                            checked={vins.length === toExplain.length}
                            indeterminate={vins.length > 0 && vins.length < toExplain.length}
                            onChange={(event) => setChosen(event.target.checked ? toExplain : [])}
                        >
                            {t("ui.stock.all_unexplained", { n: toExplain.length })}
                        </Checkbox>
                        <ActionButton
                            action="vehicles.explain_differences"
                            size="small"
                            label={t("ui.stock.explain_chosen", { n: vins.length })}
                            fixed={{ count_id: count, vins }}
                            refusedBecause={vins.length === 0 ? t("ui.stock.choose_first") : undefined}
                        />
                    </>
                )
            }
        >
            <DataTable<Line>
                label={t("ui.stock.sheet")}
                rows={rows}
                rowKey={(line) => line.vin}
                fields={lineFields()}
                columns={[
                    {
                        field: "car",
                        show: (line) => (
                            <>
                                {many && toExplain.includes(line.vin) && (
                                    <Checkbox
                                        className="fc-count-choice"
                                        aria-label={`${t("ui.stock.explain")} ${line.vin}`}
                                        checked={vins.includes(line.vin)}
                                        onChange={(event) => choose(line.vin, event.target.checked)}
                                    />
                                )}
                                {line.car_id ? (
                                    <Link to={`/cars/${line.car_id}`}>{line.title}</Link>
                                ) : (
                                    line.title || "—"
                                )}
                            </>
                        ),
                    },
                    {
                        field: "result",
                        show: (line) => <StateTag type="StockCountResult" value={line.result} />,
                    },
                    { field: "vin", show: (line) => <VinText value={line.vin} /> },
                    { field: "place", show: (line) => <Place line={line} /> },
                    { field: "reason", show: (line) => <Reason line={line} count={count} open={open} /> },
                ]}
            />
        </Card>
    );
}

/** The sheet: scan, look at what is missing, say why, close. */
export default function Count() {
    const id = Number(useParams().id);
    const { t } = useTranslation();
    return (
        <RecordPage
            view="vehicles.count_record"
            params={{ count_id: id }}
            head="count"
            object={{ type: "stock_count", id }}
            kicker={(one) => `${t("object.stock_count")} ${one.number}`}
            title={(one) => one.place || t("ui.stock.whole_store")}
            state={(one) => ({ type: "StockCountState", value: one.count.state })}
            actions={{
                "vehicles.scan_car": { hidden: true },
                "vehicles.close_count": { confirm: t("ui.stock.close_count_sure") },
            }}
            next={(one) => (one.count.state === "open" ? "vehicles.close_count" : undefined)}
            facts={["started_at", "started_by", "closed_at", "closed_by"]}
            top={(one) => (
                <div className="fc-figures">
                    <div className="fc-figure">
                        <b>{one.expected}</b>
                        <span>{t("field.expected")}</span>
                    </div>
                    <div className="fc-figure ok">
                        <b>{one.found}</b>
                        <span>{t("StockCountResult.found")}</span>
                    </div>
                    <div className={`fc-figure ${one.missing > 0 ? "due" : ""}`}>
                        <b>{one.missing}</b>
                        <span>{t("StockCountResult.missing")}</span>
                    </div>
                    <div className={`fc-figure ${one.unexpected > 0 ? "late" : ""}`}>
                        <b>{one.unexpected}</b>
                        <span>{t("StockCountResult.unexpected")}</span>
                    </div>
                </div>
            )}
        >
            {(one) => (
                <>
                    {one.count.state === "open" && <Scan count={id} />}
                    <Sheet
                        count={id}
                        lines={one.lines as unknown as Line[]}
                        open={one.count.state === "open"}
                    />
                </>
            )}
        </RecordPage>
    );
}
