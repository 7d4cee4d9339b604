import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import * as data from "./data.ts";

interface Reply {
    status?: number;
    body: unknown;
}
type Handler = (input: Record<string, never>, query: URLSearchParams) => Reply | unknown;

const files = new Map<string, { type: string; content: Buffer }>();
const streams = new Set<ServerResponse>();

function problem(status: number, code: string, detail: string, errors: object[] = []): Reply {
    return { status, body: { type: `/problems/${code}`, title: detail, status, detail, code, errors } };
}

const gets: Record<string, Handler> = {
    sign_in_options: () => ({ demo: true, store_name: data.store.name, people: data.people }),
    "customers/list": (_input, query) => data.customerList(query),
    "customers/record": (_input, query) => data.customerRecord(Number(query.get("id"))),
    "deals/record": () => data.deal(),
    "people/list": () => ({ rows: data.staff, next: null, total: data.staff.length }),
    "tasks/mine": () => ({ rows: data.tasks(), next: null, total: null }),
    "tasks/my_alerts": () => ({ rows: data.alerts(), next: null, total: null }),
    "search/find": (_input, query) => ({ hits: data.search(query.get("q") ?? "") }),
    "log/timeline": (_input, query) => data.timeline(query.get("after")),
    "standards/strip": () => ({ cases: data.strip() }),
    "reception/here_now": () => ({ rows: data.visits(), next: null, total: null }),
};

const posts: Record<string, Handler> = {
    "customers/register": (input: { phone?: string }) =>
        /^1\d{10}$/.test(input.phone ?? "")
            ? input.phone === "13800000000"
                ? problem(409, "phone_is_taken", "这个手机号已经登记在客户“陈思远”名下。")
                : { id: 1001 }
            : problem(400, "input_not_valid", "输入有误，请检查标出的地方。", [
                  { path: "/phone", message: "手机号应为 11 位数字" },
              ]),
    "deals/approve_quote": () => ({}),
    "tasks/mark_alert_read": () => ({}),
};

function session(request: IncomingMessage) {
    const login = /forecourt_session=(\w+)/.exec(request.headers.cookie ?? "")?.[1];
    return login ? data.sessionOf(login) : undefined;
}

function live(response: ServerResponse) {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(": hello\n\n");
    streams.add(response);
    response.on("close", () => streams.delete(response));
}

/** For tests: POST /api/mock/live {name, data} sends a server-sent event to every page. */
function push(name: string, body: unknown) {
    for (const stream of streams) stream.write(`event: ${name}\ndata: ${JSON.stringify(body)}\n\n`);
}

async function read(request: IncomingMessage): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    return Buffer.concat(parts);
}

export async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, "http://mock");
    const path = url.pathname.slice("/api/".length);
    const json = (status: number, body: unknown, headers: Record<string, string> = {}) => {
        response.writeHead(status, {
            "Content-Type": status < 400 ? "application/json" : "application/problem+json",
            ...headers,
        });
        response.end(JSON.stringify(body));
    };
    const reply = (found: unknown) => {
        const { status, body } = (found ?? {}) as Reply;
        if (body !== undefined) json(status ?? 200, body);
        else json(200, found);
    };
    if (path === "live") return live(response);
    if (request.method === "GET") {
        const file = files.get(path.replace("files/", ""));
        if (path.startsWith("files/") && file) {
            response.writeHead(200, { "Content-Type": file.type });
            response.end(file.content);
            return;
        }
        if (path === "session") {
            const found = session(request);
            return found
                ? json(200, { csrf_token: "mock", session: found })
                : json(401, problem(401, "not_signed_in", "请先登录").body);
        }
        const handler = gets[path];
        return handler
            ? reply(handler({} as never, url.searchParams))
            : json(404, problem(404, "no_such_view", "没有这个页面").body);
    }
    const raw = await read(request);
    if (path === "files/upload") {
        const hash = createHash("sha256").update(raw).digest("hex");
        files.set(hash, { type: request.headers["content-type"]!, content: raw });
        return json(200, { file: hash });
    }
    const input = raw.length ? JSON.parse(raw.toString()) : {};
    if (path === "sign_in") {
        const found = data.people.some((one) => one.login === input.login) && input.password === "demo";
        return found
            ? json(
                  200,
                  { token: "t", csrf_token: "mock", session: data.sessionOf(input.login) },
                  { "Set-Cookie": `forecourt_session=${input.login}; Path=/; HttpOnly; SameSite=Lax` },
              )
            : json(401, problem(401, "sign_in_refused", "用户名或密码不对。").body);
    }
    if (path === "sign_out")
        return json(200, {}, { "Set-Cookie": "forecourt_session=; Path=/; Max-Age=0; HttpOnly" });
    if (path === "mock/live") {
        push(input.name, input.data);
        return json(200, {});
    }
    const handler = posts[path];
    return reply(handler ? handler(input, url.searchParams) : {});
}
