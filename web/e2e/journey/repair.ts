import { expect, test } from "@playwright/test";
import { choose, panel, pick, picture, press, type Store, type Way } from "./store";

/** What is found, what it would cost, and her answer from the telephone. */
export async function repair(store: Store, way: Way) {
    const page = await store.sitDown("advisor1", way.order);

    await test.step("the technician reports what he found", async () => {
        const technician = await store.sitDown("tech1", way.order);
        await press(technician, "登记检查发现");
        const form = panel(technician);
        await form.getByLabel("部位").fill("空调滤芯");
        await pick(form, "建议尽快");
        await form.getByLabel("问题描述").fill("积尘发黑");
        await picture(technician, "805_finding");
        await press(form, "登记检查发现");
        await expect(page.getByText("积尘发黑").first()).toBeVisible();
    });

    await test.step("the plan is priced", async () => {
        const lines = page.locator(".ws-lines tbody tr:not(.ws-kind)");
        await press(page, "加工时");
        await choose(panel(page), "维修项目", "小保养");
        await picture(page, "806_labour");
        await press(panel(page), "添加维修项目");
        await expect(lines).toHaveCount(1);
        await press(page, "加配件");
        await choose(panel(page), "配件", "机油滤清器");
        await press(panel(page), "添加配件");
        await expect(lines).toHaveCount(2);
        await press(page, "加工时");
        await choose(panel(page), "维修项目", "空调滤清器");
        await choose(panel(page), "检查发现", /空调滤芯/);
        await press(panel(page), "添加维修项目");
        await expect(lines).toHaveCount(3);
        await picture(page, "807_plan");
    });

    await test.step("the customer is asked by link", async () => {
        await press(page, "请客户确认");
        const shown = panel(page);
        way.question = new URL(await shown.getByLabel("客户链接").inputValue()).pathname;
        await picture(page, "808_asked");
        await press(shown, "关闭");
    });

    await test.step("she approves the service and declines the rest in two clicks", async () => {
        const phone = await store.phone(way.question);
        await picture(phone, "809_question");
        await phone
            .locator(".ws-ask li")
            .filter({ hasText: "空调滤" })
            .getByRole("button", { name: "不做" })
            .click();
        await picture(phone, "810_declined");
        await phone.getByRole("button", { name: /^同意其余/ }).click();
        await expect(phone.getByRole("heading", { level: 1 })).toHaveText("已确认，即将开工");
        await picture(phone, "811_answered");
    });

    await test.step("the advisor sees her answer without a reload", async () => {
        await expect(page.locator(".fc-record-head").getByText("待施工")).toBeVisible();
        await picture(page, "812_approved");
    });
}
