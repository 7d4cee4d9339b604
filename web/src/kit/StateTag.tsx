import { useTranslation } from "react-i18next";
import type { Tone } from "@/app/module";
import { tones } from "@/app/registry";

const guesses: [Tone, RegExp][] = [
    [
        "late",
        /^(late|overdue|failed|rejected|refused|declined|blocked|faulty|fault|missed|expired|escalated|not_passed|lost_parts|invalid|urgent|h)$/,
    ],
    [
        "mute",
        /^(cancelled|canceled|closed|archived|lost|void|withdrawn|ended|inactive|skipped|retired|none|draft|c)$/,
    ],
    [
        "ok",
        /^(done|paid|passed|approved|accepted|signed|sealed|delivered|completed|complete|settled|won|active|available|in_stock|reached|valid|issued|published|handed_over|free|resolved|sold|b)$/,
    ],
    [
        "due",
        /(awaiting|waiting|pending|due|requested|reserved|review|hold|partly|partial|planned|booked|warn|asked|^a$)/,
    ],
    [
        "info",
        /(progress|running|working|open|started|quoted|ordered|transit|out|new|assigned|driving|inspection)/,
    ],
];

/** The tone of a state: what the module says, else a guess by the word. */
export function toneOf(type: string, value: string): Tone {
    const own = tones[`${type}.${value}`];
    if (own) return own;
    return guesses.find(([, words]) => words.test(value))?.[0] ?? "mute";
}

export interface StateTagProps {
    /** The enum's type name: "DealState". */
    type: string;
    value: string | null | undefined;
    tone?: Tone;
    /** Larger, for the head of a record. */
    large?: boolean;
}

/** A state in its colour and in words. */
export function StateTag({ type, value, tone, large }: StateTagProps) {
    const { t } = useTranslation();
    if (!value) return null;
    return (
        <span className={`fc-state ${tone ?? toneOf(type, value)}${large ? " large" : ""}`}>
            {t(`${type}.${value}`)}
        </span>
    );
}
