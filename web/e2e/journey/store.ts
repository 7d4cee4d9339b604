import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
    type APIRequestContext,
    type Browser,
    type BrowserContext,
    expect,
    type Locator,
    type Page,
} from "@playwright/test";

export const results = join(import.meta.dirname, "../../test-results");

/** What the journey knows of its customer; a stretch finds here what the ones before it made. */
export interface Way {
    name: string;
    phone: string;
    plate: string;
    consultant: string;
    visit: string;
    lead: string;
    customer: string;
    deal: string;
    delivery: string;
    order: string;
    /** The customer's personal link: her own page, then the question about the repair order. */
    link: string;
    question: string;
    call: string;
}

/** The API as one person of the demonstration, for what stands before the journey and is not part of it. */
export class Person {
    private constructor(
        private readonly request: APIRequestContext,
        private readonly token: string,
    ) {}

    /** Signs in; with a browser context's request, its pages are signed in as well. */
    static async signIn(request: APIRequestContext, login: string, password = "demo"): Promise<Person> {
        const answer = await request.post("/api/sign_in", { data: { login, password } });
        if (!answer.ok()) throw new Error(`${login} can not sign in: ${await answer.text()}`);
        return new Person(request, (await answer.json()).csrf_token);
    }

    /** Runs an action; a refusal (it is done already) is handed back and not thrown. */
    async act(path: string, data: object): Promise<{ ok: boolean; text: string }> {
        const answer = await this.request.post(`/api/${path}`, {
            data,
            headers: { "X-CSRF-Token": this.token },
        });
        const text = await answer.text();
        if (!answer.ok() && answer.status() !== 409) throw new Error(`${path}: ${text}`);
        return { ok: answer.ok(), text };
    }

    async see<Answer>(path: string): Promise<Answer> {
        const answer = await this.request.get(`/api/${path}`);
        if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
        return answer.json();
    }
}

/** A browser of its own for one person, signed in, with a page at the given address. */
export async function sitDown(
    browser: Browser,
    baseURL: string,
    login: string,
    path: string,
): Promise<{ context: BrowserContext; page: Page }> {
    const page = await new Store(browser, baseURL).sitDown(login, path);
    return { context: page.context(), page };
}

/** The dealership's rooms: each person has a browser of their own, opened when first needed. */
export class Store {
    private readonly contexts: BrowserContext[] = [];

    constructor(
        private readonly browser: Browser,
        private readonly baseURL: string,
    ) {}

    /** A page of somebody who works here, signed in, at the given address. */
    async sitDown(login: string, path: string, password = "demo"): Promise<Page> {
        const context = await this.open({ width: 1440, height: 900 });
        await Person.signIn(context.request, login, password);
        const page = await context.newPage();
        await page.goto(path);
        await page.getByRole("heading", { level: 1 }).waitFor();
        return page;
    }

    /** The customer's telephone: nobody is signed in on it, her link lets her in. */
    async phone(link: string): Promise<Page> {
        const page = await (await this.open({ width: 390, height: 844 })).newPage();
        await page.goto(link);
        await page.getByRole("heading", { level: 1 }).waitFor();
        return page;
    }

    async person(login: string): Promise<Person> {
        return Person.signIn((await this.open({ width: 1440, height: 900 })).request, login);
    }

    /** What the open pages tell about refusals and missing fields: the first to know of a failed test. */
    async alerts(): Promise<string> {
        const said: string[] = [];
        for (const page of this.contexts.flatMap((context) => context.pages())) {
            const shown = page.locator(
                '[role="alert"], .ant-message-notice, .ant-form-item-explain-error, .ant-notification-notice',
            );
            for (const text of await shown.allInnerTexts().catch(() => []))
                said.push(`${new URL(page.url()).pathname}: ${text.replace(/\s+/g, " ")}`);
        }
        return said.join("; ");
    }

    async closeAll() {
        for (const context of this.contexts.splice(0)) await context.close();
    }

    private async open(viewport: { width: number; height: number }): Promise<BrowserContext> {
        const context = await this.browser.newContext({
            baseURL: this.baseURL,
            locale: "zh-CN",
            timezoneId: "Asia/Shanghai",
            viewport,
        });
        this.contexts.push(context);
        return context;
    }
}

export async function picture(page: Page, name: string) {
    await page.screenshot({ path: join(results, "pictures", `${name}.png`), animations: "disabled" });
}

/** The form, drawer or question that lies over the page. */
export function panel(page: Page): Locator {
    // A calendar that opens from one of its fields is a dialog too, but covers nothing.
    return page.locator('[role="dialog"][aria-modal="true"]').last();
}

/** Presses a button that opens a form or runs an action; an icon before the word has a name of its own. */
export async function press(where: Page | Locator, name: string) {
    const words = new RegExp(`^([a-z-]+ )?${name}$`);
    await where.getByRole("button", { name: words }).first().click();
}

/** Chooses in a list that opens: the field by its label, the choice by a part of its text. */
export async function choose(where: Locator, label: string, option: string | RegExp) {
    const field = where.getByRole("combobox", { name: new RegExp(`^${label}`) }).first();
    await field.click();
    if (typeof option === "string" && (await field.isEditable())) await field.fill(option);
    // A list that is looked up or filtered moves: on a slow machine a press can land between two choices.
    const box = field.locator("xpath=ancestor::*[contains(concat(' ', @class, ' '), ' ant-select ')]");
    await expect(box).not.toHaveClass(/ant-select-loading/);
    const open = field.page().locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)");
    const wanted = open.locator(".ant-select-item-option").filter({ hasText: option }).first();
    await wanted.click();
    await expect(async () => {
        if ((await field.getAttribute("aria-expanded")) === "true") await wanted.click({ timeout: 2000 });
        await expect(field).toHaveAttribute("aria-expanded", "false", { timeout: 1000 });
    }).toPass({ timeout: 30_000 });
}

/** One of a few that all lie in sight. */
export async function pick(where: Locator, name: string) {
    await where.locator("label.ant-radio-button-wrapper").filter({ hasText: name }).first().click();
}

/** Types a day or a time into a calendar field. */
export async function typeDate(where: Locator, label: string, date: string) {
    const field = where.getByLabel(label).first();
    await field.fill(date);
    await field.press("Tab");
    await expect(field).toHaveValue(date);
}

/** The store's day, some days from now. */
export function day(ahead: number): string {
    return new Date(Date.now() + ahead * 86_400_000).toLocaleDateString("sv-SE", {
        timeZone: "Asia/Shanghai",
    });
}

/** Begins to count what a person does on a page: presses, and fields typed into. */
export async function watchInputs(page: Page) {
    await page.evaluate(() => {
        const typed = new Set<EventTarget>();
        let presses = 0;
        document.addEventListener("pointerdown", (event) => event.isTrusted && presses++, true);
        document.addEventListener(
            "input",
            (event) => {
                if (
                    event.target instanceof Element &&
                    event.target.matches("input[type=text], textarea, input:not([type])")
                )
                    typed.add(event.target);
            },
            true,
        );
        Object.assign(window, { inputsSoFar: () => presses + typed.size });
    });
}

/** How many it were. The page must not have been loaded anew since. */
export function inputsOf(page: Page): Promise<number> {
    return page.evaluate(() => (window as unknown as { inputsSoFar(): number }).inputsSoFar());
}

/** Signs with the mouse and waits until the picture of it has reached the program. */
export async function sign(where: Page | Locator) {
    const canvas = where.getByRole("img", { name: "签名" });
    await canvas.scrollIntoViewIfNeeded();
    const box = (await canvas.boundingBox())!;
    const page = "page" in where ? where.page() : where;
    const sent = page.waitForResponse((one) => one.url().endsWith("/api/files/upload"));
    await page.mouse.move(box.x + 40, box.y + box.height * 0.6);
    await page.mouse.down();
    for (let step = 1; step <= 10; step++)
        await page.mouse.move(box.x + 40 + step * 14, box.y + box.height * (step % 2 ? 0.4 : 0.65));
    await page.mouse.up();
    expect((await sent).ok()).toBe(true);
}

/** Hands the page a photo as the camera would. */
export async function takePhoto(where: Page | Locator) {
    const page = "page" in where ? where.page() : where;
    const drawn = await page.evaluate(() => {
        const canvas = document.createElement("canvas");
        canvas.width = 640;
        canvas.height = 480;
        const pen = canvas.getContext("2d")!;
        pen.fillStyle = "#8fa3b5";
        pen.fillRect(0, 0, 640, 480);
        pen.fillStyle = "#20303f";
        pen.fillRect(120, 200, 400, 120);
        pen.fillText(String(Math.random()), 20, 20);
        return canvas.toDataURL("image/jpeg").split(",")[1]!;
    });
    const sent = page.waitForResponse((one) => one.url().endsWith("/api/files/upload"));
    await where
        .locator("input[type=file]")
        .last()
        .setInputFiles({ name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from(drawn, "base64") });
    expect((await sent).ok()).toBe(true);
}

/** Fetches the paper behind a link of the page, keeps it among the results, and answers where. */
export async function fetchPaper(page: Page, link: Locator, name: string): Promise<string> {
    const answer = await page.request.get((await link.getAttribute("href"))!);
    expect(answer.ok(), `${name}: ${answer.status()}`).toBe(true);
    expect(answer.headers()["content-type"]).toContain("application/pdf");
    mkdirSync(join(results, "papers"), { recursive: true });
    const path = join(results, "papers", `${name}.pdf`);
    writeFileSync(path, await answer.body());
    return path;
}

/** The words of a paper, as a reader's program finds them. */
export function wordsOf(paper: string): string {
    return execFileSync("pdftotext", ["-layout", paper, "-"], { encoding: "utf8" });
}

/** What a reader's program says about the seals of a paper. */
export function sealsOf(paper: string): string {
    try {
        return execFileSync("pdfsig", ["-nocert", paper], { encoding: "utf8" });
    } catch (failed) {
        return String((failed as { stdout?: string }).stdout);
    }
}

const appearance = ["uniform", "name_badge", "hair", "hands", "shoes", "breath", "tools"];

interface Showroom {
    consultants: { user_id: number; name: string; state: string }[];
    next_consultant_id?: number | null;
}

/** Sees to it that somebody of the sales team is free, and answers the login of the one whose turn it is. */
export async function whoseTurn(store: Store): Promise<string> {
    const answers = appearance.map((item) => ({ item, verdict: "ok", note: "", photos: [] }));
    for (const login of ["sales1", "sales2", "sales3", "sales4"])
        await (await store.person(login)).act("reception/start_duty", { answers });
    const host = await store.person("host");
    const showroom = await host.see<Showroom>("reception/showroom_now");
    const { people } = await host.see<{ people: { login: string; name: string }[] }>("sign_in_options");
    const next = showroom.consultants.find((one) => one.user_id === showroom.next_consultant_id);
    const login = people.find((one) => one.name === next?.name)?.login;
    if (!login) throw new Error(`nobody of the sales team is free: ${JSON.stringify(showroom.consultants)}`);
    return login;
}
