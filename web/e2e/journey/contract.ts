import { expect, test } from "@playwright/test";
import {
    choose,
    day,
    fetchPaper,
    panel,
    picture,
    press,
    type Store,
    sealsOf,
    sign,
    typeDate,
    type Way,
    wordsOf,
} from "./store";

/** The contract: read and signed on the screen, sealed by the store, kept as it was signed. */
export async function contract(store: Store, way: Way) {
    const page = await store.sitDown(way.consultant, way.deal);

    await test.step("it is drafted from the template", async () => {
        await press(page.locator(".fc-record-head"), "起草合同");
        const form = panel(page);
        await form.getByLabel("定金").fill("5000");
        await typeDate(form, "付款期限", day(5));
        await typeDate(form, "交车期限", day(10));
        await form.getByLabel("买受人证件号").fill("11010519491231002X");
        await form.getByLabel("买受人地址").fill("杭州市滨江区江南大道588号");
        await picture(page, "401_draft");
        await press(form, "起草合同");
        await expect(page.getByRole("button", { name: "签订合同" })).toBeVisible();
        await picture(page, "402_drafted");
    });

    await test.step("it is signed on the screen", async () => {
        await press(page, "签订合同");
        await expect(page).toHaveURL(/\/sign$/);
        await sign(page);
        await picture(page, "403_signing");
        await press(page, "签订合同");
        await expect(page).not.toHaveURL(/\/sign$/);
        await expect(page.getByText("已签合同").first()).toBeVisible();
        await picture(page, "404_signed");
    });

    await test.step("the paper in the archive is sealed and says what was agreed", async () => {
        const papers = page.getByRole("link", { name: /合同/ }).and(page.locator('a[href*="documents/pdf"]'));
        const paper = await fetchPaper(page, papers.first(), "contract");
        const words = wordsOf(paper);
        for (const word of [way.name, "11010519491231002X", "4,000.00"]) expect(words).toContain(word);
        expect(sealsOf(paper)).toContain("Signature is Valid");
        expect(sealsOf(paper)).toContain("Total document signed");
    });

    await test.step("she is seen off at the door", async () => {
        const visit = await store.sitDown(way.consultant, way.visit);
        await press(visit.locator(".fc-record-head"), "送别客户");
        await choose(panel(visit), "接待结果", "已签约");
        await panel(visit).getByLabel("下一步").fill("付清余款后提车");
        await picture(visit, "405_goodbye");
        await press(panel(visit), "送别客户");
        await expect(visit.locator(".fc-record-head").getByText("已离店")).toBeVisible();
    });

    await test.step("nothing of it can be changed any more", async () => {
        await expect(page.getByLabel("优惠原因")).toHaveCount(0);
        await expect(page.locator(".fc-plan").getByRole("button")).toHaveCount(0);
    });
}
