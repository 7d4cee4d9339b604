import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { QuantityInput } from "@/kit";
import type { ListItem } from "./types";

const photos = ["never", "optional", "required"] as const;

function Buttons({
    name,
    first,
    last,
    move,
    remove,
}: {
    name: string;
    first: boolean;
    last: boolean;
    move: (by: number) => void;
    remove: () => void;
}) {
    const { t } = useTranslation();
    return (
        <span className="li-buttons">
            <Button
                type="text"
                size="small"
                aria-label={`${t("ui.standards.up")} ${name}`}
                icon={<ArrowUpOutlined />}
                disabled={first}
                onClick={() => move(-1)}
            />
            <Button
                type="text"
                size="small"
                aria-label={`${t("ui.standards.down")} ${name}`}
                icon={<ArrowDownOutlined />}
                disabled={last}
                onClick={() => move(1)}
            />
            <Button
                type="text"
                size="small"
                danger
                aria-label={`${t("ui.lists.remove")} ${name}`}
                icon={<DeleteOutlined />}
                onClick={remove}
            />
        </span>
    );
}

/** A measure with its unit and limits; the limits themselves are still good. */
function MeasureFields({ one, set }: { one: ListItem; set: (change: Partial<ListItem>) => void }) {
    const { t } = useTranslation();
    const rule = one.measure;
    const change = (part: Partial<NonNullable<ListItem["measure"]>>) =>
        set({ measure: { ...(rule ?? { unit: "" }), ...part } });
    return (
        <span className="li-measure">
            <Checkbox
                checked={!!rule}
                onChange={(event) => set({ measure: event.target.checked ? { unit: "" } : null })}
            >
                {t("field.measured")}
            </Checkbox>
            {rule && (
                <>
                    <QuantityInput
                        aria-label={t("field.lower")}
                        placeholder={t("field.lower")}
                        value={rule.lower}
                        onChange={(lower) => change({ lower: lower ?? null })}
                    />
                    <span aria-hidden="true">–</span>
                    <QuantityInput
                        aria-label={t("field.upper")}
                        placeholder={t("field.upper")}
                        value={rule.upper}
                        onChange={(upper) => change({ upper: upper ?? null })}
                    />
                    <Input
                        className="li-unit"
                        aria-label={t("field.unit")}
                        placeholder={t("field.unit")}
                        value={rule.unit}
                        onChange={(event) => change({ unit: event.target.value })}
                    />
                </>
            )}
        </span>
    );
}

/** A name for a new item that no other has. */
export function freshItemName(items: ListItem[]): string {
    const names = new Set(items.map((one) => one.name));
    let n = items.length + 1;
    while (names.has(`item_${n}`)) n += 1;
    return `item_${n}`;
}

/** The items of a draft, each open for change. */
export function ItemEditor({
    items,
    onChange,
}: {
    items: ListItem[];
    onChange: (items: ListItem[]) => void;
}) {
    const { t } = useTranslation();
    const moved = (from: number, by: number) => {
        const next = [...items];
        const [one] = next.splice(from, 1);
        next.splice(from + by, 0, one!);
        onChange(next);
    };
    return (
        <ol className="li-edit">
            {items.map((one, index) => {
                const set = (change: Partial<ListItem>) =>
                    onChange(items.map((other, at) => (at === index ? { ...other, ...change } : other)));
                return (
                    <li key={one.name}>
                        <span className="li-number">{index + 1}</span>
                        <div className="li-texts">
                            <Input
                                aria-label={`${t("field.item")} ${index + 1}`}
                                placeholder={t("ui.lists.item_placeholder")}
                                value={one.text.zh}
                                onChange={(event) => set({ text: { ...one.text, zh: event.target.value } })}
                            />
                            <Input
                                className="li-english"
                                aria-label={`${t("field.item")} ${index + 1} English`}
                                placeholder="English"
                                value={one.text.en}
                                onChange={(event) => set({ text: { ...one.text, en: event.target.value } })}
                            />
                        </div>
                        <div className="li-proof">
                            <Select
                                aria-label={`${t("field.photo")} ${index + 1}`}
                                value={one.photo}
                                popupMatchSelectWidth={false}
                                options={photos.map((rule) => ({
                                    value: rule,
                                    label: t(`PhotoRule.${rule}`),
                                }))}
                                onChange={(photo) => set({ photo })}
                            />
                            <MeasureFields one={one} set={set} />
                        </div>
                        <Buttons
                            name={one.text.zh}
                            first={index === 0}
                            last={index === items.length - 1}
                            move={(by) => moved(index, by)}
                            remove={() => onChange(items.filter((_, at) => at !== index))}
                        />
                    </li>
                );
            })}
            <li className="li-add">
                <Button
                    block
                    type="dashed"
                    onClick={() =>
                        onChange([
                            ...items,
                            {
                                name: freshItemName(items),
                                text: { zh: "", en: "" },
                                photo: "never",
                                measure: null,
                            },
                        ])
                    }
                >
                    {t("ui.lists.add")}
                </Button>
            </li>
        </ol>
    );
}
