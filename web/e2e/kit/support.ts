import { createRequire } from "node:module";
import { test as base, expect, type Page } from "@playwright/test";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Signs in without the sign-in page. */
export async function signIn(page: Page, login = "sales1") {
    await page
        .context()
        .addCookies([{ name: "forecourt_session", value: login, url: "http://127.0.0.1:18491" }]);
}

interface AxeNode {
    target: string[];
    failureSummary: string;
}

/** Every breach of WCAG 2.1 A and AA on the page as it stands. */
export async function breaches(page: Page): Promise<string[]> {
    // The policy forbids added scripts; the test speaks to the browser directly.
    const { readFileSync } = await import("node:fs");
    await page.evaluate(readFileSync(axePath, "utf8"));
    return page.evaluate(async () => {
        const { axe } = window as never as {
            axe: { run: (root: Document, options: object) => Promise<never> };
        };
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
        const { violations } = (await axe.run(document, { runOnly: tags })) as {
            violations: { id: string; nodes: AxeNode[] }[];
        };
        return violations.flatMap(({ id, nodes }) =>
            nodes.map(
                (node) => `${id}: ${node.target.join(" ")} ${node.failureSummary.split("\n")[1] ?? ""}`,
            ),
        );
    });
}

/** A test that also fails when the page complains in the console: errors, and breaches of the policy. */
export const test = base.extend<{ quiet: string[] }>({
    quiet: [
        async ({ page }, use) => {
            const complaints: string[] = [];
            page.on("pageerror", (error) => complaints.push(error.message));
            page.on("console", (message) => {
                // A refused call is part of some tests; the browser reports it as an error of its own.
                if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
                    complaints.push(message.text());
            });
            await use(complaints);
            expect(complaints).toEqual([]);
        },
        { auto: true },
    ],
});
export { expect };
