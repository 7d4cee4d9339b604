import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { Person, sitDown, whoseTurn } from "./store";

const pictures = join(import.meta.dirname, "../../test-results/pictures");

async function picture(page: Page, name: string) {
    await page.screenshot({ path: join(pictures, `${name}.png`), animations: "disabled" });
}

// A run of its own number, so that the journey can be repeated on the same store.
const phone = `139${String(Date.now()).slice(-8)}`;
const name = "沈佳宜";

const needs = [
    ["您打算什么时候用上新车", "这几天就定"],
    ["平时主要怎么用车", "接送家人"],
    ["经常一起乘车的有几位", "三到五位"],
    ["预算大概在什么范围", "10万至15万元"],
    ["动力上考虑哪些", "汽油"],
    ["买车由谁来定", "与家人商量，家人在场"],
] as const;

test("a walk-in is registered, greeted, identified, asked and booked for a test drive", async ({
    browser,
    baseURL,
}) => {
    const login = await whoseTurn(browser, baseURL!);
    const door = await sitDown(browser, baseURL!, "host", "/reception");
    const floor = await sitDown(browser, baseURL!, login, "/");
    // Nothing but the open connection may bring the alert: a mark in the page's memory dies with a reload.
    await floor.page.evaluate(() => Object.assign(window, { unbroken: true }));

    await test.step("the host registers a walk-in with three inputs", async () => {
        const { page } = door;
        const form = page.locator("form").filter({ has: page.getByRole("button", { name: "登记到店" }) });
        await expect(form.getByRole("group")).toHaveCount(3);
        await expect(form.locator("input, textarea, select, [role=combobox]")).toHaveCount(0);
        await form.getByRole("group", { name: "人数" }).getByRole("button", { name: "2" }).click();
        await form.getByRole("group", { name: "来意" }).getByRole("button", { name: "看车" }).click();
        await form.getByRole("group", { name: "渠道" }).getByRole("button", { name: "自然到店" }).click();
        await picture(page, "01_registration");
        const registered = page.waitForResponse((one) => one.url().endsWith("/reception/register_arrival"));
        await form.getByRole("button", { name: "登记到店" }).click();
        expect((await registered).ok()).toBe(true);
        await expect(page.getByRole("article").filter({ hasText: "到店客户" }).first()).toBeVisible();
        await picture(page, "02_showroom");
    });

    const { page } = floor;
    await test.step("the consultant is alerted without a reload, and greets", async () => {
        const alert = page.locator(".fc-alert").filter({ hasText: "请接待" });
        await expect(alert).toBeVisible();
        expect(await page.evaluate(() => "unbroken" in window)).toBe(true);
        await picture(page, "03_alert");
        await alert.getByRole("button", { name: "去处理" }).click();
        await expect(page).toHaveURL(/\/visits\/\d+$/);
        await page.getByRole("button", { name: "我已迎接" }).click();
        await expect(page.getByText("接待中", { exact: true }).first()).toBeVisible();
        await picture(page, "04_greeted");
    });

    await test.step("the host's page shows the greeting without a reload", async () => {
        const visit = page.url().match(/\/visits\/\d+$/)![0];
        const card = door.page.getByRole("article").filter({ has: door.page.locator(`a[href="${visit}"]`) });
        await expect(card).toHaveClass(/greeted/);
    });

    await test.step("the visitor gets a name", async () => {
        await page.getByRole("button", { name: "登记客户身份" }).click();
        const form = page.getByRole("dialog");
        await form.getByLabel("姓名").fill(name);
        await form.getByLabel("手机").fill(phone);
        await picture(page, "05_identity");
        await form.getByRole("button", { name: "登记客户身份" }).click();
        await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    });

    await test.step("a lead is opened and the needs are asked; the grade is shown", async () => {
        await page.getByRole("button", { name: "了解需求" }).click();
        await expect(page).toHaveURL(/\/leads\/\d+\/needs$/);
        for (const [question, answer] of needs) {
            const asked = page.getByRole("group", { name: question });
            await asked.getByRole("button", { name: answer, exact: true }).click();
        }
        await picture(page, "06_needs");
        await page.getByRole("button", { name: "记录需求" }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${name}的意向已评级`);
        await expect(page.getByText("H级", { exact: true })).toBeVisible();
        await picture(page, "07_grade");
        await page.getByRole("button", { name: "查看线索" }).click();
        await expect(page).toHaveURL(/\/leads\/\d+$/);
        await expect(page.getByText("客户需求", { exact: true })).toBeVisible();
        await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
        await expect(page.getByText("H级", { exact: true }).first()).toBeVisible();
        await picture(page, "08_lead");
    });

    await test.step("a test drive is booked for tomorrow", async () => {
        await page.getByRole("button", { name: "预约试驾" }).first().click();
        await expect(page).toHaveURL(/\/showroom\/book/);
        // Tomorrow has free times whatever the hour of the run is.
        await page.goto(`${page.url()}&date=${tomorrow()}`);
        await page.getByRole("group", { name: "试驾哪台车" }).getByRole("button").first().click();
        await page.getByRole("group", { name: "几点开始" }).getByRole("button").first().click();
        await page.getByRole("group", { name: "路线" }).getByRole("button", { name: "城市道路" }).click();
        await picture(page, "09_booking");
        await page.getByRole("button", { name: "预约试驾" }).click();
        await expect(page).toHaveURL(/\/test_drives\/\d+$/);
        await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
        await picture(page, "10_test_drive");
    });

    await door.context.close();
    await floor.context.close();
});

function tomorrow(): string {
    return new Date(Date.now() + 24 * 3_600_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
}

test("the cashier sees who owes what", async ({ browser, baseURL }) => {
    const { context, page } = await sitDown(browser, baseURL!, "cashier", "/cashier");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("收银台");
    const cashier = await Person.signIn(context.request, "cashier");
    const { rows } = await cashier.see<{ rows: { customer_name: string; open: number }[] }>(
        "payments/due_list",
    );
    for (const due of rows.filter((one) => one.open > 0))
        await expect(page.getByText(due.customer_name).first()).toBeVisible();
    await picture(page, "11_cashier");
    await context.close();
});
