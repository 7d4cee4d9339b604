import { Alert, Button, Input, type InputRef } from "antd";
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

/** Why a car is missing or too many, and the way to say it. */
function Reason({ line, count, open }: { line: Line; count: number; open: boolean }) {
    const { t } = useTranslation();
    if (!open || line.result === "found") return line.reason || "—";
    return (
        <>
            {line.reason}{" "}
            <ActionButton
                action="vehicles.explain_difference"
                size="small"
                type={line.reason ? "text" : "default"}
                label={t("ui.stock.explain")}
                fixed={{ count_id: count, vin: line.vin }}
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
                    <Card title={t("ui.stock.sheet")} count={one.lines.length} flush>
                        <DataTable<Line>
                            label={t("ui.stock.sheet")}
                            rows={(one.lines as unknown as Line[]).toSorted(
                                (a, b) => order[a.result] - order[b.result],
                            )}
                            rowKey={(line) => line.vin}
                            fields={lineFields()}
                            columns={[
                                {
                                    field: "car",
                                    show: (line) =>
                                        line.car_id ? (
                                            <Link to={`/cars/${line.car_id}`}>{line.title}</Link>
                                        ) : (
                                            line.title || "—"
                                        ),
                                },
                                {
                                    field: "result",
                                    show: (line) => <StateTag type="StockCountResult" value={line.result} />,
                                },
                                { field: "vin", show: (line) => <VinText value={line.vin} /> },
                                { field: "place", show: (line) => <Place line={line} /> },
                                {
                                    field: "reason",
                                    show: (line) => (
                                        <Reason line={line} count={id} open={one.count.state === "open"} />
                                    ),
                                },
                            ]}
                        />
                    </Card>
                </>
            )}
        </RecordPage>
    );
}
