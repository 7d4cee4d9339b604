import { SearchOutlined } from "@ant-design/icons";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useView } from "@/kit/useView";
import { useIsPhone } from "@/kit/useWidth";
import { firstWord } from "@/words/i18n";
import { isShown, linkOf, navItems } from "./registry";
import { useSession } from "./session";

interface Hit {
    object_type: string;
    object_id: number;
    title: string;
    subtitle?: string;
    link?: string;
}

interface Choice {
    key: string;
    group: string;
    title: string;
    subtitle?: string;
    to: string;
}

function useDelayed(value: string, ms: number): string {
    const [delayed, setDelayed] = useState(value);
    useEffect(() => {
        const timer = setTimeout(() => setDelayed(value), ms);
        return () => clearTimeout(timer);
    }, [value, ms]);
    return delayed;
}

function useChoices(text: string) {
    const { t } = useTranslation();
    const { may } = useSession();
    const query = useDelayed(text.trim(), 160);
    const { data, isFetching } = useView("search.find", { q: query }, { enabled: query.length >= 2 });
    const choices = useMemo<Choice[]>(() => {
        const wanted = text.trim().toLowerCase();
        if (wanted === "") return [];
        const pages = [{ key: "nav.today", path: "/" }, ...navItems.filter((item) => isShown(item, may))]
            .map((item) => ({ to: item.path, title: t(item.key) }))
            .filter((item) => item.title.toLowerCase().includes(wanted))
            .map((item) => ({ ...item, key: item.to, group: t("ui.search.pages") }));
        const hits: Hit[] = wanted.length >= 2 && query === text.trim() ? (data?.hits ?? []) : [];
        const found = hits.map((hit) => ({
            key: `${hit.object_type}/${hit.object_id}`,
            group: firstWord([`object.${hit.object_type}`, hit.object_type]),
            title: hit.title,
            subtitle: hit.subtitle,
            to: hit.link || (linkOf(hit.object_type, hit.object_id) ?? "/"),
        }));
        return [...found, ...pages.slice(0, 5)];
    }, [text, query, data, may, t]);
    const settled = text.trim().length < 2 || (query === text.trim() && !isFetching);
    return { choices, settled };
}

/** The one search: "/" from anywhere, type what you have (plate, VIN end, phone end, name, number), Enter. */
export function GlobalSearch() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const input = useRef<HTMLInputElement>(null);
    const phone = useIsPhone();
    const listId = useId();
    const [text, setText] = useState("");
    const [open, setOpen] = useState(false);
    const [active, setActive] = useState(0);
    const { choices, settled } = useChoices(text);

    useEffect(() => {
        const onKey = (event: globalThis.KeyboardEvent) => {
            const target = event.target as HTMLElement;
            const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
            const shortcut = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey;
            const palette = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
            if (!shortcut && !palette) return;
            event.preventDefault();
            input.current?.focus();
            input.current?.select();
        };
        window.addEventListener("keydown", onKey);
        return () => window.removeEventListener("keydown", onKey);
    }, []);

    const go = (choice: Choice | undefined) => {
        if (!choice) return;
        setOpen(false);
        setText("");
        input.current?.blur();
        navigate(choice.to);
    };
    const onKeyDown = (event: KeyboardEvent) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            const step = event.key === "ArrowDown" ? 1 : -1;
            setActive((at) => (choices.length ? (at + step + choices.length) % choices.length : 0));
        } else if (event.key === "Enter") go(choices[active]);
        else if (event.key === "Escape") {
            setOpen(false);
            input.current?.blur();
        }
    };
    const shown = open && text.trim() !== "";
    return (
        <search className="fc-search">
            <SearchOutlined className="fc-search-icon" />
            <input
                ref={input}
                role="combobox"
                aria-expanded={shown}
                aria-controls={listId}
                aria-label={t("ui.search.label")}
                aria-activedescendant={shown && choices[active] ? `${listId}-${active}` : undefined}
                placeholder={t(phone ? "ui.search.short" : "ui.search.placeholder")}
                value={text}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => {
                    setText(event.target.value);
                    setActive(0);
                    setOpen(true);
                }}
                onFocus={() => setOpen(true)}
                onBlur={() => setOpen(false)}
                onKeyDown={onKeyDown}
            />
            <span className="fc-key">/</span>
            {shown && (
                <div
                    className="fc-search-list"
                    id={listId}
                    role="listbox"
                    aria-label={t("ui.search.results")}
                >
                    {choices.map((choice, index) => (
                        <div key={choice.key} role="presentation">
                            {choice.group !== choices[index - 1]?.group && (
                                <div className="fc-search-group" role="presentation">
                                    {choice.group}
                                </div>
                            )}
                            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the input */}
                            <div
                                id={`${listId}-${index}`}
                                role="option"
                                tabIndex={-1}
                                aria-selected={index === active}
                                className="fc-search-hit"
                                onMouseDown={(event) => event.preventDefault()}
                                onMouseEnter={() => setActive(index)}
                                onClick={() => go(choice)}
                            >
                                <span className="fc-search-title">{choice.title}</span>
                                {choice.subtitle && <span className="fc-search-sub">{choice.subtitle}</span>}
                            </div>
                        </div>
                    ))}
                    {choices.length === 0 && (
                        <div className="fc-search-none">
                            {t(settled ? "ui.search.nothing" : "ui.loading")}
                        </div>
                    )}
                </div>
            )}
        </search>
    );
}
