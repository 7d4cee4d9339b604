import { expect, test } from "@playwright/test";
import { day, panel, picture, press, type Store, takePhoto, typeDate, type Way } from "./store";

/** Her car is insured before it leaves: papers, an offer she chooses, the policy. */
export async function insurance(store: Store, way: Way) {
    const page = await store.sitDown(way.consultant, way.deal);
    const item = page.locator(".fc-case").filter({ hasText: "保险" }).first();

    await test.step("her papers are there", async () => {
        const missing = item.locator(".fc-case-papers button");
        await expect(missing.first()).toBeVisible();
        for (let left = await missing.count(); left > 0; --left) {
            await missing.first().click();
            await expect(missing).toHaveCount(left - 1);
        }
    });

    await test.step("an insurer's offer is written down, and she takes it", async () => {
        await press(item, "登记保险报价");
        await panel(page).getByLabel("保险公司").fill("平安财险");
        await panel(page).getByLabel("保障内容").fill("交强险、第三者责任险300万元");
        await panel(page).getByLabel("保费").fill("950");
        await panel(page).getByLabel("佣金").fill("100");
        await typeDate(panel(page), "有效期至", day(10));
        await picture(page, "551_insurance_offer");
        await press(panel(page), "登记保险报价");
        await press(item, "选定保险");
        await expect(item.locator(".fc-case-quotes .chosen")).toHaveCount(1);
    });

    await test.step("sent off, and the policy is there", async () => {
        await press(item, "送交办理");
        await expect(item.getByText("办理中")).toBeVisible();
        await press(item, "登记办结");
        const form = panel(page);
        await form.getByLabel("实付金额").fill("950");
        await form.getByLabel("票据号").fill("PA-1");
        await takePhoto(form);
        await form.getByLabel("保单号").fill(`PDZA${way.phone}`);
        await typeDate(form, "起保日期", day(1));
        await picture(page, "552_policy");
        await press(form, "登记办结");
        await expect(item.getByText("已办结")).toBeVisible();
    });
}
