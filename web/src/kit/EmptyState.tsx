import type { ReactNode } from "react";

export interface EmptyStateProps {
    title: ReactNode;
    text?: ReactNode;
    /** The sensible next step. */
    action?: ReactNode;
    picture?: "court" | "search" | "problem" | "done";
    /** Small: inside a card. */
    small?: boolean;
}

/** The canopy of the mark over an empty court; a lens, a broken line or a tick stand in it. */
function Picture({ kind }: { kind: NonNullable<EmptyStateProps["picture"]> }) {
    return (
        <svg viewBox="0 0 120 72" className="fc-empty-picture" aria-hidden="true">
            <path d="M8 62h104" className="ground" />
            <path d="M18 30 60 10l42 20" className="canopy" />
            <path d="M30 30v32M90 30v32" className="canopy" />
            {kind === "court" && <path d="M47 62a13 13 0 0 1 26 0z" className="lamp" />}
            {kind === "done" && <path d="m48 46 9 9 16-18" className="mark" />}
            {kind === "search" && (
                <path d="M66 51l9 9M69 43a11 11 0 1 1-22 0 11 11 0 0 1 22 0z" className="mark" />
            )}
            {kind === "problem" && <path d="M60 34v14M60 55v.5" className="mark" />}
        </svg>
    );
}

/** Says that there is nothing here, and what to do next. */
export function EmptyState({ title, text, action, picture = "court", small }: EmptyStateProps) {
    return (
        <div className={small ? "fc-empty small" : "fc-empty"}>
            {!small && <Picture kind={picture} />}
            <p className="fc-empty-title">{title}</p>
            {text && <p className="fc-empty-text">{text}</p>}
            {action && <div className="fc-empty-action">{action}</div>}
        </div>
    );
}
