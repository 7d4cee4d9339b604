import { expect, test } from "@playwright/test";
import {
    fetchPaper,
    inputsOf,
    panel,
    picture,
    press,
    type Store,
    type Way,
    watchInputs,
    wordsOf,
} from "./store";

/** The plan: car, options, taxes, and a reduction that only the manager can grant. */
export async function quote(store: Store, way: Way) {
    const page = await store.sitDown(way.consultant, way.lead);

    await watchInputs(page);
    await test.step("a quote begins with a car that is there", async () => {
        await press(page, "开始报价");
        await expect(page).toHaveURL(/\/deals\/new/);
        // The model is the one her needs led to; here stands which of its cars are there.
        await page.locator(".fc-car-choice button").nth(1).click();
        await expect(page.getByText("车辆购置税").first()).toBeVisible();
        await picture(page, "301_new_quote");
        await press(page, "开始报价");
        await expect(page).toHaveURL(/\/deals\/\d+$/);
        way.deal = new URL(page.url()).pathname;
    });

    const plan = page.locator(".fc-plan");
    const section = (name: string) => plan.locator("tr.head").filter({ hasText: name });

    await test.step("an option and the registration are added; taxes and insurance stand in it", async () => {
        await press(section("车价"), "添加");
        await page.getByRole("menuitem").first().click();
        await expect(plan.locator("td.kind").filter({ hasText: "选装" })).toHaveCount(1);
        await press(section("代收代付"), "添加");
        await page.getByRole("menuitem").filter({ hasText: "上牌" }).click();
        const form = page.getByRole("dialog");
        await form.getByLabel("金额").fill("500");
        await form.getByLabel("说明").fill("代办临牌、验车与正式号牌");
        await form.getByRole("button", { name: "添加项目" }).click();
        await expect(plan.locator("td.kind").filter({ hasText: "上牌" })).toHaveCount(1);
        for (const name of ["购置税", "交强险", "车船税"]) await expect(plan).toContainText(name);
        await picture(page, "302_plan");
    });

    await test.step("from the lead to the plan it took ten inputs at most", async () => {
        const inputs = await inputsOf(page);
        expect(inputs).toBeGreaterThan(5);
        expect(inputs).toBeLessThanOrEqual(10);
    });

    await test.step("the reduction is beyond the consultant's limit and goes to the manager", async () => {
        await page.getByRole("textbox", { name: "优惠", exact: true }).fill("4000");
        await page.getByLabel("优惠原因").fill("竞品同级优惠四千");
        await press(page, "超出权限，提交审批");
        await expect(page.getByText("超出权限，等待审批")).toBeVisible();
        await picture(page, "303_waits");
    });

    await test.step("the manager grants it on his page; hers shows it without a reload", async () => {
        const manager = await store.sitDown("sales_manager", "/approvals");
        const card = manager.getByRole("article").filter({ hasText: way.name });
        await expect(card).toContainText("竞品同级优惠四千");
        await picture(manager, "304_approval");
        await press(card, "同意");
        await expect(card).toHaveCount(0);
        await expect(page.getByText("超出权限，等待审批")).toBeHidden();
        await expect(page.locator(".fc-discounts")).toContainText("已同意");
        await picture(page, "305_granted");
    });

    await test.step("the plan is one page to take along", async () => {
        const paper = await fetchPaper(page, page.getByRole("link", { name: "购车方案 PDF" }), "plan");
        const words = wordsOf(paper);
        for (const word of [way.name, "购置税", "交强险", "4,000.00"]) expect(words).toContain(word);
        expect(words.match(/\f/g)).toHaveLength(1);
    });

    await test.step("it is handed over", async () => {
        await press(page.locator(".fc-record-head"), "递交购车方案");
        await press(panel(page), "递交购车方案");
        await expect(page.getByRole("button", { name: "起草合同" })).toBeVisible();
        await picture(page, "306_offered");
    });
}
