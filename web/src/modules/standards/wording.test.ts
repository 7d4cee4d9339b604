import { beforeAll, expect, test } from "vitest";
import { startWords } from "@/words/i18n";
import { eventWords, inWords, spanWords } from "./wording";

beforeAll(() => startWords("zh"));

test("a length of time is said in at most two units", () => {
    expect(spanWords(45)).toBe("45 秒");
    expect(spanWords(90)).toBe("1 分 30 秒");
    expect(spanWords(5400)).toBe("1 小时 30 分");
    expect(spanWords(86400 * 2 + 3600 + 60)).toBe("2 天 1 小时");
    expect(spanWords(0)).toBe("0 秒");
    expect(spanWords(null)).toBe("—");
});

test("an event is named without the values of a single case", () => {
    expect(eventWords("reception.visit_ended")).not.toMatch(/[{}]/);
    expect(eventWords("leads.opened")).toBe("建立线索");
    expect(eventWords("no.such_event")).toBe("no.such_event");
});

test("words of the data follow the page's language and fall back to Chinese", () => {
    expect(inWords({ zh: "迎接", en: "Greeted" })).toBe("迎接");
    expect(inWords(undefined)).toBe("");
});
