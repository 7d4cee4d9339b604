import { expect, test } from "@playwright/test";
import { choose, panel, picture, press, type Store, type Way } from "./store";

/** The floor: job and bay, parts over the counter, the clock, a final check that sends the car back. */
export async function workshop(store: Store, way: Way) {
    const technician = await store.sitDown("tech1", "/");
    const colleague = await store.sitDown("tech2", way.order);
    const inspector = await store.sitDown("inspector", way.order);

    await test.step("the foreman gives the job to a technician and a bay", async () => {
        const foreman = await store.sitDown("foreman", way.order);
        await press(foreman.locator(".ws-lines"), "派工");
        const { people } = await (await store.person("foreman")).see<{
            people: { login: string; name: string }[];
        }>("sign_in_options");
        await choose(panel(foreman), "技师", people.find((one) => one.login === "tech1")!.name);
        // What the demonstration left standing in a bay is not known: the first one that is free at this
        // hour.
        for (const bay of ["快修 1", "快修 2", "机修 1", "机修 2", "机修 3", "机修 4"]) {
            await choose(panel(foreman), "工位", bay);
            await picture(foreman, "901_assigned");
            const answered = foreman.waitForResponse((one) => one.url().endsWith("/workshop/assign_work"));
            await press(panel(foreman), "派工");
            if ((await answered).ok()) break;
        }
        await expect(panel(foreman)).toBeHidden();
    });

    const job = technician.locator(".ws-jobs li").filter({ hasText: way.plate.slice(-5) });
    await test.step("the technician's clock runs", async () => {
        await expect(job).toHaveCount(1);
        const other = technician.locator(".ws-clocked").getByRole("button", { name: "暂停" });
        if (await other.isVisible()) await other.click();
        await press(job, "开工");
        await expect(technician.locator(".ws-clocked")).toContainText(way.plate.slice(-5));
        await picture(technician, "902_clock");
    });

    await test.step("the part is handed out over the counter", async () => {
        const parts = await store.sitDown("parts", "/parts/desk");
        const order = parts.locator(".pt-order").filter({ hasText: way.plate.slice(-5) });
        await picture(parts, "903_counter");
        await press(order, "发料");
        await expect(order).toHaveCount(0);
    });

    const check = async (page: typeof technician, level: string) => {
        await page.goto(way.order);
        await press(page, "登记质检");
        await expect(panel(page)).toContainText(level);
        await press(panel(page), "其余全部正常");
    };
    const pass = async (page: typeof technician, level: string) => {
        await check(page, level);
        await press(panel(page), "合格");
        await press(panel(page), "登记质检");
        await expect(panel(page)).toBeHidden();
    };
    const finish = async () => {
        await technician.goto("/");
        await technician.locator(".ws-clocked").getByRole("button", { name: "完工" }).click();
        await expect(technician.locator(".ws-clocked")).toHaveCount(0);
    };

    await test.step("done, looked at by himself and by a colleague", async () => {
        await finish();
        await pass(technician, "自检");
        await pass(colleague, "互检");
    });

    await test.step("the final check finds a fault and sends it back", async () => {
        await check(inspector, "终检");
        await press(panel(inspector), "不合格，返工");
        await choose(panel(inspector), "哪个项目", /./);
        await choose(panel(inspector), "原因", "操作不当");
        await panel(inspector).getByLabel("哪里不合格").fill("放油螺栓渗油");
        await picture(inspector, "904_sent_back");
        await panel(inspector).locator(".ws-drawer-foot").getByRole("button").click();
        await expect(inspector.locator(".fc-record-head").getByText("施工中")).toBeVisible();
    });

    await test.step("rework, and the three looks again", async () => {
        await technician.goto("/");
        await expect(job).toContainText("返工");
        await picture(technician, "905_rework");
        await press(job, "开工");
        await finish();
        await pass(technician, "自检");
        await pass(colleague, "互检");
        await pass(inspector, "终检");
        await expect(inspector.locator(".fc-record-head").getByText("待结算")).toBeVisible();
        await picture(inspector, "906_passed");
    });
}
