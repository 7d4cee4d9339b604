import { expect, test } from "@playwright/test";
import { day, panel, picture, press, type Store, typeDate, type Way, whoseTurn } from "./store";

const needs = [
    ["您打算什么时候用上新车", "这几天就定"],
    ["平时主要怎么用车", "接送家人"],
    ["经常一起乘车的有几位", "三到五位"],
    ["预算大概在什么范围", "10万至15万元"],
    ["动力上考虑哪些", "汽油"],
    ["买车由谁来定", "与家人商量，家人在场"],
] as const;

/** From the door to the graded lead with its next contact. */
export async function door(store: Store, way: Way) {
    way.consultant = await whoseTurn(store);
    const host = await store.sitDown("host", "/reception");
    const page = await store.sitDown(way.consultant, "/");
    // Nothing but the open connection may bring the alert: a mark in the page's memory dies with a reload.
    await page.evaluate(() => Object.assign(window, { unbroken: true }));

    await test.step("the host registers a walk-in with three inputs", async () => {
        const form = host.locator("form").filter({ has: host.getByRole("button", { name: "登记到店" }) });
        await expect(form.getByRole("group")).toHaveCount(3);
        await expect(form.locator("input, textarea, select, [role=combobox]")).toHaveCount(0);
        await form.getByRole("group", { name: "人数" }).getByRole("button", { name: "2" }).click();
        await form.getByRole("group", { name: "来意" }).getByRole("button", { name: "看车" }).click();
        await form.getByRole("group", { name: "渠道" }).getByRole("button", { name: "自然到店" }).click();
        await picture(host, "101_registration");
        const registered = host.waitForResponse((one) => one.url().endsWith("/reception/register_arrival"));
        await press(form, "登记到店");
        expect((await registered).ok()).toBe(true);
        await expect(host.getByRole("article").filter({ hasText: "到店客户" }).first()).toBeVisible();
        await picture(host, "102_showroom");
    });

    await test.step("the consultant is alerted without a reload, and greets", async () => {
        const alert = page.locator(".fc-alert").filter({ hasText: "请接待" });
        await expect(alert).toBeVisible();
        expect(await page.evaluate(() => "unbroken" in window)).toBe(true);
        await picture(page, "103_alert");
        await press(alert, "去处理");
        await expect(page).toHaveURL(/\/visits\/\d+$/);
        await press(page, "我已迎接");
        await expect(page.getByText("接待中", { exact: true }).first()).toBeVisible();
        await picture(page, "104_greeted");
    });

    await test.step("the host's page shows the greeting without a reload", async () => {
        way.visit = new URL(page.url()).pathname;
        const card = host.getByRole("article").filter({ has: host.locator(`a[href="${way.visit}"]`) });
        await expect(card).toHaveClass(/greeted/);
    });

    await test.step("the visitor gets a name", async () => {
        await press(page, "登记客户身份");
        const form = panel(page);
        await form.getByLabel("姓名").fill(way.name);
        await form.getByLabel("手机").fill(way.phone);
        await picture(page, "105_identity");
        await press(form, "登记客户身份");
        await expect(page.getByRole("heading", { level: 1 })).toContainText(way.name);
    });

    await test.step("the needs are asked; the grade is shown", async () => {
        await press(page, "了解需求");
        await expect(page).toHaveURL(/\/leads\/\d+\/needs$/);
        for (const [question, answer] of needs) {
            const asked = page.getByRole("group", { name: question });
            await asked.getByRole("button", { name: answer, exact: true }).click();
        }
        await picture(page, "106_needs");
        await press(page, "记录需求");
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${way.name}的意向已评级`);
        await expect(page.getByText("H级", { exact: true })).toBeVisible();
        await picture(page, "107_grade");
        await press(page, "查看线索");
        await expect(page).toHaveURL(/\/leads\/\d+$/);
        await expect(page.getByText("客户需求", { exact: true })).toBeVisible();
        await expect(page.getByText("H级", { exact: true }).first()).toBeVisible();
        await picture(page, "108_lead");
        way.lead = new URL(page.url()).pathname;
        way.customer = (await page.locator('.fc-facts a[href^="/customers/"]').getAttribute("href"))!;
    });

    await test.step("the next contact is planned, with what it is for", async () => {
        await press(page.locator(".fc-record-head"), "计划跟进");
        const form = panel(page);
        await picture(page, "109_next_contact");
        await typeDate(form, "时间", `${day(1)} 10:00`);
        await form.getByLabel("计划内容").fill("试驾之后问家人的意见");
        await press(form, "计划跟进");
        await expect(page.getByText("试驾之后问家人的意见").first()).toBeVisible();
    });
}
