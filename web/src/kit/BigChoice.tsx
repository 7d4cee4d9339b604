import "@/styles/work.css";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface BigOption<Value extends string | number> {
    value: Value;
    label: ReactNode;
    icon?: ReactNode;
    detail?: ReactNode;
}

export interface BigChoiceProps<Value extends string | number> {
    /** What is asked; also the group's name for those who hear the page. */
    label: ReactNode;
    options: BigOption<Value>[];
    value: Value | undefined;
    onChange: (value: Value) => void;
    /** Tiles beside each other; default: as many as fit. */
    columns?: number;
    disabled?: boolean;
}

/**
 * One of a few as large tiles, for what is asked standing up: a finger hits them, the keys 1 to 9 are not
 * needed.
 */
export function BigChoice<Value extends string | number>(props: BigChoiceProps<Value>) {
    const style = props.columns
        ? { gridTemplateColumns: `repeat(${props.columns}, minmax(0, 1fr))` }
        : undefined;
    return (
        <fieldset className="fc-big" disabled={props.disabled}>
            <legend>{props.label}</legend>
            <div className="fc-big-tiles" style={style}>
                {props.options.map((one) => (
                    <button
                        key={one.value}
                        type="button"
                        aria-pressed={one.value === props.value}
                        onClick={() => props.onChange(one.value)}
                    >
                        {one.icon}
                        <span>{one.label}</span>
                        {one.detail && <small>{one.detail}</small>}
                    </button>
                ))}
            </div>
        </fieldset>
    );
}

/** The values of an enum as tiles, in the words of its type. */
export function useEnumOptions<Value extends string>(type: string, values: readonly Value[]) {
    const { t } = useTranslation();
    return values.map((value) => ({ value, label: String(t(`${type}.${value}` as string)) }));
}
