import { expect, signIn, test } from "./support";

test("a role of the demonstration signs in with one press, and out again", async ({ page }) => {
    await page.goto("/kit/deal");
    await expect(page).toHaveURL(/sign_in\?to=%2Fkit%2Fdeal/);
    await page.getByRole("button", { name: /销售顾问/ }).click();
    await expect(page).toHaveURL(/\/kit\/deal$/);
    await page.getByRole("button", { name: /王晓雯 的菜单/ }).click();
    await page.getByRole("menuitem", { name: "退出登录" }).click();
    await expect(page).toHaveURL(/sign_in/);
});

test("what hangs from the top bar stays by its button while the page is scrolled", async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 600 });
    await signIn(page);
    await page.goto("/kit/deal");
    await page.getByRole("button", { name: /的菜单/ }).click();
    const item = page.getByRole("menuitem", { name: "退出登录" });
    await item.click({ trial: true });
    // In one moment: a menu that is put back a little later slips away from under the pointer.
    const moved = await item.evaluate((element) => {
        const before = element.getBoundingClientRect().y;
        window.scrollTo(0, 150);
        return [window.scrollY, element.getBoundingClientRect().y - before];
    });
    expect(moved).toEqual([150, 0]);
});

test("a page opens at its head, and back is where one was", async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 600 });
    await signIn(page);
    await page.goto("/kit/deal");
    await page.getByRole("heading", { level: 2, name: "购车计划" }).waitFor();
    await page.evaluate(() => window.scrollTo(0, 150));
    await page.getByRole("link", { name: "组件" }).click();
    await page.getByRole("heading", { level: 1, name: "组件" }).waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await page.goBack();
    await page.getByRole("heading", { level: 2, name: "购车计划" }).waitFor();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(150);
});

// security 28
test("a wrong password is refused in a sentence, and no foreign address is followed", async ({
    page,
    baseURL,
}) => {
    await page.goto("/sign_in?to=//evil.example");
    await page.getByLabel("用户名").fill("gm");
    await page.getByLabel("密码", { exact: true }).fill("wrong");
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await expect(page.getByRole("alert")).toContainText("用户名或密码不对");
    await page.getByLabel("密码", { exact: true }).fill("demo");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`${baseURL}/`);
});

test("the slash key searches from anywhere, arrows and Enter open", async ({ page }) => {
    await signIn(page);
    await page.goto("/kit/deal");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("浙AD");
    await expect(page.getByRole("option").first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/kit\/customers\/\d+$/);
    await expect(page.getByRole("combobox")).toHaveValue("");
});

test("an alert comes in without reload and leads to its page", async ({ page, request }) => {
    await signIn(page);
    await page.goto("/kit/board");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForTimeout(500);
    await request.post("/api/mock/live", {
        data: {
            name: "alert",
            data: {
                title_key: "mock.alert.arrival",
                params: { name: "林小姐" },
                link: "/kit/deal",
                level: "urgent",
            },
        },
    });
    const alert = page.locator(".fc-alert");
    await expect(alert).toContainText("您的客户 林小姐 已到店");
    // It lies on none of the bar's buttons, nor where a page has its first ones or a drawer opens.
    await page.getByRole("button", { name: "切换到英文" }).click({ trial: true });
    const head = (await page.getByRole("heading", { level: 1 }).boundingBox())!;
    const lies = (await alert.boundingBox())!;
    expect(lies.y).toBeGreaterThan(head.y + head.height);
    expect(lies.x + lies.width).toBeLessThan(page.viewportSize()!.width / 2);
    await alert.getByRole("button", { name: "去处理" }).click();
    await expect(page).toHaveURL(/\/kit\/deal$/);
    await expect(alert).toHaveCount(0);
});

test("language and theme change at once and stay", async ({ page }) => {
    await signIn(page);
    await page.goto("/");
    await page.getByRole("button", { name: "切换到英文" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/Good|Hello|Working/);
    await page.getByRole("button", { name: "Switch to dark" }).click();
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("on a phone the menu holds the navigation, and language and theme", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn(page);
    await page.goto("/");
    await page.getByRole("button", { name: "菜单", exact: true }).click();
    await page.getByRole("link", { name: "看板" }).click();
    await expect(page).toHaveURL(/\/kit\/board$/);
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.getByRole("button", { name: /的菜单/ }).click();
    await page.getByRole("menuitem", { name: "切换到深色" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
