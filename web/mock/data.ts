/** Made-up people and cars for working on the kit; the real demonstration is made by the program itself. */

export const store = { id: 1, name: "悦行汽车 · 滨江店" };

export const people = [
    { login: "gm", name: "林致远", role: "gm" },
    { login: "sales_manager", name: "周慧敏", role: "sales_manager" },
    { login: "sales1", name: "王晓雯", role: "sales" },
    { login: "host", name: "李佳宁", role: "host" },
    { login: "cashier", name: "赵雅琴", role: "cashier" },
    { login: "finance", name: "钱立群", role: "finance" },
    { login: "delivery", name: "孙文博", role: "delivery" },
    { login: "advisor1", name: "吴建国", role: "advisor" },
    { login: "foreman", name: "郑海涛", role: "foreman" },
    { login: "tech1", name: "冯大勇", role: "technician" },
    { login: "inspector", name: "陈国强", role: "inspector" },
    { login: "parts", name: "褚卫东", role: "parts" },
];

export const staff = people.map((one, index) => ({ id: index + 1, name: one.name, role: one.role }));

export function sessionOf(login: string) {
    const person = people.find((one) => one.login === login) ?? people[0]!;
    return {
        user: { id: people.indexOf(person) + 1, name: person.name, login },
        store,
        stores: [store],
        roles: [person.role],
        rights: ["customers.read", "deals.quote_write", "kit.read"],
        language: "zh",
        demo: true,
    };
}

const minute = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * minute).toISOString();
const ahead = (minutes: number) => ago(-minutes);

const surnames = "陈林黄张李王吴刘蔡杨许郑谢郭洪曾邱廖";
const given = [
    "思远",
    "雨桐",
    "子墨",
    "晓峰",
    "佳怡",
    "浩然",
    "梦琪",
    "志强",
    "雅文",
    "俊杰",
    "慧",
    "磊",
    "欣怡",
];
const grades = ["h", "a", "b", "c"];
const channels = ["walk_in", "phone", "web", "referral", "event"];

const customers = Array.from({ length: 137 }, (_, index) => ({
    id: index + 1,
    name:
        index % 17 === 5
            ? "杭州云栖信息技术有限公司"
            : surnames[index % surnames.length]! + given[(index * 7) % given.length]!,
    kind: index % 17 === 5 ? "company" : "person",
    grade: grades[(index * 3) % 4]!,
    phone: `138****${String(1000 + ((index * 379) % 9000))}`,
    plate:
        index % 3 === 0 ? `浙AD${10000 + ((index * 733) % 89999)}` : `浙A${10000 + ((index * 733) % 89999)}`,
    cars: index % 4,
    owner_id: 3,
    owner_name: index % 2 ? "王晓雯" : "何俊",
    spent: ((index * 48_271) % 380_000) * 100 + (index % 9) * 1150,
    channel: channels[index % channels.length]!,
    last_contact_at: ago(35 + index * 411),
    opened_at: ago(5000 + index * 2200),
}));

export function customerList(query: URLSearchParams) {
    const q = query.get("q") ?? "";
    const sort = query.get("sort") ?? "-opened_at";
    const field = sort.replace("-", "") as "name";
    const found = customers
        .filter((one) => !query.get("grade") || query.getAll("grade").includes(one.grade))
        .filter((one) => !query.get("channel") || query.getAll("channel").includes(one.channel))
        .filter((one) => !q || one.name.includes(q) || one.plate.includes(q.toUpperCase()))
        .sort((a, b) => (a[field] < b[field] ? -1 : 1) * (sort.startsWith("-") ? -1 : 1));
    const start = Number(query.get("after") ?? 0);
    const limit = Number(query.get("limit") ?? 50);
    const next = start + limit < found.length ? String(start + limit) : null;
    return { rows: found.slice(start, start + limit), next, total: found.length };
}

export function customerRecord(id: number) {
    const one = customers.find((row) => row.id === id) ?? customers[0]!;
    return {
        ...one,
        version: 3,
        birthday: "1988-06-18",
        address: "浙江省杭州市滨江区江南大道 588 号 恒鑫大厦 1203 室",
        points: 3260,
        cars: [
            {
                id: 11,
                vin: "LSGJA52U0EH123456",
                plate: one.plate,
                model_name: "悦行 X5 2026 款 2.0T 尊享型",
                mileage_km: 23456,
            },
            {
                id: 12,
                vin: "LFV3A28K3C3012345",
                plate: "浙A88K61",
                model_name: "悦行 E3 2024 款 450 km",
                mileage_km: 8120,
            },
        ],
        allowed_actions: [
            { name: "customers.change_owner", refused_because: null },
            { name: "customers.archive", refused_because: "customer_has_open_deal" },
        ],
    };
}

export function deal() {
    return {
        id: 7,
        number: "XS2026-01187",
        version: 5,
        state: "awaiting_approval",
        customer_id: 1,
        customer_name: "陈思远",
        model_name: "悦行 X5 2026 款 2.0T 四驱尊享型",
        vin: "LSGJA52U0EH123456",
        colour: "曜石黑 / 棕色内饰",
        list_price: 23_980_000,
        discount: -1_250_000,
        total: 25_318_420,
        paid: 2_000_000,
        promised_on: "2026-12-03",
        consultant_name: "王晓雯",
        opened_at: ago(60 * 52),
        lines: [
            { description: "悦行 X5 2026 款 2.0T 四驱尊享型", quantity: 1000, price: 22_730_000 },
            { description: "车辆购置税（代办）", quantity: 1000, price: 2_011_504 },
            { description: "原厂全车贴膜", quantity: 1000, price: 388_000 },
            { description: "交强险与商业险（代办）", quantity: 1000, price: 188_916 },
        ],
        allowed_actions: [
            { name: "deals.approve_quote", refused_because: null },
            { name: "deals.add_lines", refused_because: null },
            { name: "deals.sign", refused_because: "quote_not_approved" },
            { name: "deals.cancel", refused_because: null },
        ],
    };
}

export function tasks() {
    return [
        {
            id: 1,
            title_key: "mock.task.greet",
            title_params: { name: "浙A·88K61" },
            due_at: ago(3),
            late: true,
            link: "/kit",
            process: "reception",
        },
        {
            id: 2,
            title_key: "mock.task.approve",
            title_params: { number: "XS2026-01187" },
            due_at: ahead(8),
            late: false,
            link: "/kit/deal",
            process: "signing",
        },
        {
            id: 3,
            title_key: "mock.task.call",
            title_params: { name: "许志强" },
            due_at: ahead(95),
            late: false,
            link: "/kit/customers/3",
            process: "care",
        },
        {
            id: 4,
            title_key: "mock.task.call",
            title_params: { name: "郑雅文" },
            due_at: ahead(60 * 5),
            late: false,
            link: "/kit/customers/4",
            process: "care",
        },
        {
            id: 5,
            title_key: "mock.task.call",
            title_params: { name: "廖梦琪" },
            due_at: ahead(60 * 26),
            late: false,
            link: "/kit/customers/5",
            process: "care",
        },
    ];
}

export function alerts() {
    return [
        {
            id: 1,
            raised_at: ago(1),
            title_key: "mock.alert.arrival",
            title_params: { name: "陈思远" },
            link: "/kit",
            level: "urgent",
        },
        {
            id: 2,
            raised_at: ago(42),
            title_key: "mock.alert.approved",
            title_params: { number: "XS2026-01186" },
            link: "/kit/deal",
            level: "info",
        },
    ];
}

export function search(q: string) {
    return customers
        .filter((one) => one.name.includes(q) || one.plate.toLowerCase().includes(q.toLowerCase()))
        .slice(0, 6)
        .map((one) => ({
            object_type: "customer",
            object_id: one.id,
            title: one.name,
            subtitle: `${one.plate} · ${one.phone}`,
            link: `/kit/customers/${one.id}`,
        }));
}

export function visits() {
    return [
        {
            id: 1,
            name: "陈思远",
            plate: "浙A88K61",
            purpose: "buy",
            party_size: 3,
            arrived_at: ago(2.4),
            greet_by: ahead(0.6),
            greeted_at: null,
            consultant_name: "",
        },
        {
            id: 2,
            name: "",
            plate: "浙AD51207",
            purpose: "service",
            party_size: 1,
            arrived_at: ago(7),
            greet_by: ago(2),
            greeted_at: null,
            consultant_name: "",
        },
        {
            id: 3,
            name: "许志强",
            plate: "浙A5T390",
            purpose: "collect",
            party_size: 2,
            arrived_at: ago(26),
            greet_by: ago(21),
            greeted_at: ago(24),
            consultant_name: "王晓雯",
        },
    ];
}

export function timeline(after: string | null) {
    const rows = [
        {
            id: 9,
            at: ago(22),
            name: "mock.approval_asked",
            actor_name: "王晓雯",
            data: { amount: 1_250_000 },
        },
        {
            id: 8,
            at: ago(60 * 3),
            name: "mock.quote_made",
            actor_name: "王晓雯",
            data: { total: 25_318_420 },
        },
        {
            id: 7,
            at: ago(60 * 26),
            name: "mock.test_drive_done",
            actor_name: "王晓雯",
            data: { model: "悦行 X5" },
        },
        { id: 6, at: ago(60 * 27), name: "mock.test_drive_signed", actor_name: "陈思远", data: {} },
        { id: 5, at: ago(60 * 51), name: "mock.needs_recorded", actor_name: "王晓雯", data: { grade: "h" } },
        { id: 4, at: ago(60 * 52), name: "mock.arrived", actor_name: "李佳宁", data: { party_size: 3 } },
    ];
    return { rows: after ? [] : rows, next: null, total: rows.length };
}

const two = (zh: string, en: string) => ({ zh, en });

export function strip() {
    const done = { due_at: null, reached_at: null, actor_name: "", verdict: "", times: 0 };
    return [
        {
            process: "sale",
            title: two("新车销售", "Car sale"),
            started_at: ago(60 * 52),
            ended_at: null,
            milestones: [
                {
                    ...done,
                    name: "quote_made",
                    title: two("报价", "Quote"),
                    reached_at: ago(60 * 50),
                    actor_name: "王晓雯",
                    verdict: "on_time",
                    roles: ["sales"],
                },
                {
                    ...done,
                    name: "quote_approved",
                    title: two("优惠审批", "Approval"),
                    due_at: ahead(8),
                    roles: ["sales_manager"],
                },
                {
                    ...done,
                    name: "contract_signed",
                    title: two("合同签署", "Contract"),
                    due_at: ahead(60 * 24),
                    roles: ["sales"],
                },
                { ...done, name: "deposit_paid", title: two("交付定金", "Deposit"), roles: ["cashier"] },
                { ...done, name: "car_prepared", title: two("整备完成", "Prepared"), roles: ["delivery"] },
                {
                    ...done,
                    name: "car_delivered",
                    title: two("交车", "Delivered"),
                    due_at: "2027-12-03T08:00:00Z",
                    roles: ["delivery"],
                },
            ],
        },
    ];
}
