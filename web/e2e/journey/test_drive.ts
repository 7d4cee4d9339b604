import { expect, test } from "@playwright/test";
import {
    choose,
    day,
    panel,
    pick,
    picture,
    press,
    type Store,
    sign,
    takePhoto,
    typeDate,
    type Way,
} from "./store";

/** A drive: no place twice, no gearbox the licence does not allow, signed before the key. */
export async function testDrive(store: Store, way: Way) {
    const page = await store.sitDown(way.consultant, way.lead);
    let taken = "";
    const customer = way.customer.split("/").at(-1);

    await test.step("a free time is booked", async () => {
        await press(page, "预约试驾");
        await expect(page).toHaveURL(/\/showroom\/book/);
        // Tomorrow has free times whatever the hour of the run is.
        await page.goto(`${page.url()}&date=${day(1)}`);
        const cars = page.getByRole("group", { name: "试驾哪台车" });
        await cars.getByRole("button").filter({ hasText: "自动" }).first().click();
        const time = page.getByRole("group", { name: "几点开始" }).getByRole("button").first();
        taken = (await time.textContent())!;
        await time.click();
        await page.getByRole("group", { name: "路线" }).getByRole("button", { name: "城市道路" }).click();
        await picture(page, "201_booking");
        await press(page, "预约试驾");
        await expect(page).toHaveURL(/\/test_drives\/\d+$/);
        await expect(page.getByRole("heading", { level: 1 })).toContainText(way.name);
        await picture(page, "202_test_drive");
    });
    const drive = page.url();

    await test.step("the same car at the same time is offered to nobody else", async () => {
        await page.goto(`/showroom/book?date=${day(1)}`);
        const cars = page.getByRole("group", { name: "试驾哪台车" });
        await cars.getByRole("button").filter({ hasText: "自动" }).first().click();
        const times = page.getByRole("group", { name: "几点开始" });
        await expect(times.getByRole("button").first()).toBeVisible();
        await expect(times.getByRole("button", { name: taken })).toHaveCount(0);
    });

    await test.step("the licence is looked at: automatic gearboxes only", async () => {
        await page.goto(drive);
        await press(page, "查验驾驶证");
        const form = panel(page);
        await choose(form, "准驾车型", "C2");
        await typeDate(form, "初次领证日期", "2019-05-06");
        await typeDate(form, "有效期至", day(900));
        await takePhoto(form);
        await picture(page, "203_licence");
        await press(form, "查验驾驶证");
        await expect(page.getByText("C2", { exact: true })).toBeVisible();
    });

    await test.step("a car with a manual gearbox is refused to her", async () => {
        await page.goto(`/showroom/book?customer_id=${customer}&date=${day(2)}`);
        const cars = page.getByRole("group", { name: "试驾哪台车" });
        await cars.getByRole("button").filter({ hasText: "手动" }).first().click();
        await page.getByRole("group", { name: "几点开始" }).getByRole("button").first().click();
        await press(page, "预约试驾");
        await expect(page.getByRole("alert")).toContainText("C2");
        await picture(page, "204_manual_refused");
    });

    await test.step("the agreement is signed on the screen", async () => {
        await page.goto(drive);
        await press(page, "签署试驾协议");
        await expect(page).toHaveURL(/\/sign$/);
        await expect(page.getByLabel("签署人姓名")).toHaveValue(way.name);
        await sign(page);
        await picture(page, "205_agreement");
        await press(page, "签署试驾协议");
        await expect(page).toHaveURL(drive);
        await expect(page.getByRole("button", { name: "试驾出发" })).toBeVisible();
    });

    await test.step("out and back", async () => {
        await press(page, "试驾出发");
        const out = await panel(page).getByLabel("出发里程").inputValue();
        expect(Number(out)).toBeGreaterThan(0);
        await picture(page, "206_out");
        await press(panel(page), "试驾出发");
        await press(page, "试驾返回");
        await panel(page)
            .getByLabel("返回里程")
            .fill(String(Number(out) + 11));
        await picture(page, "207_back");
        await press(panel(page), "试驾返回");
    });

    await test.step("what she thought of it", async () => {
        await press(page, "填写试驾反馈");
        const form = panel(page);
        for (const [what, stars] of [
            ["舒适", 5],
            ["动力", 4],
            ["操控", 5],
            ["空间", 4],
        ] as const)
            await form
                .locator(`.fc-rate[aria-label="${what}"]`)
                .getByRole("radio")
                .nth(stars - 1)
                .click();
        await pick(form, "愿意购买");
        await form.getByLabel("客户原话").fill("隔音比想象中好");
        await picture(page, "208_feedback");
        await press(form, "填写试驾反馈");
        await expect(page.getByText("隔音比想象中好").first()).toBeVisible();
        await picture(page, "209_driven");
    });
}
