import i18next from "i18next";
import { beforeAll, expect, test, vi } from "vitest";
import { sentence, startWords, switchLanguage } from "./i18n";

vi.mock("virtual:words/en", () => ({
    default: {
        "CaseKind.purchase_tax": "purchase tax",
        "PaymentMeans.card": "card",
        "event.deals.case_opened": "{{kind, enum(type: CaseKind)}} begun",
        "event.reception.arrival_registered": "{{visitor_name}} arrived",
        "event.payments.payment_received": "Received by {{means, enum(type: PaymentMeans)}}",
        "ui.account.on": "on",
    },
}));
vi.mock("virtual:words/zh", () => ({ default: { "CaseKind.purchase_tax": "购置税" } }));

beforeAll(() => startWords("en"));

test("a kind by itself begins with a capital", () => {
    expect(i18next.t("CaseKind.purchase_tax")).toBe("Purchase tax");
});

test("so does an event's sentence, whatever it begins with", () => {
    expect(sentence("event.deals.case_opened", { kind: "purchase_tax" })).toBe("Purchase tax begun");
    expect(sentence("event.reception.arrival_registered", { visitor_name: "" })).toBe(" Arrived");
});

test("inside a sentence a kind is in small letters, and other words stay as they are", () => {
    expect(sentence("event.payments.payment_received", { means: "card" })).toBe("Received by card");
    expect(i18next.t("ui.account.on")).toBe("on");
});

test("a language that has no capitals stays as it is", async () => {
    await switchLanguage("zh", { remember: false });
    expect(i18next.t("CaseKind.purchase_tax")).toBe("购置税");
});
