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
    for (const width of [1440, 390])
        test.describe(`everybody can use, ${theme}, ${width} px,`, () => {
            test.use({ colorScheme: theme, viewport: { width, height: 900 } });
            test.describe.configure({ timeout: 180_000 });

            test("the sign-in page", async ({ page }) => {
                await page.goto("/sign_in");
                await page.getByRole("button", { name: /总经理/ }).waitFor();
                expect(await breaches(page)).toEqual([]);
            });

            test("the pages", async ({ page }) => {
                await signIn(page);
                for (const path of pages) {
                    await page.goto(path);
                    await page.locator("#content > *").first().waitFor();
                    await page.waitForTimeout(600);
                    expect.soft(await breaches(page), path).toEqual([]);
                    const overflow = await page.evaluate(
                        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
                    );
                    expect.soft(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
                }
            });

            test("the forms", async ({ page }) => {
                await signIn(page);
                await page.goto("/kit/customers");
                await page.getByRole("button", { name: "新建客户" }).click();
                await page.getByLabel("手机").fill("123");
                await page.locator("button[type=submit]").click();
                await page.getByText("请填写姓名").waitFor();
                await page.waitForTimeout(400);
                expect.soft(await breaches(page), "a form with a complaint").toEqual([]);
                await page.goto("/kit/car");
                await page.getByRole("button", { name: "接车" }).click();
                await page.getByRole("dialog").waitFor();
                await page.waitForTimeout(400);
                expect.soft(await breaches(page), "the walk-round").toEqual([]);
            });
        });
