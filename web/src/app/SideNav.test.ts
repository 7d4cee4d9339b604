import { expect, it } from "vitest";
import { activePath } from "./SideNav";

it.each([
    ["/workshop", "/workshop"],
    ["/workshop/orders/7", "/workshop/orders"],
    ["/workshop/other", "/workshop"],
    ["/workshops", undefined],
    ["/", undefined],
])("at %s the entry %s is the active one", (pathname, active) => {
    expect(activePath(pathname, ["/workshop", "/workshop/orders", "/parts"])).toBe(active);
});
