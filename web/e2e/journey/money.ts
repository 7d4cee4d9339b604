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

/** The cashier's desk: deposit, a slip too many that goes back with a yes, the balance. */
export async function money(store: Store, way: Way) {
    const page = await store.sitDown("cashier", "/cashier");

    await test.step("everybody who owes something stands in the list", async () => {
        const cashier = await store.person("cashier");
        const { rows } = await cashier.see<{ rows: { customer_name: string; open: number }[] }>(
            "payments/due_list",
        );
        for (const due of rows.filter((one) => one.open > 0))
            await expect(page.getByText(due.customer_name).first()).toBeVisible();
    });

    await test.step("the deposit comes in by card", async () => {
        await watchInputs(page);
        await page.locator(".fc-dues a").filter({ hasText: way.name }).click();
        await expect(page).toHaveURL(/cashier\/\d+/);
        await expect(page.locator(".fc-due-figures")).toBeVisible();
        await page.getByRole("group", { name: "收款方式" }).getByRole("button", { name: "银行卡" }).click();
        await page.getByRole("button", { name: /^定金/ }).click();
        await page.getByLabel("签购单号").fill("POS-117");
        await picture(page, "501_deposit");
        await page.getByRole("button", { name: "确认收款 ¥5,000.00" }).click();
        await expect(page.getByText(/已收款，收据号/)).toBeVisible();
        const inputs = await inputsOf(page);
        expect(inputs).toBeGreaterThan(3);
        expect(inputs).toBeLessThanOrEqual(6);
        await picture(page, "502_receipt");
        const paper = await fetchPaper(page, page.getByRole("link", { name: "收据" }).first(), "receipt");
        const words = wordsOf(paper);
        for (const word of [way.name, "5,000.00", "伍仟"]) expect(words).toContain(word);
    });

    const payments = page.locator(".fc-payments > li");
    await test.step("a card is charged by mistake; giving it back must be allowed first", async () => {
        await page.getByRole("group", { name: "收款方式" }).getByRole("button", { name: "银行卡" }).click();
        await page.getByLabel("金额").fill("1000");
        await page.getByLabel("签购单号").fill("POS-118");
        await page.getByRole("button", { name: "确认收款 ¥1,000.00" }).click();
        await expect(payments).toHaveCount(2);
        await press(payments.filter({ hasText: "POS-118" }), "申请退款");
        await panel(page).getByLabel("原因").fill("刷错卡，改用转账");
        await picture(page, "503_refund");
        await press(panel(page), "申请退款");
        await expect(payments.getByText("待审批")).toBeVisible();
        await expect(page.getByRole("button", { name: "支付退款" })).toHaveCount(0);
    });

    await test.step("finance says yes, the cashier gives it back", async () => {
        const finance = await store.sitDown("finance", "/approvals");
        const card = finance.getByRole("article").filter({ hasText: "刷错卡，改用转账" }).first();
        await picture(finance, "504_refund_approval");
        await press(card, "同意");
        await press(page, "支付退款");
        await picture(page, "505_pay_refund");
        await press(panel(page), "支付退款");
        await expect(payments.getByText("已退款")).toBeVisible();
    });

    await test.step("the balance comes by transfer; nothing is open", async () => {
        await page.getByRole("group", { name: "收款方式" }).getByRole("button", { name: "转账" }).click();
        await page.getByRole("button", { name: /^全部/ }).click();
        await page.getByLabel("银行流水号").fill("ICBC-7788");
        await press(page, "确认收款.*");
        await expect(page.getByText("已全部收齐")).toBeVisible();
        await picture(page, "506_paid");
    });
}
