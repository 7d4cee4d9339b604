import { currentLanguage } from "@/words/i18n";
import { piecesOf } from "./pieces";
import type { Clause, TemplateValue } from "./types";

/** A clause's text with its values: as examples, or by their names. */
export function ClauseText({
    text,
    values,
    examples,
}: {
    text: string;
    values: TemplateValue[];
    examples: boolean;
}) {
    return (
        <>
            {text.split("\n").map((line, at) => (
                <p key={at}>
                    {piecesOf(line, values).map((piece, index) => {
                        if (piece.unknown)
                            return (
                                <mark key={index} className="ct-value unknown">
                                    {piece.text}
                                </mark>
                            );
                        if (!piece.value) return piece.text;
                        const title = piece.value.title[currentLanguage()];
                        return (
                            <mark key={index} className="ct-value" title={title}>
                                {examples ? piece.value.example : title}
                            </mark>
                        );
                    })}
                </p>
            ))}
        </>
    );
}

/** The clauses as they read, numbered as they will stand in the contract. */
export function ClauseList({
    clauses,
    values,
    examples,
}: {
    clauses: Clause[];
    values: TemplateValue[];
    examples: boolean;
}) {
    return (
        <ol className="ct-clauses">
            {clauses.map((one) => (
                <li key={one.name} className={one.conspicuous ? "conspicuous" : undefined}>
                    <h3>{one.title}</h3>
                    <ClauseText text={one.text} values={values} examples={examples} />
                    {one.text_en && (
                        <div className="ct-english" lang="en">
                            {one.title_en && <b>{one.title_en}</b>}
                            <ClauseText text={one.text_en} values={values} examples={examples} />
                        </div>
                    )}
                </li>
            ))}
        </ol>
    );
}
