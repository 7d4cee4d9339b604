import type { APIRequestContext, Browser, BrowserContext, Page } from "@playwright/test";

/** The API as one person of the demonstration, for what stands before the journey and is not part of it. */
export class Person {
    private constructor(
        private readonly request: APIRequestContext,
        private readonly token: string,
    ) {}

    /** Signs in; with a browser context's request, its pages are signed in as well. */
    static async signIn(request: APIRequestContext, login: string): Promise<Person> {
        const answer = await request.post("/api/sign_in", { data: { login, password: "demo" } });
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
    const context = await browser.newContext({
        baseURL,
        locale: "zh-CN",
        timezoneId: "Asia/Shanghai",
        viewport: { width: 1440, height: 900 },
    });
    await Person.signIn(context.request, login);
    const page = await context.newPage();
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return { context, page };
}

const appearance = ["uniform", "name_badge", "hair", "hands", "shoes", "breath", "tools"];

interface Showroom {
    consultants: { user_id: number; name: string; state: string }[];
    next_consultant_id?: number | null;
}

/** Sees to it that somebody of the sales team is free, and answers the login of the one whose turn it is. */
export async function whoseTurn(browser: Browser, baseURL: string): Promise<string> {
    const answers = appearance.map((item) => ({ item, verdict: "ok", note: "", photos: [] }));
    for (const login of ["sales1", "sales2", "sales3", "sales4"]) {
        const context = await browser.newContext({ baseURL });
        const consultant = await Person.signIn(context.request, login);
        await consultant.act("reception/start_duty", { answers });
        await context.close();
    }
    const context = await browser.newContext({ baseURL });
    const host = await Person.signIn(context.request, "host");
    const showroom = await host.see<Showroom>("reception/showroom_now");
    const { people } = await host.see<{ people: { login: string; name: string }[] }>("sign_in_options");
    await context.close();
    const next = showroom.consultants.find((one) => one.user_id === showroom.next_consultant_id);
    const login = people.find((one) => one.name === next?.name)?.login;
    if (!login) throw new Error(`nobody of the sales team is free: ${JSON.stringify(showroom.consultants)}`);
    return login;
}
