import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readWords } from "../tools/words_plugin.ts";
import { literalsIn } from "./literals.ts";

const root = join(import.meta.dirname, "..");
const zh = readWords([join(root, "../words")], "zh");
const en = readWords([join(root, "../words")], "en");

function sources(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return sources(path);
        return /\.tsx?$/.test(path) && !/\.(test|generated)\./.test(path) ? [path] : [];
    });
}

describe("words", () => {
    it("say everything in both languages", () => {
        expect(Object.keys(zh).filter((key) => !(key in en))).toEqual([]);
        expect(Object.keys(en).filter((key) => !(key in zh))).toEqual([]);
        expect(Object.entries(zh).filter(([, text]) => text.trim() === "")).toEqual([]);
    });

    it("stand in one place each", () => {
        const folder = mkdtempSync(join(tmpdir(), "words-"));
        writeFileSync(join(folder, "a.json"), '{"field.x": {"zh": "甲", "en": "A"}}');
        writeFileSync(join(folder, "b.json"), '{"field.x": {"zh": "乙", "en": "B"}}');
        expect(() => readWords([folder], "zh")).toThrow(/field\.x stands in two places/);
    });

    it("the reader of literals finds what pages use", () => {
        const found = literalsIn(
            // biome-ignore lint/suspicious/noTemplateCurlyInString: a page's own template
            "t('a.b'); t(\"c.d\", {}); t(`E.${x}`); <ListPage view=\"m.list\" columns={['one', { field: 'x' }]} />",
        );
        expect(found.keys).toEqual(["a.b", "c.d", "field.one"]);
        expect(found.prefixes).toEqual(["E."]);
    });

    it.each(
        sources(join(root, "src")).map((path) => [path.slice(root.length + 1), path]),
    )("used in %s exist", (_name, path) => {
        const { keys, prefixes } = literalsIn(readFileSync(path, "utf8"));
        expect(keys.filter((key) => !(key in zh))).toEqual([]);
        expect(prefixes.filter((start) => !Object.keys(zh).some((key) => key.startsWith(start)))).toEqual([]);
    });
});
