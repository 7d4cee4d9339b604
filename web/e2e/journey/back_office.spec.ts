import { expect, test } from "@playwright/test";
import { panel, picture, press, Store } from "./store";

// What the managers and the desks behind the showroom work in: lists, contracts, the drawer, the floor, pay.

let store: Store;
test.beforeEach(({ browser, baseURL }) => {
    store = new Store(browser, baseURL!);
});
test.afterEach(() => store.closeAll());

test("a checklist gets an item, is compared in words and published", async () => {
    const page = await store.sitDown("gm", "/standards/lists/delivery_preparation");
    await press(page, "修改清单");
    await press(page, "增加检查项");
    await page.getByRole("textbox", { name: "检查项 8", exact: true }).fill("随车工具与三角警示牌齐全");
    await page
        .getByRole("textbox", { name: "检查项 8 English" })
        .fill("Tools and warning triangle are there");
    await press(page, "保存草稿");
    await expect(page.getByText("新增检查项")).toBeVisible();
    await press(page, "发布新版");
    await panel(page).getByLabel("原因").fill("客户路上没有警示牌");
    await press(panel(page), "发布新版");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("第 2 版");
    await expect(page.getByText("客户路上没有警示牌")).toBeVisible();
    await picture(page, "980_checklist");
});

test("a clause is rewritten, read with an example and published; what is signed keeps its own", async () => {
    const page = await store.sitDown("gm", "/contract_templates/test_drive_agreement");
    await press(page, "修改模板");
    await page.getByRole("button", { name: "编辑" }).last().click();
    const clause = page.getByRole("textbox", { name: "合同条款" });
    await clause.fill(`${await clause.inputValue()}试驾期间请勿使用手机。`);
    await press(page, "保存草稿");
    await expect(page.locator("ins").filter({ hasText: "请勿使用手机" }).first()).toBeVisible();
    await press(page, "发布新版");
    await panel(page).getByLabel("原因").fill("路上打电话出过险");
    await press(panel(page), "发布新版");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("第 2 版");
    await expect(page.getByText("请勿使用手机").first()).toBeVisible();
    await picture(page, "981_clause");
});

test("the cashier counts the drawer: a difference needs its reason", async () => {
    const page = await store.sitDown("cashier", "/cashier/closing");
    const expected = await page
        .locator("dl div")
        .filter({ hasText: "账面现金" })
        .locator("dd")
        .first()
        .innerText();
    const yuan = Number(expected.replace(/[^0-9.]/g, ""));
    await page.getByRole("textbox", { name: "清点现金" }).fill(String(yuan + 5));
    const close = page.getByRole("button", { name: "收银日结" });
    await expect(page.getByText("差额 ¥5.00，请在备注写明原因")).toBeVisible();
    await expect(close).toBeDisabled();
    await picture(page, "982_drawer");
    await page.getByRole("textbox", { name: "备注" }).fill("收到一张旧版五元，多五元");
    await close.click();
    await expect(page.getByRole("row").filter({ hasText: "多五元" })).toBeVisible();
});

test("the floor plan is arranged by the hand, and stays so", async () => {
    const page = await store.sitDown("sales_manager", "/showroom/display");
    const spot = page.locator(".fc-place").filter({ hasText: "右二" });
    const before = (await spot.boundingBox())!;
    const drag = async () => {
        await page.mouse.move(before.x + 40, before.y + 20);
        await page.mouse.down();
        await page.mouse.move(before.x - 60, before.y + 80, { steps: 6 });
        await page.mouse.up();
    };
    // Who only looks moves nothing.
    await drag();
    expect((await spot.boundingBox())!.x).toBeCloseTo(before.x, 0);
    await press(page, "调整布局");
    const from = (await spot.boundingBox())!;
    const saved = page.waitForResponse((one) => one.url().endsWith("/api/showroom/move_position"));
    await page.mouse.move(from.x + 40, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x - 60, from.y + 80, { steps: 6 });
    await picture(page, "983_floor");
    await page.mouse.up();
    expect((await saved).ok()).toBe(true);
    const stepped = page.waitForResponse((one) => one.url().endsWith("/api/showroom/move_position"));
    await spot.press("ArrowRight");
    expect((await stepped).ok()).toBe(true);
    await page.reload();
    await expect(spot).toBeVisible();
    const after = (await spot.boundingBox())!;
    expect(after.x).toBeLessThan(before.x - 60);
    expect(after.y).toBeGreaterThan(before.y + 30);
});

test("a stock count: scanned, what is missing gets its reason, closed", async () => {
    const page = await store.sitDown("sales_manager", "/stock/counts");
    await press(page, "开始盘点");
    await panel(page).getByLabel("区域").fill("D区");
    await press(panel(page), "开始盘点");
    await expect(page).toHaveURL(/\/stock\/counts\/\d+$/);
    const rows = page.locator("tbody tr").filter({ hasText: "未盘到" });
    await expect(rows.first()).toBeVisible();
    while ((await rows.count()) > 1) {
        const left = await rows.count();
        const vin = (await rows.first().getByRole("cell").nth(2).innerText()).replace(/\s/g, "");
        await page.getByLabel("扫描车架号，或输入后六位").fill(vin.slice(-6));
        await page.keyboard.press("Enter");
        await expect(rows).toHaveCount(left - 1);
    }
    await press(rows.first(), "说明原因");
    await panel(page).getByLabel("原因").fill("外出上牌，当日返回");
    await press(panel(page), "说明差异原因");
    await expect(page.getByText("外出上牌，当日返回")).toBeVisible();
    await picture(page, "984_count");
    await press(page, "盘点结案");
    await page
        .getByRole("button", { name: /^确\s*定$|^盘点结案$/ })
        .last()
        .click();
    await expect(page.getByText("已结案").first()).toBeVisible();
});

test("pay by the insurer's commission is drafted, tried on a month and published for the next", async () => {
    const page = await store.sitDown("hr", "/team/rules?kind=commission");
    await press(page, "起草新版本");
    await page.locator("tr, li").filter({ hasText: "保险佣金提成" }).getByLabel("比例").first().fill("20");
    await press(page, "保存草稿");
    await expect(page.getByRole("row").filter({ hasText: "保险佣金提成" }).first()).toContainText("有改动");
    await expect(page.getByRole("columnheader", { name: "新规则提成" })).toBeVisible();
    await picture(page, "985_rules");
    await press(page, "发布");
    await panel(page).getByLabel("原因").fill("按佣金计提，不再按保费");
    await press(panel(page), "发布");
    await expect(page.getByText("按佣金计提，不再按保费")).toBeVisible();
});
