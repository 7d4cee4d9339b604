import { expect, test } from "@playwright/test";
import { panel, picture, press, type Store, type Way } from "./store";

/** Her own page: the link from her record, and a service booked on the telephone. */
export async function booking(store: Store, way: Way) {
    await test.step("care makes her personal link on her record", async () => {
        const page = await store.sitDown("care", way.customer);
        await press(page.locator(".fc-record-head"), "生成客户链接");
        await expect(panel(page).locator(".fc-qr svg")).toBeVisible();
        await picture(page, "701_link");
        way.link = new URL(await panel(page).getByLabel("客户链接").inputValue()).pathname;
        await press(panel(page), "关闭");
        await expect(page.locator(".fc-timeline").getByText(/链接/).first()).toBeVisible();
    });

    await test.step("she books the nearest free time", async () => {
        const page = await store.phone(way.link);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${way.name}，您好`);
        await picture(page, "702_her_page");
        const slots = () => page.waitForResponse((one) => one.url().includes("/workshop/free_slots"));
        const today = slots();
        await press(page, "预约保养维修");
        await press(page, "常规保养");
        await page.getByLabel("需要做什么").fill("首次保养，空调有异味");
        await today;
        await page.locator(".ws-days").waitFor();
        const free = page.locator(".ws-times button:enabled");
        // Today is shown already; a further day is asked for when it is pressed.
        const days = await page.locator(".ws-days button").all();
        for (const day of days.slice(1)) {
            if ((await free.count()) > 0) break;
            const answered = slots();
            await day.click();
            await answered;
        }
        await free.first().click();
        await picture(page, "703_booking");
        await page.getByRole("button", { name: /^预约 \d/ }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("预约成功");
        await picture(page, "704_booked");
    });
}
