import { Input, type InputProps } from "antd";
import { phoneText, plateText } from "@/words/format";

export interface CodeProps extends Pick<InputProps, "id" | "disabled" | "placeholder" | "autoFocus"> {
    value?: string | null;
    onChange?: (value: string) => void;
    "aria-label"?: string;
}

/** A plate. Upper case, no blanks or dots; shown in the colours of its class. Rules live on the server. */
export function PlateInput({ value, onChange, ...rest }: CodeProps) {
    const plate = value ?? "";
    const kind = plate.length === 8 ? "green" : plate.length === 7 ? "blue" : "";
    return (
        <Input
            {...rest}
            value={plate}
            maxLength={10}
            autoComplete="off"
            className="fc-code"
            suffix={kind ? <span className={`fc-plate ${kind}`}>{plateText(plate)}</span> : <span />}
            onChange={(event) => onChange?.(event.target.value.toUpperCase().replace(/[\s·.-]/g, ""))}
        />
    );
}

/** A VIN: upper case, counted up to its 17 places. */
export function VinInput({ value, onChange, ...rest }: CodeProps) {
    const vin = value ?? "";
    return (
        <Input
            {...rest}
            value={vin}
            maxLength={20}
            autoComplete="off"
            spellCheck={false}
            className="fc-code mono"
            suffix={
                <span className={vin.length === 17 ? "fc-places full" : "fc-places"} aria-hidden="true">
                    {vin.length}/17
                </span>
            }
            onChange={(event) => onChange?.(event.target.value.toUpperCase().replace(/[\s-]/g, ""))}
        />
    );
}

/** A phone number: shown in groups, kept as digits. Numbers masked by the server keep their stars. */
export function PhoneInput({ value, onChange, ...rest }: CodeProps) {
    return (
        <Input
            {...rest}
            value={phoneText(value ?? "")}
            inputMode="tel"
            autoComplete="off"
            maxLength={20}
            className="fc-code"
            onChange={(event) => onChange?.(event.target.value.replace(/[^\d+*]/g, ""))}
        />
    );
}
