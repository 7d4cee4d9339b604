import { type ReactNode, useId } from "react";

export interface CardProps {
    title: ReactNode;
    /** Shown beside the title: a count, a link. */
    extra?: ReactNode;
    count?: number;
    /** Colours the count where it asks for attention. */
    tone?: "late" | "due" | "ok" | "info" | "mute";
    /** No padding around the content: for tables and lists that bring their own. */
    flush?: boolean;
    children: ReactNode;
    className?: string;
}

/** A titled part of a page. */
export function Card({ title, extra, count, tone = "mute", flush, children, className = "" }: CardProps) {
    const id = useId();
    return (
        <section className={`fc-card ${className}`} aria-labelledby={id}>
            <header className="fc-card-head">
                <h2 id={id}>{title}</h2>
                {count !== undefined && (
                    <span className={`fc-count ${count > 0 ? tone : "mute"}`}>{count}</span>
                )}
                {extra && <span className="fc-card-extra">{extra}</span>}
            </header>
            <div className={flush ? "fc-card-flush" : "fc-card-body"}>{children}</div>
        </section>
    );
}
