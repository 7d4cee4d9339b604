/**
 * The colours. Paper and ink with one dai-blue (黛蓝) for what can be pressed, lamp copper for the mark, and
 * three signal colours that mean the same everywhere: in time, due, late. Every pair of text and ground
 * reaches 4.5:1; web/e2e checks it with axe in both themes.
 */
export interface Palette {
    paper: string;
    surface: string;
    raised: string;
    sunken: string;
    line: string;
    line_strong: string;
    ink: string;
    ink_soft: string;
    ink_faint: string;
    brand: string;
    brand_fill: string;
    brand_fill_hover: string;
    brand_soft: string;
    brand_line: string;
    lamp: string;
    ok: string;
    ok_soft: string;
    ok_line: string;
    due: string;
    due_soft: string;
    due_line: string;
    late: string;
    late_fill: string;
    late_soft: string;
    late_line: string;
    info: string;
    info_soft: string;
    info_line: string;
    plum: string;
    plum_soft: string;
    plum_line: string;
    mute_soft: string;
    shadow: string;
    shadow_high: string;
}

export const light: Palette = {
    paper: "#f4f3f0",
    surface: "#ffffff",
    raised: "#f9f8f6",
    sunken: "#eeece7",
    line: "#e5e2dc",
    line_strong: "#cdc8be",
    ink: "#1c2126",
    ink_soft: "#454c54",
    ink_faint: "#61686f",
    brand: "#1b5470",
    brand_fill: "#1b5470",
    brand_fill_hover: "#24688a",
    brand_soft: "#e4edf1",
    brand_line: "#b5cdd9",
    lamp: "#a2571a",
    ok: "#1c6642",
    ok_soft: "#e1f0e7",
    ok_line: "#b2d6c1",
    due: "#804c00",
    due_soft: "#fbefd5",
    due_line: "#ebd09a",
    late: "#ae251d",
    late_fill: "#b3261e",
    late_soft: "#fbe7e4",
    late_line: "#efbdb7",
    info: "#2f5590",
    info_soft: "#e5ecf7",
    info_line: "#bccce6",
    plum: "#683b78",
    plum_soft: "#f1e7f4",
    plum_line: "#d8c1df",
    mute_soft: "#ebe9e4",
    shadow: "0 1px 2px rgb(28 33 38 / 5%)",
    shadow_high: "0 2px 6px rgb(28 33 38 / 6%), 0 12px 32px rgb(28 33 38 / 12%)",
};

export const dark: Palette = {
    paper: "#121518",
    surface: "#1a1e22",
    raised: "#20252a",
    sunken: "#15181c",
    line: "#2c3238",
    line_strong: "#465059",
    ink: "#e7e9eb",
    ink_soft: "#b9c0c7",
    ink_faint: "#98a1a9",
    brand: "#7cbcd9",
    brand_fill: "#2a7193",
    brand_fill_hover: "#2f7da3",
    brand_soft: "#1d3441",
    brand_line: "#335a6e",
    lamp: "#e9a45c",
    ok: "#7cc79d",
    ok_soft: "#173126",
    ok_line: "#2f5743",
    due: "#e5b765",
    due_soft: "#372b14",
    due_line: "#5f4a22",
    late: "#f29288",
    late_fill: "#b83a31",
    late_soft: "#3d1e1b",
    late_line: "#6d342f",
    info: "#9db8e6",
    info_soft: "#1d2a40",
    info_line: "#374d72",
    plum: "#cfa6dd",
    plum_soft: "#32213a",
    plum_line: "#573a63",
    mute_soft: "#262b30",
    shadow: "0 1px 2px rgb(0 0 0 / 30%)",
    shadow_high: "0 2px 6px rgb(0 0 0 / 35%), 0 12px 32px rgb(0 0 0 / 50%)",
};

/** Puts the colours on the page as --paper, --ink-soft ... for the style sheets. */
export function applyPalette(palette: Palette, theme: "light" | "dark") {
    const root = document.documentElement;
    root.dataset.theme = theme;
    root.style.colorScheme = theme;
    for (const [name, value] of Object.entries(palette))
        root.style.setProperty(`--${name.replaceAll("_", "-")}`, value);
}
