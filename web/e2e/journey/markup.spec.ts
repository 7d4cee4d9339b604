import { expect, test } from "@playwright/test";
import { Person, Store } from "./store";

// What a browser would run or draw if the page took it for markup.
const tagged = '</title></script><img src=x onerror="window.ran=1"><b>李红</b>';
const scripted = "<svg onload=window.ran=1>{{constructor.constructor('window.ran=1')()}}";

// security 2
test("a name with markup in it is read as it was typed, wherever it stands", async ({ browser, baseURL }) => {
    const store = new Store(browser, baseURL!);
    const page = await store.sitDown("gm", "/customers");
    const said: string[] = [];
    page.on("dialog", async (dialog) => {
        said.push(`a dialog: ${dialog.message()}`);
        await dialog.dismiss();
    });
    page.on("console", (message) => {
        if (message.text().includes("Content Security Policy")) said.push(message.text());
    });
    const boss = await Person.signIn(page.context().request, "gm");
    const made = await boss.act("customers/register", {
        name: tagged,
        phone: "13912345670",
        address: scripted,
        source: "walk_in",
    });
    expect(made.ok, made.text).toBe(true);
    const id = JSON.parse(made.text).id as number;
    const unharmed = async (where: string) => {
        await expect(page.locator(".ant-skeleton")).toHaveCount(0);
        await expect(page.getByText(tagged).first(), where).toBeVisible();
        const found = await page.evaluate(() => ({
            ran: "ran" in window,
            tags: document.querySelectorAll('img[src="x"], svg[onload]').length,
        }));
        expect(found, where).toEqual({ ran: false, tags: 0 });
    };

    await page.goto(`/customers/${id}`);
    await unharmed("the customer's own page");
    await page.reload();
    await unharmed("the same page, opened anew");
    await page.goto("/customers");
    await unharmed("the list of customers");
    expect(said).toEqual([]);
    await store.closeAll();
});
