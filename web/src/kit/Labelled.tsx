import "@/styles/work.css";
import { type ReactNode, useId } from "react";

export interface LabelledProps {
    label: ReactNode;
    className?: string;
    /** What is wrong with the value: `register.problem?.at("phone")`. */
    wrong?: string;
    /** The input, with the id its label points to. */
    children: (id: string) => ReactNode;
}

/** A label above an input that stands outside of a form of the kit. */
export function Labelled({ label, className = "", wrong, children }: LabelledProps) {
    const id = useId();
    return (
        <div className={`fc-labelled ${wrong ? "wrong" : ""} ${className}`}>
            <label htmlFor={id}>{label}</label>
            {children(id)}
            {wrong && (
                <p role="alert" className="fc-wrong">
                    {wrong}
                </p>
            )}
        </div>
    );
}
