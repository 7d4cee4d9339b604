import { expect, type Page, test } from "@playwright/test";
import { sitDown } from "./store";

// Roles in the order in which they are asked for the pages nobody before them could see.
const people = [
    "gm",
    "sales1",
    "host",
    "advisor1",
    "tech1",
    "foreman",
    "inspector",
    "parts",
    "cashier",
].concat(["finance", "delivery", "care", "hr", "admin"]);

/** What nobody should ever read: the key of a word, or a value that was not put into words. */
const raw = /\b(ui|field|nav|event|refusal|object|view|value|alert)\.[a-z_]+[a-z_.]*|undefined|NaN|\[object /;

async function complaints(page: Page, path: string): Promise<string[]> {
    const said: string[] = [];
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await expect(page.locator(".ant-skeleton")).toHaveCount(0);
    const text = await page.locator("body").innerText();
    const found = raw.exec(text);
    if (found) said.push(`${path}: reads "${found[0]}"`);
    if (await page.locator('[role="alert"] .fc-empty-picture').count()) said.push(`${path}: shows a problem`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 1) said.push(`${path}: ${wide} px wider than the screen`);
    return said;
}

/** Every page of everybody's navigation, and from each list the first record: in words, on any screen. */
test("every page opens for whoever may see it, in words and within the screen", async ({
    browser,
    baseURL,
}) => {
    const seen = new Set<string>();
    const said: string[] = [];
    for (const login of people) {
        const { context, page } = await sitDown(browser, baseURL!, login, "/");
        page.on("pageerror", (error) => said.push(`${login} ${page.url()}: ${error.message}`));
        const links = await page
            .locator("nav a[href^='/']")
            .evaluateAll((all) => all.map((one) => one.getAttribute("href")!));
        for (const path of links.filter((one) => !seen.has(one))) {
            seen.add(path);
            await page.setViewportSize({ width: 1440, height: 900 });
            said.push(...(await complaints(page, path)));
            const record = await page
                .locator("main a[href^='/']")
                .evaluateAll((all) =>
                    all.map((one) => one.getAttribute("href")!).find((one) => /\/\d+$/.test(one)),
                );
            await page.setViewportSize({ width: 390, height: 844 });
            said.push(...(await complaints(page, path)));
            const kind = record?.replace(/\/\d+$/, "");
            if (!record || seen.has(kind!)) continue;
            seen.add(kind!);
            said.push(...(await complaints(page, record)));
            await page.setViewportSize({ width: 1440, height: 900 });
            said.push(...(await complaints(page, record)));
        }
        await context.close();
    }
    expect(said).toEqual([]);
    expect(seen.size).toBeGreaterThan(50);
});
