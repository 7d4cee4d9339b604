import { expect, test } from "@playwright/test";
import { fetchPaper, panel, picture, press, type Store, sign, type Way, wordsOf } from "./store";

/** The bill, the money, the key; the call that finds her dissatisfied, and one timeline for all of it. */
export async function handBack(store: Store, way: Way) {
    const page = await store.sitDown("advisor1", way.order);

    await test.step("the order is settled; the settlement list can be printed", async () => {
        await press(page.locator(".fc-record-head"), "结算");
        await picture(page, "907_settle");
        await press(panel(page), "结算");
        await expect(page.locator(".fc-record-head").getByText("待交车")).toBeVisible();
        const paper = await fetchPaper(page, page.getByRole("link", { name: "结算清单" }), "settlement");
        const words = wordsOf(paper);
        for (const word of [way.name, way.plate, "工时", "质保"]) expect(words).toContain(word);
        await picture(page, "908_settled");
    });

    await test.step("not before she has paid", async () => {
        await expect(
            page.locator(".fc-record-head").getByRole("button", { name: "交车", exact: true }),
        ).toBeDisabled();
        const cashier = await store.sitDown("cashier", "/cashier");
        await cashier.locator(".fc-dues a").filter({ hasText: way.plate }).click();
        await expect(cashier).toHaveURL(/cashier\/\d+/); // the page before shows another's due until then
        const means = cashier.getByRole("group", { name: "收款方式" });
        await means.getByRole("button", { name: "银行卡" }).click();
        await cashier.getByLabel("签购单号").fill("POS-8825");
        await cashier.getByRole("button", { name: /^确认收款/ }).click();
        await expect(cashier.getByText("已全部收齐")).toBeVisible();
    });

    await test.step("the car is handed back", async () => {
        await press(page.locator(".fc-record-head"), "交车");
        const form = panel(page);
        await form.getByLabel("出厂里程").fill("4983");
        await form.getByLabel("已逐项说明").check();
        await sign(form);
        await picture(page, "909_hand_back");
        await press(form, "交车");
        await expect(page.locator(".fc-record-head").getByText("已交车")).toBeVisible();
        await picture(page, "910_over");
    });

    const care = await store.sitDown("care", way.customer);
    await test.step("the call finds her dissatisfied; a complaint opens", async () => {
        await care.getByRole("link", { name: /维修后3天/ }).click();
        await press(care, "已接通");
        await care.locator(".cr-scores").getByRole("button", { name: "4", exact: true }).click();
        await care.getByLabel("客户原话").fill("等了比说好的久，还返工一次");
        await picture(care, "911_call");
        await press(care, "记录回访");
        await care.getByRole("link", { name: "查看投诉单" }).click();
        await expect(care).toHaveURL(/\/complaints\/\d+$/);
        await expect(care.getByText("等了比说好的久，还返工一次").first()).toBeVisible();
        await picture(care, "912_complaint");
    });

    await test.step("one timeline tells the whole way", async () => {
        await care.goto(way.customer);
        const timeline = care.locator(".fc-timeline");
        await timeline.waitFor();
        const more = care.getByRole("button", { name: /更早|更多记录|加载更多/ });
        while (await more.isVisible()) {
            const answered = care.waitForResponse((one) => one.url().includes("/log/"));
            await more.click();
            await answered;
            // The last page takes the button away: it is looked for again only when the page is drawn.
            await expect(care.locator(".ant-btn-loading")).toHaveCount(0);
        }
        for (const word of ["试驾", "合同", "收到", "退款", "交车", "接车", "结算", "投诉"])
            await expect(timeline.getByText(new RegExp(word)).first()).toBeVisible();
        await picture(care, "913_timeline");
    });
}
