import { MoreOutlined } from "@ant-design/icons";
import { Button, Dropdown, Tooltip } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type FieldSpec, findAction } from "@/api/contract";
import { ActionButton, type ActionButtonProps, useOpenAction } from "./ActionButton";
import { useIsPhone } from "./useWidth";

export interface AllowedAction {
    name: string;
    refused_because?: string | null;
    /** What the sentence of the refusal needs: how many, until when. */
    refused_details?: { name: string; value: string }[] | null;
}

/**
 * How one action of a record is offered; all of `ActionButton`'s settings, or `hidden`, or an own handler.
 */
export interface AllowedActionConfig extends Partial<Omit<ActionButtonProps, "action">> {
    hidden?: boolean;
    /** Instead of the form: go to another page, open an own window. */
    onPress?: () => void;
}

export interface AllowedActionsProps {
    /** From the record view. The first that is allowed becomes the one strong button. */
    actions: AllowedAction[] | undefined;
    /** The record: its id and version are filled into every action that asks for them. */
    object: { type: string; id: number };
    version?: number;
    config?: Record<string, AllowedActionConfig>;
    /** No button is the strong one: there is nothing that waits to be done here. */
    calm?: boolean;
    /**
     * The action that should come next: the strong button, also while it is refused, with the reason under
     * it. No button is strong when it is not offered: then it is somebody else's turn.
     */
    next?: string;
    /** How many buttons stand beside the strong one before the rest goes into a menu (default 3, phone 0). */
    besides?: number;
}

/** What an action needs to know about the record it is offered on. */
export function fixedFor(
    action: string,
    object: { type: string; id: number },
    version: number | undefined,
): Record<string, unknown> {
    const fixed: Record<string, unknown> = {};
    const points = (spec: FieldSpec) =>
        spec.kind === "id" && (spec.object === object.type || spec.name === `${object.type}_id`);
    const input = findAction(action)?.input ?? [];
    const own = input.find((spec) => spec.name === `${object.type}_id`) ?? input.find(points);
    if (own) fixed[own.name] = object.id;
    if (version !== undefined && input.some((spec) => spec.name === "version")) fixed.version = version;
    return fixed;
}

function useReason() {
    const { t, i18n } = useTranslation();
    return ({ refused_because: code, refused_details }: AllowedAction) => {
        if (!code) return null;
        // A value that is itself a word (a verdict, a role) is told in words, as in an answer's problem.
        const told = (name: string, value: string) =>
            i18n.exists(`value.${name}.${value}`) ? t(`value.${name}.${value}`) : value;
        const details = Object.fromEntries(
            (refused_details ?? []).map((one) => [one.name, told(one.name, one.value)]),
        );
        return i18n.exists(`refusal.${code}`) ? t(`refusal.${code}`, details) : code;
    };
}

/** Opened from the menu: mounts the action's form, or runs it, and reports when it is over. */
function FromMenu({ props, onOver }: { props: ActionButtonProps; onOver: () => void }) {
    const { start, form } = useOpenAction({
        ...props,
        onDone: (answer, input) => {
            props.onDone?.(answer, input);
            onOver();
        },
    });
    const started = useRef(false);
    useEffect(() => {
        if (started.current) return;
        started.current = true;
        start();
    });
    return form;
}

/**
 * What can be done with a record: the first allowed action as the strong button, some beside it, the others
 * in a menu; refused ones stay in sight and say why, also when nothing at all can be done.
 */
export function AllowedActions({
    actions,
    object,
    version,
    config = {},
    calm,
    next,
    besides,
}: AllowedActionsProps) {
    const { t } = useTranslation();
    const phone = useIsPhone();
    const reason = useReason();
    const [opened, setOpened] = useState<{ props: ActionButtonProps; round: number }>();
    const offered = (actions ?? []).filter((one) => !config[one.name]?.hidden);
    const reasons = new Set(offered.map((one) => one.refused_because));
    const nothing = offered.every((one) => one.refused_because);
    // A record that is over says the one reason for everything, and its state is that reason already.
    if (nothing && reasons.size < 2 && !offered.some((one) => one.name === next)) return null;
    // What cannot be taken back is never what comes first.
    const first =
        offered.find((one) => one.name === next) ??
        offered.find((one) => !one.refused_because && !config[one.name]?.danger);
    const isStrong = !calm && (next === undefined || first?.name === next);
    const others = offered.filter((one) => one !== first);
    const room = besides ?? (phone ? 0 : 3);
    // Where not all fit, what can be done has the room; what can not says why in the menu.
    const beside =
        others.length <= room
            ? others
            : others.filter((one) => !one.refused_because).slice(0, Math.max(0, room - 1));
    const rest = others.filter((one) => !beside.includes(one));

    const propsOf = (one: AllowedAction): ActionButtonProps => {
        const own = config[one.name] ?? {};
        return {
            ...own,
            action: one.name,
            fixed: { ...fixedFor(one.name, object, version), ...own.fixed },
            refusedBecause: reason(one),
        };
    };
    const button = (one: AllowedAction, strong: boolean) => {
        const { onPress } = config[one.name] ?? {};
        const props = propsOf(one);
        if (!onPress) return <ActionButton key={one.name} {...props} strong={strong} />;
        return (
            <Tooltip key={one.name} title={props.refusedBecause}>
                <Button
                    type={strong ? "primary" : "default"}
                    icon={props.icon}
                    disabled={!!props.refusedBecause}
                    onClick={onPress}
                >
                    {props.label ?? t(one.name)}
                </Button>
            </Tooltip>
        );
    };
    const press = (name: string) => {
        const one = rest.find((other) => other.name === name)!;
        const { onPress } = config[name] ?? {};
        if (onPress) onPress();
        else setOpened((before) => ({ props: propsOf(one), round: (before?.round ?? 0) + 1 }));
    };
    const items = rest.map((one) => {
        const props = propsOf(one);
        return {
            key: one.name,
            icon: props.icon,
            danger: props.danger,
            disabled: !!props.refusedBecause,
            label: (
                <span className="fc-menu-action">
                    {props.label ?? t(one.name)}
                    {props.refusedBecause && <small>{props.refusedBecause}</small>}
                </span>
            ),
        };
    });
    const whyNot = first && reason(first);
    return (
        <div className="fc-actions">
            {first && button(first, isStrong)}
            {beside.map((one) => button(one, false))}
            {rest.length > 0 && (
                <Dropdown
                    menu={{ items, onClick: ({ key }) => press(key) }}
                    trigger={["click"]}
                    placement="bottomRight"
                >
                    <Button icon={<MoreOutlined />} aria-label={t("ui.more_actions")} />
                </Dropdown>
            )}
            {whyNot && <small className="fc-why-not">{whyNot}</small>}
            {opened && (
                <FromMenu key={opened.round} props={opened.props} onOver={() => setOpened(undefined)} />
            )}
        </div>
    );
}
