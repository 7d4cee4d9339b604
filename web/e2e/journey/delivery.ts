import { expect, test } from "@playwright/test";
import { day, panel, picture, press, type Store, sign, typeDate, type Way } from "./store";

/** From the inspection to the key; what is at fault stops it. */
export async function delivery(store: Store, way: Way) {
    const page = await store.sitDown("delivery", "/deliveries");

    await test.step("her car waits on the board for its inspection", async () => {
        const card = page.locator(".fc-delivery-card").filter({ hasText: way.name });
        await expect(card).toBeVisible();
        await picture(page, "601_board");
        await card.click();
        await expect(page).toHaveURL(/\/deliveries\/\d+$/);
        way.delivery = new URL(page.url()).pathname;
    });

    await test.step("the inspection finds a scratch", async () => {
        await press(page.locator(".fc-record-head"), "记录交车前检查");
        const form = panel(page);
        const paint = form.getByRole("group", { name: /漆/ }).first();
        await press(paint, "异常");
        await form.getByPlaceholder("哪里异常？").fill("左后门有一道2厘米划痕");
        await press(form, "其余全部正常");
        await picture(page, "602_inspection");
        await press(form, "记录交车前检查");
        await expect(page.locator(".fc-faults")).toContainText("左后门有一道2厘米划痕");
    });

    await test.step("the preparation is done, the fault still stops the hand-over", async () => {
        await press(page.locator(".fc-record-head"), "确认交车准备");
        await press(panel(page), "其余全部正常");
        await picture(page, "603_preparation");
        await press(panel(page), "确认交车准备");
        await expect(page.locator(".fc-ready li.done")).toContainText([
            "交付前检查",
            "车辆整备",
            "车款收齐",
            "保险办妥",
        ]);
        await expect(page.getByRole("button", { name: "客户验收签字" })).toBeDisabled();
        await picture(page, "604_fault_blocks");
    });

    await test.step("it is mended", async () => {
        await press(page.locator(".fc-faults"), "登记修复");
        await panel(page).getByLabel("修复方法").fill("抛光处理，漆面恢复");
        await press(panel(page), "登记修复");
        await expect(page.locator(".fc-faults li.mended")).toHaveCount(1);
    });

    await test.step("the day is agreed", async () => {
        await press(page.locator(".fc-record-head"), "预约交车时间");
        await typeDate(panel(page), "交车时间", `${day(1)} 10:00`);
        await press(panel(page), "预约交车时间");
        await expect(page.locator(".fc-ready li.done")).toContainText(["约定交车时间"]);
        await picture(page, "605_appointed");
    });

    await test.step("she goes through the list and signs", async () => {
        await press(page.locator(".fc-record-head"), "客户验收签字");
        await expect(page).toHaveURL(/\/accept$/);
        await press(page, "其余全部正常");
        await sign(page);
        await picture(page, "606_acceptance");
        await press(page, "客户验收签字");
        await expect(page).not.toHaveURL(/\/accept$/);
    });

    await test.step("the car is hers", async () => {
        await press(page.locator(".fc-record-head"), "交车");
        await panel(page).getByLabel("里程").fill("15");
        await panel(page).getByLabel("车牌").fill(way.plate);
        await picture(page, "607_hand_over");
        await press(panel(page), "交车");
        await expect(page.locator(".fc-record-head").getByText("已交车")).toBeVisible();
        await picture(page, "608_delivered");
    });

    await test.step("care is to call her on day 3, 7 and 30, and before the first service", async () => {
        const care = await store.sitDown("care", way.customer);
        for (const kind of ["交车后3天", "交车后7天", "交车后30天", "首保提醒"])
            await expect(care.getByRole("link", { name: kind })).toBeVisible();
        await picture(care, "609_calls");
    });
}
