import { LoadingOutlined } from "@ant-design/icons";
import { App as AntApp, ConfigProvider, type ThemeConfig, theme } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { createContext, type ReactNode, use, useMemo, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { pageNonce } from "./nonce";
import { applyPalette, dark, light, type Palette } from "./palette";

export type ThemeChoice = "light" | "dark" | "system";

const storageKey = "forecourt.theme";
const fontFamily =
    '-apple-system, "PingFang SC", "Segoe UI", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

interface ThemeState {
    choice: ThemeChoice;
    shown: "light" | "dark";
    choose: (choice: ThemeChoice) => void;
}

const ThemeContext = createContext<ThemeState>({ choice: "system", shown: "light", choose: () => {} });

/** The theme and how to change it. */
export function useTheme(): ThemeState {
    return use(ThemeContext);
}

function useSystemDark(): boolean {
    const query = useMemo(() => window.matchMedia("(prefers-color-scheme: dark)"), []);
    return useSyncExternalStore(
        (changed) => {
            query.addEventListener("change", changed);
            return () => query.removeEventListener("change", changed);
        },
        () => query.matches,
    );
}

function rememberedChoice(): ThemeChoice {
    const value = localStorage.getItem(storageKey);
    return value === "light" || value === "dark" ? value : "system";
}

function antTheme(palette: Palette, isDark: boolean): ThemeConfig {
    return {
        algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        hashed: false,
        token: {
            fontFamily,
            fontSize: 14,
            borderRadius: 7,
            borderRadiusLG: 12,
            borderRadiusSM: 5,
            controlHeight: 34,
            controlHeightLG: 42,
            controlHeightSM: 26,
            wireframe: false,
            motionDurationMid: "0.14s",
            motionDurationSlow: "0.2s",
            colorPrimary: palette.brand_fill,
            colorPrimaryHover: palette.brand_fill_hover,
            colorPrimaryText: palette.brand,
            colorLink: palette.brand,
            colorLinkHover: palette.brand_fill_hover,
            colorInfo: palette.brand_fill,
            // Derived from colours so dark, a hint would be a dark block.
            colorInfoBg: palette.info_soft,
            colorInfoBorder: palette.info_line,
            colorSuccessBg: palette.ok_soft,
            colorSuccessBorder: palette.ok_line,
            colorWarningBg: palette.due_soft,
            colorWarningBorder: palette.due_line,
            colorErrorBg: palette.late_soft,
            colorErrorBorder: palette.late_line,
            colorSuccess: palette.ok,
            colorWarning: palette.due,
            colorError: palette.late,
            colorBgLayout: palette.paper,
            colorBgContainer: palette.surface,
            colorBgElevated: isDark ? palette.raised : palette.surface,
            colorBorder: palette.line_strong,
            colorBorderSecondary: palette.line,
            colorSplit: palette.line,
            colorText: palette.ink,
            colorTextSecondary: palette.ink_soft,
            colorTextTertiary: palette.ink_faint,
            colorTextDescription: palette.ink_faint,
            colorTextPlaceholder: palette.ink_faint,
            colorTextDisabled: palette.ink_faint,
            colorIcon: palette.ink_faint,
            colorPrimaryBg: palette.brand_soft,
            colorPrimaryBgHover: palette.brand_soft,
            controlItemBgActive: palette.brand_soft,
            controlItemBgActiveHover: palette.brand_soft,
            controlItemBgHover: palette.raised,
            boxShadowSecondary: palette.shadow_high,
        },
        components: {
            Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", fontWeight: 500 },
            Table: {
                headerBg: palette.surface,
                headerColor: palette.ink_faint,
                headerSplitColor: "transparent",
                headerSortActiveBg: palette.surface,
                headerSortHoverBg: palette.raised,
                bodySortBg: palette.surface,
                rowHoverBg: palette.raised,
                borderColor: palette.line,
                cellPaddingBlockMD: 9,
                cellPaddingInlineMD: 12,
            },
            Modal: { titleFontSize: 17 },
            Form: { itemMarginBottom: 16, verticalLabelPadding: "0 0 5px", labelColor: palette.ink_soft },
            Tooltip: { colorBgSpotlight: isDark ? "#39424a" : "#2a3137" },
            Segmented: {
                trackBg: palette.sunken,
                itemSelectedBg: palette.surface,
                itemSelectedColor: palette.brand,
            },
        },
    };
}

// Stands still when it comes and goes: antd's own icon leaves by a transition, and when the browser drops
// that one it stays, and a button that could be pressed again looks busy. It is no part of the button's name.
const busyIcon = <LoadingOutlined aria-hidden />;

/** Colours, fonts, antd's language and the nonce its style elements need under the page's strict CSP. */
export function ThemeProvider({ children }: { children: ReactNode }) {
    const [choice, setChoice] = useState<ThemeChoice>(rememberedChoice);
    const systemDark = useSystemDark();
    const { i18n } = useTranslation();
    const shown = choice === "system" ? (systemDark ? "dark" : "light") : choice;
    const palette = shown === "dark" ? dark : light;
    const config = useMemo(() => antTheme(palette, shown === "dark"), [palette, shown]);
    const state = useMemo<ThemeState>(
        () => ({
            choice,
            shown,
            choose: (next) => {
                localStorage.setItem(storageKey, next);
                setChoice(next);
            },
        }),
        [choice, shown],
    );
    useMemo(() => applyPalette(palette, shown), [palette, shown]);
    const chinese = i18n.language !== "en";
    // Before what is below is drawn, which names months.
    useMemo(() => dayjs.locale(chinese ? "zh-cn" : "en"), [chinese]);
    const nonce = pageNonce();
    return (
        <ThemeContext value={state}>
            <ConfigProvider
                theme={config}
                locale={chinese ? zhCN : enUS}
                csp={nonce ? { nonce } : undefined}
                button={{ autoInsertSpace: false, loadingIcon: busyIcon }}
                form={{ requiredMark: false, colon: false }}
            >
                <AntApp
                    // An urgent alert stays, so it must lie neither on the top bar, nor on a page's first
                    // buttons, nor where a drawer opens.
                    notification={{ placement: "bottomLeft", bottom: 20, stack: { threshold: 3 } }}
                    message={{ top: 64 }}
                >
                    {children}
                </AntApp>
            </ConfigProvider>
        </ThemeContext>
    );
}
