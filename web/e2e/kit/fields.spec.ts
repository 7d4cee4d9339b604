import { expect, signIn, test } from "./support";

test.beforeEach(async ({ page }) => signIn(page));

test("a signature drawn on the screen is stored as a picture", async ({ page }) => {
    await page.goto("/kit");
    const canvas = page.getByRole("img", { name: "签名" });
    await canvas.scrollIntoViewIfNeeded();
    const box = (await canvas.boundingBox())!;
    const upload = page.waitForResponse((response) => response.url().endsWith("/api/files/upload"));
    await page.mouse.move(box.x + 40, box.y + 90);
    await page.mouse.down();
    for (let step = 0; step < 12; step++)
        await page.mouse.move(box.x + 40 + step * 15, box.y + 90 + (step % 2) * 30);
    await page.mouse.up();
    const sent = await upload;
    expect(sent.request().headers()["content-type"]).toBe("image/png");
    expect((await sent.json()).file).toMatch(/^[0-9a-f]{64}$/);
    await expect(page.getByText(/陈思远 · \d{4}-\d\d-\d\d/)).toBeVisible();
});

test("a photo counts as taken while the line is down, and is sent when it is back", async ({
    page,
    context,
}) => {
    await page.goto("/kit");
    await page.getByText("照片与签名").waitFor();
    const picture = await page.evaluate(() => {
        const canvas = document.createElement("canvas");
        canvas.width = 2400;
        canvas.height = 1200;
        canvas.getContext("2d")!.fillRect(0, 0, 900, 900);
        return canvas.toDataURL("image/png").split(",")[1]!;
    });
    await context.setOffline(true);
    const file = { name: "car.png", mimeType: "image/png", buffer: Buffer.from(picture, "base64") };
    await page.locator("input[type=file]").first().setInputFiles(file);
    await expect(page.getByRole("button", { name: "待上传" })).toBeVisible();
    const size = await page
        .locator(".fc-photo img")
        .evaluate((image: HTMLImageElement) =>
            image.decode().then(() => [image.naturalWidth, image.naturalHeight]),
        );
    expect(size).toEqual([1600, 800]);
    const upload = page.waitForResponse((response) => response.url().endsWith("/api/files/upload"));
    await context.setOffline(false);
    expect((await upload).ok()).toBe(true);
    await expect(page.getByRole("button", { name: "待上传" })).toBeHidden();
});

test("damage is marked with two taps", async ({ page }) => {
    await page.goto("/kit/car");
    await page.getByRole("radio", { name: "裂纹" }).click();
    const right = page.getByRole("group", { name: "右侧" }).first();
    const box = (await right.boundingBox())!;
    await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.5);
    await expect(page.getByText("4 · 右侧 裂纹").first()).toBeVisible();
});

test("a walk-in needs a purpose and a number; the server's complaint stands at its field", async ({
    page,
}) => {
    await page.goto("/kit/customers");
    await page.getByRole("button", { name: "新建客户" }).click();
    await page.getByLabel("姓名").fill("许志强");
    await page.getByLabel("手机").fill("138");
    await page.locator("button[type=submit]").click();
    await expect(page.getByText("手机号应为 11 位数字")).toBeVisible();
    await page.getByLabel("手机").fill("13800000000");
    await page.locator("button[type=submit]").click();
    await expect(page.getByRole("alert")).toContainText("已经登记在客户");
    await page.getByLabel("手机").fill("13912345678");
    await page.locator("button[type=submit]").click();
    await expect(page).toHaveURL(/\/kit\/customers\/1001$/);
    await expect(page.getByText("客户已建档")).toBeVisible();
});

test("amounts are typed in yuan and kept in fen", async ({ page }) => {
    await page.goto("/kit/deal");
    await page.getByRole("button", { name: "添加项目" }).click();
    await page.getByLabel("内容").fill("全车贴膜");
    await page.getByLabel("金额").fill("1.28万");
    await page.getByLabel("数量").fill("1.5");
    const request = page.waitForRequest((one) => one.url().endsWith("/api/deals/add_lines"));
    await page.locator("button[type=submit]").click();
    expect((await request).postDataJSON()).toEqual({
        deal_id: 7,
        version: 5,
        lines: [{ description: "全车贴膜", price: 1_280_000, quantity: 1500 }],
    });
});

test("a card moves to another column by dragging, but not where it may not", async ({ page }) => {
    await page.goto("/kit/board");
    const card = page.locator(".fc-board-card", { hasText: "更换前刹车片" });
    const column = (title: string) => page.locator(".fc-board-column", { hasText: title });
    const drag = async (title: string) => {
        const from = (await card.boundingBox())!;
        const to = (await column(title).boundingBox())!;
        await page.mouse.move(from.x + 30, from.y + 30);
        await page.mouse.down();
        await page.mouse.move(to.x + 60, to.y + 70, { steps: 8 });
        await page.mouse.up();
    };
    await drag("洗车");
    await expect(column("洗车").locator(".fc-board-card")).toContainText("更换前刹车片");
    await drag("待派工");
    await expect(column("洗车").locator(".fc-board-card")).toContainText("更换前刹车片");
});
