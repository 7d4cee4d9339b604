import "@/styles/work.css";
import { Alert, Button, Input } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problem";
import { currentLanguage } from "@/words/i18n";
import { Labelled } from "./Labelled";
import { problemText } from "./ProblemView";
import { SignaturePad } from "./SignaturePad";

export interface Clause {
    title: string;
    text: string;
    conspicuous: boolean;
    /** A translation to read; the Chinese words are what is signed. */
    title_en?: string | null;
    text_en?: string | null;
}

export interface SigningPageProps {
    title: ReactNode;
    /** Under the title: number, car. */
    subtitle?: ReactNode;
    clauses: Clause[];
    /** Above the clauses: what is agreed in figures. */
    before?: ReactNode;
    /** Fields beside the name, when the signature needs more. */
    fields?: ReactNode;
    name: string;
    running: boolean;
    problem: Problem | null;
    /** Why it cannot be signed now. */
    refused?: ReactNode;
    submitLabel: ReactNode;
    onSign: (signed: { signed_name: string; signature: string }) => void;
    onBack: () => void;
}

/** A paper to read and to sign on the screen: the text, what matters most set apart, the line at its end. */
export function SigningPage(props: SigningPageProps) {
    const { t } = useTranslation();
    const [name, setName] = useState(props.name);
    const [signature, setSignature] = useState<string>();
    const top = useRef<HTMLDivElement>(null);
    useEffect(() => setName((before) => before || props.name), [props.name]);
    const { problem } = props;
    useEffect(() => {
        if (problem) top.current?.scrollIntoView({ block: "center" });
    }, [problem]);
    return (
        <div className="fc-page fc-signing">
            <article className="fc-paper">
                <header>
                    <h1>{props.title}</h1>
                    {props.subtitle && <p>{props.subtitle}</p>}
                </header>
                {props.before}
                <ol>
                    {props.clauses.map((one, index) => (
                        <li key={index} className={one.conspicuous ? "conspicuous" : undefined}>
                            {one.title && <h2>{one.title}</h2>}
                            {one.text.split("\n").map((line, at) => (
                                <p key={at}>{line}</p>
                            ))}
                            {one.text_en && currentLanguage() === "en" && (
                                <p className="fc-clause-english" lang="en">
                                    {one.title_en && <b>{one.title_en}. </b>}
                                    {one.text_en}
                                </p>
                            )}
                        </li>
                    ))}
                </ol>
                <footer>
                    <div ref={top} />
                    {problem && <Alert type="warning" showIcon role="alert" title={problemText(problem)} />}
                    {props.refused && <Alert type="info" showIcon title={props.refused} />}
                    {props.fields}
                    <Labelled label={t("field.signed_name")} className="fc-sign-name">
                        {(id) => (
                            <Input
                                id={id}
                                value={name}
                                autoComplete="off"
                                onChange={(event) => setName(event.target.value)}
                            />
                        )}
                    </Labelled>
                    <SignaturePad value={signature} onChange={setSignature} name={name} />
                    <div className="fc-page-foot">
                        <Button onClick={props.onBack}>{t("ui.back")}</Button>
                        <Button
                            type="primary"
                            size="large"
                            loading={props.running}
                            disabled={!signature || !name.trim() || !!props.refused}
                            onClick={() => props.onSign({ signed_name: name.trim(), signature: signature! })}
                        >
                            {props.submitLabel}
                        </Button>
                    </div>
                </footer>
            </article>
        </div>
    );
}
