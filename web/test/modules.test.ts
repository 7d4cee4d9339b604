import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const folder = join(import.meta.dirname, "../src/modules");
const indexes = readdirSync(folder)
    .map((name) => join(folder, name, "index.tsx"))
    .filter((path) => existsSync(path));

/** What a module's index takes in at once: the sign-in page loads all of it. */
function heavyImports(text: string): string[] {
    const light = /^(@\/app\/module|@ant-design\/icons|react|react-router)$/;
    return [...text.matchAll(/^import\s+(type\s)?[^;]*?from\s+"([^"]+)"/gms)]
        .filter((match) => !match[1] && !light.test(match[2]!))
        .map((match) => match[2]!);
}

describe("a module's index", () => {
    it("is seen to be heavy when it is", () => {
        const text =
            'import { lazy } from "react";\nimport { Card } from "@/kit";\nimport type { A } from "./a";\n';
        expect(heavyImports(text)).toEqual(["@/kit"]);
    });

    it("is light in every module: pages and cards come lazily", () => {
        const heavy = indexes.map((path) => [
            path.slice(folder.length + 1),
            heavyImports(readFileSync(path, "utf8")),
        ]);
        expect(heavy.filter(([, names]) => names!.length > 0)).toEqual([]);
    });
});
