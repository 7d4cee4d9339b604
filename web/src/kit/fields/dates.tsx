import { DatePicker } from "antd";
import dayjs from "dayjs";
import { instantOfStoreTime, storeTime } from "@/words/format";

export interface DateProps {
    value?: string | null;
    onChange?: (value: string | undefined) => void;
    id?: string;
    disabled?: boolean;
    placeholder?: string;
    "aria-label"?: string;
}

/** A calendar day, kept as YYYY-MM-DD. */
export function DateInput({ value, onChange, ...rest }: DateProps) {
    return (
        <DatePicker
            {...rest}
            className="fc-wide"
            value={value ? dayjs(value) : null}
            format="YYYY-MM-DD"
            onChange={(date) => onChange?.(date ? date.format("YYYY-MM-DD") : undefined)}
        />
    );
}

/** A point in time, typed on the store's clock whatever zone the device is set to; kept as an ISO instant. */
export function InstantInput({ value, onChange, ...rest }: DateProps) {
    return (
        <DatePicker
            {...rest}
            className="fc-wide"
            value={value ? dayjs(storeTime(value).format("YYYY-MM-DDTHH:mm:ss")) : null}
            format="YYYY-MM-DD HH:mm"
            showTime={{ format: "HH:mm", minuteStep: 5 }}
            needConfirm={false}
            onChange={(date) =>
                onChange?.(date ? instantOfStoreTime(date.format("YYYY-MM-DD HH:mm")) : undefined)
            }
        />
    );
}
