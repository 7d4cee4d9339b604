import { expect, test } from "@playwright/test";
import { panel, picture, press, sitDown } from "./store";

test("the manager tightens a time target: drafted, compared in words, published, in force", async ({
    browser,
    baseURL,
}) => {
    const { page } = await sitDown(browser, baseURL!, "gm", "/standards/delivery");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("新车交付");
    await expect(page.getByRole("button", { name: /交车前检查/ })).toBeVisible();
    await page.getByRole("button", { name: "起草新版" }).click();
    await expect(page.getByText("与现行版完全相同")).toBeVisible();
    const upper = page.getByRole("spinbutton", { name: "最迟（不晚于）", exact: true });
    await upper.nth(1).fill("1");
    await page.getByRole("button", { name: "保存草稿" }).click();
    await expect(page.getByText("最迟时限").first()).toBeVisible();
    await expect(page.locator("ins").first()).toHaveText("1 天");
    await page.getByRole("button", { name: "发布新版" }).click();
    await page.getByRole("textbox", { name: "原因" }).fill("客户等待检查过久");
    await page.getByRole("dialog").getByRole("button", { name: "发布新版" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("第 2 版");
    await expect(page.getByText("客户等待检查过久")).toBeVisible();
});

test("who may give away how much: what cannot be is refused, what the store sets holds", async ({
    browser,
    baseURL,
}) => {
    const { page } = await sitDown(browser, baseURL!, "gm", "/standards/limits");
    const card = page.locator(".fc-card").filter({ hasText: "让利权限" });
    await card.getByRole("button", { name: "修改" }).click();
    const form = panel(page);
    await form.getByLabel("可让利比例").nth(1).fill("1");
    await form.getByLabel("原因").fill("二季度收紧让利");
    await press(form, "发布");
    await expect(form.getByRole("alert")).toContainText("「销售经理」必须大于前一项");
    await form.getByLabel("可让利比例").nth(1).fill("4.5");
    await picture(page, "990_limits");
    await press(form, "发布");
    await expect(card.getByText("4.5%")).toBeVisible();
    await card.getByText("第 3 版").first().click();
    await expect(card.getByText("二季度收紧让利")).toBeVisible();
    await picture(page, "991_limits_set");
});

test("a deviation on the conformance page leads to its case and from there to the record", async ({
    browser,
    baseURL,
}) => {
    const { page } = await sitDown(browser, baseURL!, "gm", "/conformance");
    await expect(page.getByText("完全达标率")).toBeVisible();
    const first = page.locator("#deviating-cases li").first();
    await first.getByRole("link").first().click();
    await expect(page.getByText("标准要求与实际执行")).toBeVisible();
    await page.getByRole("link", { name: "打开单据" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
