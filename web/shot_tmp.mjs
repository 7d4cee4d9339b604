import { chromium } from "playwright-core";
const [,, base, out, login, lang, ...paths] = process.argv;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const width of (process.env.W ?? "1440,390").split(",").map(Number)) {
  const context = await browser.newContext({ baseURL: base, viewport: { width, height: 900 }, locale: lang === "en" ? "en-US" : "zh-CN", timezoneId: "Asia/Shanghai" });
  await context.request.post("/api/sign_in", { data: { login, password: "demo" } });
  const page = await context.newPage();
  if (lang === "en") await page.addInitScript(() => localStorage.setItem("forecourt.language", "en"));
  for (const path of paths) {
    await page.goto(path, { waitUntil: "domcontentloaded", timeout: 60000 });
    await page.locator("#content h1, h1").first().waitFor({ timeout: 30000 }).catch(() => {});
    await page.waitForTimeout(2500);
    await page.screenshot({ path: `${out}/${login}${path.replace(/[\/?=&]/g, "_")}_${width}.png`, fullPage: width < 500 });
  }
  await context.close();
}
await browser.close();
