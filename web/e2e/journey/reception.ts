import { expect, test } from "@playwright/test";
import { picture, press, type Store, sign, takePhoto, type Way } from "./store";

/** The car at the service door: an order in eight inputs, with a photo and a mark on the outline. */
export async function reception(store: Store, way: Way) {
    const page = await store.sitDown("advisor1", "/workshop/receive");
    let inputs = 0;
    const input = async (what: Promise<unknown>) => {
        inputs++;
        await what;
    };

    await test.step("the car is found by its plate, with what she booked", async () => {
        await input(page.getByLabel("车牌、车架号后六位、车主姓名或手机后四位").fill(way.plate));
        await page.locator(".ws-hits button").filter({ hasText: way.plate }).first().click();
        await expect(page.locator(".ws-who")).toContainText(way.name);
        await expect(page.getByLabel("客户原话")).toHaveValue("首次保养，空调有异味");
        await picture(page, "801_found");
    });

    await test.step("mileage, class, mark, photo, promise, signature: eight inputs at most", async () => {
        await input(page.getByLabel("里程").fill("4980"));
        await input(
            page.getByRole("group", { name: "维修类别" }).getByRole("button", { name: "一级维护" }).click(),
        );
        const left = page.locator("svg").and(page.getByRole("group", { name: "左侧" }));
        const box = (await left.boundingBox())!;
        await input(left.click({ position: { x: box.width * 0.42, y: box.height * 0.55 } }));
        await expect(page.getByText("1 · 左侧 划痕").first()).toBeVisible();
        await input(takePhoto(page.locator(".ws-field").filter({ hasText: "照片" })));
        await input(page.getByRole("button", { name: /明天中午/ }).click());
        await input(sign(page));
        await picture(page, "802_reception");
        await input(press(page, "开单接车"));
        expect(inputs).toBeLessThanOrEqual(8);
        await expect(page).toHaveURL(/\/workshop\/orders\/\d+$/);
        way.order = new URL(page.url()).pathname;
        await expect(page.getByRole("heading", { level: 1 })).toContainText(way.plate);
        await picture(page, "803_order");
    });

    await test.step("the walk-round is written down", async () => {
        await press(page, "登记环车检查");
        const list = page.getByRole("dialog");
        await press(list, "其余全部正常");
        await picture(page, "804_walk_round");
        await press(list, "登记环车检查");
        await expect(page.getByText("已做环车检查").first()).toBeVisible();
    });
}
