import { createHmac } from "node:crypto";
import { expect, test } from "@playwright/test";
import { panel, picture, press, Store } from "./store";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an authenticator with this seed shows now (RFC 6238). */
function codeOf(seed: string, stepsAhead = 0): string {
    const bits = [...seed.replace(/\s/g, "")]
        .map((one) => letters.indexOf(one).toString(2).padStart(5, "0"))
        .join("");
    const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((one) => Number.parseInt(one, 2)));
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + stepsAhead));
    const hash = createHmac("sha1", key).update(counter).digest();
    const at = hash[19]! & 15;
    return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

test("a person signs in with a code; a manager takes it off when the phone is lost", async ({
    browser,
    baseURL,
}) => {
    const store = new Store(browser, baseURL!);
    const page = await store.sitDown("facility", "/");

    const seed = await test.step("scanned, the first code typed, on", async () => {
        await page.getByRole("button", { name: /的菜单$/ }).click();
        await page.getByRole("menuitem", { name: "登录与安全" }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("登录与安全");
        await press(page, "开启登录动态码");
        const shown = await page.locator(".ac-steps code").innerText();
        await page.getByLabel("输入验证器显示的6位数字").fill("000000");
        await press(page, "确认开启");
        await expect(page.getByRole("alert")).toContainText("动态码不符");
        await picture(page, "995_code");
        await page.getByLabel("输入验证器显示的6位数字").fill(codeOf(shown));
        await press(page, "确认开启");
        await expect(page.getByText("已开启", { exact: true })).toBeVisible();
        await expect(page.locator(".ac-steps")).toHaveCount(0);
        return shown;
    });

    const recovery = await test.step("ten recovery codes are shown once", async () => {
        const codes = page.locator(".ac-recovery code");
        await expect(codes).toHaveCount(10);
        await picture(page, "995_recovery");
        const first = await codes.allInnerTexts();
        await press(page, "我已保存");
        await expect(codes).toHaveCount(0);
        await expect(page.getByText("剩余 10 个")).toBeVisible();
        await press(page, "重新生成备用码");
        await page.getByLabel("登录密码（确认是您本人）").fill("wrong");
        await press(page, "生成备用码");
        await expect(page.locator(".ac-recovery").getByRole("alert")).toHaveText("当前密码不正确。");
        await page.getByLabel("登录密码（确认是您本人）").fill("demo");
        await press(page, "生成备用码");
        await expect(codes).toHaveCount(10);
        const second = await codes.allInnerTexts();
        expect(second).not.toContain(first[0]);
        await press(page, "我已保存");
        return { old: first[0]!, good: second[0]! };
    });

    await test.step("from now on the password is not enough", async () => {
        await page.getByRole("button", { name: /的菜单$/ }).click();
        await page.getByRole("menuitem", { name: "退出登录" }).click();
        await page.getByLabel("用户名").fill("facility");
        await page.getByLabel("密码", { exact: true }).fill("demo");
        await press(page, "登录");
        await page.getByLabel("动态码").fill("123456");
        await press(page, "登录");
        await expect(page.locator(".fc-sign-in .ant-alert")).toContainText("动态码不正确");
        await picture(page, "996_sign_in_code");
        // The one that turned it on is used up; a phone may be half a minute ahead.
        await page.getByLabel("动态码").fill(codeOf(seed, 1));
        await press(page, "登录");
        await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("登录");
        await expect(page).not.toHaveURL(/sign_in/);
    });

    await test.step("without the phone a recovery code does, once", async () => {
        const enter = async (code: string) => {
            await page.getByLabel("动态码").fill(code);
            await press(page, "登录");
        };
        await page.getByRole("button", { name: /的菜单$/ }).click();
        await page.getByRole("menuitem", { name: "退出登录" }).click();
        await page.getByLabel("用户名").fill("facility");
        await page.getByLabel("密码", { exact: true }).fill("demo");
        await press(page, "登录");
        await enter(recovery.old);
        await expect(page.locator(".fc-sign-in .ant-alert")).toContainText("动态码不正确");
        await enter(recovery.good);
        await expect(page).not.toHaveURL(/sign_in/);
        const again = await page.request.post("/api/sign_in", {
            data: { login: "facility", password: "demo", code: recovery.good },
        });
        expect(again.status()).toBe(401);
    });

    await test.step("the phone is lost: the manager takes the code off, and the session ends", async () => {
        const gm = await store.sitDown("gm", "/account");
        const row = gm.getByRole("listitem").filter({ hasText: "facility" });
        await press(row, "重置动态码");
        await panel(gm).getByLabel("原因").fill("手机遗失，当面核对身份");
        await press(panel(gm), "重置动态码");
        await expect(row).toContainText("未开启");
        await picture(gm, "997_codes");
        await page.goto("/account");
        await expect(page).toHaveURL(/sign_in/);
    });
    await store.closeAll();
});

test("a new colleague is added, signs in, takes an own password, and is stopped", async ({
    browser,
    baseURL,
}) => {
    const store = new Store(browser, baseURL!);
    const admin = await store.sitDown("admin", "/staff");
    const row = admin.getByRole("listitem").filter({ hasText: "qiushi" });

    await test.step("added, with a password that is not the first to be guessed", async () => {
        await press(admin, "添加人员");
        await panel(admin).getByLabel("账号").fill("qiushi");
        await panel(admin).getByLabel("姓名").fill("邱实");
        await panel(admin).getByLabel("销售顾问").check();
        await panel(admin).getByLabel("初始密码").fill("qiushi12345");
        await picture(admin, "998_add_person");
        await press(panel(admin), "添加人员");
        await expect(panel(admin)).toContainText("太容易被猜到");
        await panel(admin).getByLabel("初始密码").fill("雨过天晴云破处");
        await press(panel(admin), "添加人员");
        await expect(panel(admin)).toContainText("至少 8 个字符");
        await panel(admin).getByLabel("初始密码").fill("雨过天晴云破处9");
        await press(panel(admin), "添加人员");
        await expect(row).toContainText("从未登录");
    });

    const page = await test.step("signs in and takes an own password", async () => {
        const page = await store.sitDown("qiushi", "/customers", "雨过天晴云破处9");
        // Nothing opens but this.
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("请设置自己的密码");
        await page.goto("/account");
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("请设置自己的密码");
        await picture(page, "998_given_password");
        await page.getByLabel("当前密码").fill("雨过天晴云破处");
        await page.getByLabel("新密码", { exact: true }).fill("者般颜色做将来!");
        await page.getByLabel("再输一次新密码").fill("者般颜色");
        await expect(page.getByRole("alert")).toHaveText("两次输入的新密码不一样");
        await page.getByLabel("再输一次新密码").fill("者般颜色做将来!");
        await press(page, "修改密码");
        await expect(page.getByRole("alert")).toHaveText("当前密码不正确。");
        await page.getByLabel("当前密码").fill("雨过天晴云破处9");
        await press(page, "修改密码");
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("登录与安全");
        await picture(page, "999_own_password");
        return page;
    });

    await test.step("who leaves is out at once", async () => {
        await admin.reload();
        await press(row, "停用");
        await panel(admin).getByLabel("原因").fill("离职");
        await press(panel(admin), "停用账号");
        await expect(row).toContainText("已停用");
        await picture(admin, "999_staff");
        await page.waitForTimeout(1100);
        await page.goto("/");
        await expect(page).toHaveURL(/sign_in/);
    });
    await store.closeAll();
});
