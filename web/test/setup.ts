import "@testing-library/jest-dom/vitest";
import "fake-indexeddb/auto";
import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// jsdom draws nothing: what antd asks the screen for is answered here.
window.matchMedia ??= ((query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
    dispatchEvent: () => false,
    onchange: null,
})) as never;
globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
} as never;
Element.prototype.scrollIntoView ??= () => {};
const plain = window.getComputedStyle;
window.getComputedStyle = (element: Element) => plain(element);

afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
});
