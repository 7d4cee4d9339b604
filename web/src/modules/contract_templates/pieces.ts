import type { TemplateValue } from "./types";

/** A clause's text taken apart: plain text, and values to fill in. */
export interface Piece {
    text: string;
    /** The value that stands here; missing for plain text. */
    value?: TemplateValue;
    /** A placeholder nobody can fill in. */
    unknown?: boolean;
}

/** "甲方{{seller_name}}。" as its pieces. */
export function piecesOf(text: string, values: TemplateValue[]): Piece[] {
    const pieces: Piece[] = [];
    let from = 0;
    for (const match of text.matchAll(/\{\{([^}]*)\}\}/g)) {
        if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
        const value = values.find((one) => one.name === match[1]);
        pieces.push(value ? { text: match[0], value } : { text: match[0], unknown: true });
        from = match.index + match[0].length;
    }
    if (from < text.length) pieces.push({ text: text.slice(from) });
    return pieces;
}

/** A text with its values by their names: "定金「定金」元". */
export function readable(text: string, values: TemplateValue[], language: "zh" | "en"): string {
    return piecesOf(text, values)
        .map((piece) => (piece.value ? `「${piece.value.title[language]}」` : piece.text))
        .join("");
}

/** How much of what stays the same is shown around a change. */
const context = 14;

/** The part of a text that became different, with a little of what stands around it. */
export function changedPart(before: string, after: string) {
    const short = Math.min(before.length, after.length);
    let head = 0;
    while (head < short && before[head] === after[head]) head += 1;
    let tail = 0;
    while (tail < short - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
        tail += 1;
    return {
        head: (head > context ? "…" : "") + after.slice(Math.max(0, head - context), head),
        before: before.slice(head, before.length - tail),
        after: after.slice(head, after.length - tail),
        tail: after.slice(after.length - tail, after.length - tail + context) + (tail > context ? "…" : ""),
    };
}
