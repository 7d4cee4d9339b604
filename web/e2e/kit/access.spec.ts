import { breaches, expect, signIn, test } from "./support";

const pages = [
    "/",
    "/kit",
    "/kit/customers",
    "/kit/customers/3",
    "/kit/deal",
    "/kit/board",
    "/kit/car",
    "/nothing",
];

for (const theme of ["light", "dark"] as const)
    for (const width of [1440, 390]) {
        test.describe(`${theme}, ${width} px`, () => {
            test.use({ colorScheme: theme, viewport: { width, height: 900 } });

            test("everybody can use the sign-in page", async ({ page }) => {
                await page.goto("/sign_in");
                await page.getByRole("button", { name: /总经理/ }).waitFor();
                expect(await breaches(page)).toEqual([]);
            });

            for (const path of pages)
                test(`everybody can use ${path}`, async ({ page }) => {
                    await signIn(page);
                    await page.goto(path);
                    await page.locator("#content > *").first().waitFor();
                    await page.waitForTimeout(700);
                    expect(await breaches(page)).toEqual([]);
                    const overflow = await page.evaluate(
                        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
                    );
                    expect(overflow).toBeLessThanOrEqual(0);
                });

            test("everybody can use a form", async ({ page }) => {
                await signIn(page);
                await page.goto("/kit/customers");
                await page.getByRole("button", { name: "新建客户" }).click();
                await page.getByLabel("手机").fill("123");
                await page.locator("button[type=submit]").click();
                await page.waitForTimeout(600);
                expect(await breaches(page)).toEqual([]);
            });

            test("everybody can use the form of a walk-round", async ({ page }) => {
                await signIn(page);
                await page.goto("/kit/car");
                await page.getByRole("button", { name: "接车" }).click();
                await page.waitForTimeout(600);
                expect(await breaches(page)).toEqual([]);
            });
        });
    }
