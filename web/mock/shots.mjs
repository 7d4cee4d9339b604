// Takes pictures of the mock's pages: node mock/shots.mjs [name...], written to shots/.
import { chromium } from "@playwright/test";

const base = process.env.BASE ?? "http://127.0.0.1:18490";
const pages = {
    sign_in: { path: "/sign_in", out: true },
    today: { path: "/" },
    customers: { path: "/kit/customers" },
    customer: { path: "/kit/customers/3" },
    deal: { path: "/kit/deal" },
    board: { path: "/kit/board" },
    car: { path: "/kit/car" },
    kit: { path: "/kit" },
    form: {
        path: "/kit/customers",
        act: async (page) => {
            await page.getByRole("button", { name: /新建客户/ }).click();
            await page.waitForTimeout(500);
            await page.getByLabel("姓名").fill("许志强");
            await page.getByLabel("手机").fill("138123");
            await page.locator("button[type=submit]").click();
        },
    },
    lines: {
        path: "/kit/deal",
        act: async (page, phone) => {
            if (phone) {
                await page.getByRole("button", { name: "更多操作" }).click();
                await page.getByRole("menuitem", { name: "添加项目" }).click();
            } else await page.getByRole("button", { name: "添加项目" }).click();
            await page.waitForTimeout(500);
            await page.getByRole("button", { name: "添加一行" }).click();
            await page.getByRole("button", { name: "添加一行" }).click();
        },
    },
    receive: { path: "/kit/car", act: (page) => page.getByRole("button", { name: "接车" }).click() },
    search: { path: "/", act: (page) => page.getByRole("combobox").first().fill("浙AD") },
    customer_page: { path: "/c/none" },
    missing: { path: "/nothing" },
};

const wanted = process.argv.slice(2).filter((one) => !one.startsWith("-"));
const sizes = process.argv.includes("--phone")
    ? ["phone"]
    : process.argv.includes("--desk")
      ? ["desk"]
      : ["desk", "phone"];
const themes = process.argv.includes("--dark")
    ? ["dark"]
    : process.argv.includes("--light")
      ? ["light"]
      : ["light", "dark"];
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium" });
for (const size of sizes)
    for (const theme of themes) {
        const context = await browser.newContext({
            viewport: size === "desk" ? { width: 1440, height: 900 } : { width: 390, height: 844 },
            deviceScaleFactor: size === "desk" ? 1 : 2,
            hasTouch: size === "phone",
            locale: "zh-CN",
            colorScheme: theme,
        });
        const page = await context.newPage();
        page.on("console", (message) => {
            if (message.type() === "error" || message.type() === "warning")
                console.log(size, theme, message.text().slice(0, 400));
        });
        page.on("pageerror", (error) => console.log("pageerror", error.message));
        for (const [name, { path, act, out }] of Object.entries(pages)) {
            if (wanted.length && !wanted.includes(name)) continue;
            if (out) await context.clearCookies();
            else await context.addCookies([{ name: "forecourt_session", value: "sales1", url: base }]);
            await page.goto(base + path);
            await page.waitForTimeout(900);
            try {
                await act?.(page, size === "phone");
            } catch (error) {
                console.log(name, size, error.message.split("\n")[0]);
            }
            await page.waitForTimeout(700);
            const full = !["form", "lines", "receive", "search", "sign_in"].includes(name);
            await page.screenshot({ path: `shots/${name}.${size}.${theme}.png`, fullPage: full });
        }
        await context.close();
    }
await browser.close();
