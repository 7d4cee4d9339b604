import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { readWords } from "../../../tools/words_plugin.ts";
import { eventWords, inWords, spanWords } from "./wording";

beforeAll(async () => {
    await i18next.init({
        lng: "zh",
        keySeparator: false,
        nsSeparator: false,
        resources: {
            zh: {
                translation: {
                    "ui.span.d": "{{n}} 天",
                    "ui.span.h": "{{n}} 小时",
                    "ui.span.m": "{{n}} 分",
                    "ui.span.s": "{{n}} 秒",
                    "event.reception.arrived": "{{name}}一行{{n}}人到店",
                    "ui.standards.event.reception.arrived": "登记客户到店",
                    "event.leads.opened": "建立线索{{number}}",
                    "event.workshop.received": "接车开单 {{number}}，{{plate}}：{{words}}",
                    "event.workshop.checked": "{{number}} 质检通过（{{name}}）",
                },
            },
        },
    });
});

test("a length of time is said in at most two units", () => {
    expect(spanWords(45)).toBe("45 秒");
    expect(spanWords(90)).toBe("1 分 30 秒");
    expect(spanWords(5400)).toBe("1 小时 30 分");
    expect(spanWords(86400 * 2 + 3600 + 60)).toBe("2 天 1 小时");
    expect(spanWords(0)).toBe("0 秒");
    expect(spanWords(null)).toBe("—");
});

test("an event is named without the values of a single case", () => {
    expect(eventWords("leads.opened")).toBe("建立线索");
    expect(eventWords("workshop.received")).toBe("接车开单");
    expect(eventWords("workshop.checked")).toBe("质检通过");
    expect(eventWords("no.such_event")).toBe("no.such_event");
});

test("words of the data follow the page's language and fall back to Chinese", () => {
    expect(inWords({ zh: "迎接", en: "Greeted" })).toBe("迎接");
    expect(inWords(undefined)).toBe("");
});

test("an event with a title is called by it, not by the rest of its sentence", () => {
    expect(eventWords("reception.arrived")).toBe("登记客户到店");
});

test("no milestone of the shipped standards is called by a sentence with holes", () => {
    const root = join(import.meta.dirname, "../../../..");
    const words = readWords([join(root, "words")], "zh");
    const files = readdirSync(join(root, "standards")).filter((name) => name.endsWith(".json"));
    const events = files.flatMap((name) => {
        const standard = JSON.parse(readFileSync(join(root, "standards", name), "utf8"));
        return ((standard.milestones ?? []) as { event: string }[]).map((one) => one.event);
    });
    const holes = events.filter(
        (event) => words[`event.${event}`]?.includes("{{") && !words[`ui.standards.event.${event}`],
    );
    expect(events.length).toBeGreaterThan(30);
    expect(holes).toEqual([]);
});
