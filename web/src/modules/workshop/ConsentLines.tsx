import { CheckOutlined, CloseOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { MoneyText, StateTag } from "@/kit";
import { quantityText } from "@/words/format";
import { Photos } from "./OrderFindings";
import type { Finding } from "./types";

/** A line as it is asked about; of the advisor's or of the customer's view. */
export interface AskedLine {
    id: number;
    kind: string;
    name: string;
    quantity: number;
    unit: string;
    unit_price: number;
    discount: number;
    amount: number;
    payer: string;
    finding_id?: number | null;
}

export type Answers = Record<number, boolean | undefined>;

/** What the customer pays when these answers hold. */
export function approvedSum(lines: AskedLine[], answers: Answers): number {
    return lines
        .filter((line) => answers[line.id] && line.payer === "customer")
        .reduce((sum, line) => sum + line.amount, 0);
}

function Line({
    line,
    answer,
    onAnswer,
}: {
    line: AskedLine;
    answer?: boolean;
    onAnswer: (yes: boolean) => void;
}) {
    const { t } = useTranslation();
    const unit = line.kind === "labour" ? t("ui.workshop.hours") : line.unit;
    return (
        <li className={answer === undefined ? "" : answer ? "yes" : "no"}>
            <div className="ws-ask-text">
                <b>{line.name}</b>
                <small>
                    {t(`LineKind.${line.kind}`)} · {quantityText(line.quantity)} {unit} ×{" "}
                    <MoneyText value={line.unit_price} />
                    {line.discount > 0 && (
                        <>
                            {" "}
                            {t("field.discount")} <MoneyText value={-line.discount} />
                        </>
                    )}
                </small>
                {line.payer !== "customer" && (
                    <em className={`ws-payer ${line.payer}`}>{t(`Payer.${line.payer}`)}</em>
                )}
            </div>
            <strong className="ws-ask-amount">
                <MoneyText value={line.amount} />
            </strong>
            <div className="ws-ask-buttons" role="group" aria-label={line.name}>
                <button
                    type="button"
                    className="yes"
                    aria-pressed={answer === true}
                    onClick={() => onAnswer(true)}
                >
                    <CheckOutlined /> {t("ui.workshop.approve")}
                </button>
                <button
                    type="button"
                    className="no"
                    aria-pressed={answer === false}
                    onClick={() => onAnswer(false)}
                >
                    <CloseOutlined /> {t("ui.workshop.decline")}
                </button>
            </div>
        </li>
    );
}

export interface ConsentLinesProps {
    lines: AskedLine[];
    findings: Finding[];
    answers: Answers;
    onChange: (answers: Answers) => void;
}

/** The question to the customer: lines under what was found, each answered by itself. */
export function ConsentLines({ lines, findings, answers, onChange }: ConsentLinesProps) {
    const { t } = useTranslation();
    const about = findings.filter((one) => lines.some((line) => line.finding_id === one.id));
    const loose = lines.filter((line) => !about.some((one) => one.id === line.finding_id));
    const rows = (own: AskedLine[]) => (
        <ul className="ws-ask">
            {own.map((line) => (
                <Line
                    key={line.id}
                    line={line}
                    answer={answers[line.id]}
                    onAnswer={(yes) => onChange({ ...answers, [line.id]: yes })}
                />
            ))}
        </ul>
    );
    return (
        <>
            {about.map((one) => (
                <section key={one.id} className={`ws-ask-finding ${one.urgency}`}>
                    <header>
                        <h3>
                            {one.part_of_car} <StateTag type="Urgency" value={one.urgency} />
                        </h3>
                        <p>
                            {one.words} {one.reading && <b>{one.reading}</b>}
                        </p>
                        <Photos hashes={one.photos} size={84} />
                    </header>
                    {rows(lines.filter((line) => line.finding_id === one.id))}
                </section>
            ))}
            {loose.length > 0 && (
                <section className="ws-ask-finding">
                    {about.length > 0 && (
                        <header>
                            <h3>{t("ui.workshop.other_lines")}</h3>
                        </header>
                    )}
                    {rows(loose)}
                </section>
            )}
        </>
    );
}
