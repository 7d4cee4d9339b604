import type { DndContextProps } from "@dnd-kit/core";
import { useTranslation } from "react-i18next";

/**
 * What a screen reader says of a drag, in the page's language. A place says its name where it was given one:
 * `useDroppable({ id, data: { label } })`.
 */
export function useDragWords(): DndContextProps["accessibility"] {
    const { t } = useTranslation();
    const placed = (key: string, over: { data: { current?: { label?: unknown } } } | null) => {
        const label = over?.data.current?.label;
        return typeof label === "string" ? `${t(key)} ${label}` : t(key);
    };
    return {
        screenReaderInstructions: { draggable: t("ui.drag.how") },
        announcements: {
            onDragStart: () => t("ui.drag.taken"),
            onDragOver: ({ over }) => (over ? placed("ui.drag.over", over) : t("ui.drag.outside")),
            onDragEnd: ({ over }) => (over ? placed("ui.drag.dropped", over) : t("ui.drag.given_up")),
            onDragCancel: () => t("ui.drag.given_up"),
        },
    };
}
