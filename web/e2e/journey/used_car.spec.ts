import { expect, type Page, test } from "@playwright/test";
import { choose, panel, pick, picture, press, Store, takePhoto, typeDate } from "./store";

// A car somebody drove before: bought, put in order, photographed, priced, offered.

const needed = ["车头", "车尾", "左侧", "右侧", "前排座椅", "仪表与里程"];

async function buy(store: Store): Promise<Page> {
    const page = await store.sitDown("sales_manager", "/used-cars");
    await press(page, "收购二手车");
    const form = panel(page);
    await choose(form, "卖方", "1");
    await form.getByLabel("车架号").fill("LSVAA4182E2184847");
    await form.getByLabel("车型（行驶证所载）").fill("大众 朗逸");
    await typeDate(form, "首次登记日期", "2019-05-01");
    await form.getByLabel("里程").fill("86000");
    await form.getByLabel("车况").fill("右前翼子板补漆，无重大事故");
    await form.getByLabel("市场价").fill("65000");
    await form.getByLabel("预计整备费").fill("5000");
    await form.getByLabel("收购价").fill("61000");
    await form.getByLabel("停放位置").fill("二手车收车区");
    await form.getByLabel("钥匙号").fill("U901");
    await form.getByLabel("随车钥匙（把）").fill("2");
    await press(form, "收购二手车");
    await expect(form.getByRole("alert")).toContainText("60,000");
    await form.getByLabel("收购价").fill("58000");
    await picture(page, "970_used_purchase");
    await press(form, "收购二手车");
    await expect(page).toHaveURL(/\/used-cars\/\d+$/);
    return page;
}

test("a used car is bought, put in order, photographed, priced and offered", async ({ browser, baseURL }) => {
    const store = new Store(browser, baseURL!);
    const page = await test.step("bought for no more than it is worth less its repairs", () => buy(store));
    const path = new URL(page.url()).pathname;
    const papers = page.locator(".fc-card").filter({ has: page.getByRole("heading", { name: "手续" }) });

    await test.step("its papers come in, then the cashier pays the seller", async () => {
        for (const paper of ["收购合同", "机动车登记证书", "行驶证", "卖方身份证明"]) {
            const row = papers.getByRole("listitem").filter({ hasText: paper });
            await press(row, "登记");
            await press(panel(page), "登记手续");
            await expect(row).toContainText("已收");
        }
        const cashier = await store.sitDown("cashier", path);
        await press(cashier, "支付收车款");
        await panel(cashier).getByLabel("转账流水号").fill("ICBC-20261127-9");
        await press(panel(cashier), "支付收车款");
        await expect(cashier.getByText("ICBC-20261127-9", { exact: true })).toBeVisible();
    });

    await test.step("it is inspected; what is found is planned, mended and costs", async () => {
        const foreman = await store.sitDown("foreman", path);
        const way = foreman.getByRole("list", { name: "整备流程" });
        await press(foreman, "安排整备");
        const plan = panel(foreman);
        await pick(plan, "检测");
        await plan.getByLabel("项目").fill("118项检测");
        await plan.getByLabel("预计费用").fill("300");
        await press(plan, "安排整备");
        await way.getByRole("button", { name: /^检测/ }).click();
        await expect(way.locator(".now")).toContainText("检测");
        await way.getByRole("button", { name: /^拍照/ }).click({ force: true });
        await expect(way.locator(".now")).toContainText("检测");
        await press(foreman.getByRole("row").filter({ hasText: "118项检测" }), "完成");
        await panel(foreman).getByLabel("结果").fill("底盘与动力正常");
        await press(panel(foreman), "完成");
        await expect(foreman.getByText("底盘与动力正常", { exact: true })).toBeVisible();
        await way.getByRole("button", { name: /^拍照/ }).click();
        await expect(way.locator(".now")).toContainText("拍照");
        for (const place of needed) {
            const frame = foreman.getByRole("listitem", { name: place });
            await takePhoto(frame);
            await expect(frame.getByRole("button", { name: "移除照片" })).toBeVisible();
        }
        await expect(foreman.getByText("必拍 6/6")).toBeVisible();
        await picture(foreman, "971_used_photos");
    });

    await test.step("described and priced it stands for sale, with what is left of it", async () => {
        await page.reload();
        await press(page, "车辆定型");
        const form = panel(page);
        await form.getByLabel("品牌").fill("大众");
        await form.getByLabel("车系").fill("朗逸");
        await form.getByLabel("配置款型").fill("1.6L 自动舒适版");
        await form.getByLabel("年款").fill("2019");
        await pick(form, "汽油");
        await pick(form, "自动挡");
        await form.getByLabel("排量").fill("1598");
        await form.getByLabel("座位").fill("5");
        await form.getByLabel("颜色").fill("白色");
        await form.getByLabel("新车指导价").fill("132900");
        await press(form, "车辆定型");
        await expect(page.getByRole("heading", { level: 1 })).toContainText("朗逸 2019款");
        await press(page, "定价");
        await panel(page).getByLabel("挂牌价").fill("69800");
        await panel(page).getByLabel("原因").fill("参照同城同款");
        await press(panel(page), "定价");
        await page.getByRole("button", { name: /^在售/ }).click();
        await expect(page.locator(".uc-way .now")).toContainText("在售");
        await expect(page.getByText("预计毛利")).toBeVisible();
        await picture(page, "972_used_for_sale");
    });

    await test.step("a consultant quotes it at its price", async () => {
        const sales = await store.sitDown("sales1", path);
        await press(sales, "为客户报价");
        await choose(panel(sales), "客户", "1");
        await press(panel(sales), "开始报价");
        await expect(sales).toHaveURL(/\/deals\/\d+$/);
        await expect(sales.getByText("69,800.00").first()).toBeVisible();
    });
    await store.closeAll();
});
