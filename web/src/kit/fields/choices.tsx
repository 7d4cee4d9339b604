import { Radio, Select } from "antd";
import { useTranslation } from "react-i18next";

export interface Option {
    value: string | number;
    label: React.ReactNode;
    /** A second line of explanation. */
    detail?: React.ReactNode;
    disabled?: boolean;
}

export interface ChoiceProps {
    options: Option[];
    value?: string | number | null;
    onChange?: (value: string | number | undefined) => void;
    id?: string;
    disabled?: boolean;
    /** May be left open: pressing the chosen one again clears it. */
    optional?: boolean;
    "aria-label"?: string;
}

/** One of a few: all in sight up to five, a list beyond. */
export function Choice({ options, value, onChange, id, disabled, optional, ...rest }: ChoiceProps) {
    const { t } = useTranslation();
    if (options.length > 5)
        return (
            <Select
                {...rest}
                id={id}
                className="fc-wide"
                disabled={disabled}
                value={value ?? undefined}
                allowClear={optional}
                showSearch={{ optionFilterProp: "label" }}
                placeholder={t("ui.form.choose")}
                options={options.map(({ value: one, label, disabled: off }) => ({
                    value: one,
                    label,
                    disabled: off,
                }))}
                onChange={(next) => onChange?.(next ?? undefined)}
            />
        );
    return (
        <Radio.Group
            {...rest}
            id={id}
            className="fc-choice"
            disabled={disabled}
            value={value ?? undefined}
            onChange={(event) => onChange?.(event.target.value)}
        >
            {options.map((option) => (
                <Radio.Button
                    key={option.value}
                    value={option.value}
                    disabled={option.disabled}
                    onClick={() => {
                        if (optional && option.value === value) onChange?.(undefined);
                    }}
                >
                    {option.label}
                </Radio.Button>
            ))}
        </Radio.Group>
    );
}
